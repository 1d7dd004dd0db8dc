import { halves, type Marked } from '../marks.ts';
import { hclString, indented, jsonString, percentEncoded, withUnicodeEscapes } from '../notations.ts';
import type { Place, Slot, Writing } from '../place.ts';
import { exported } from './dataAction.ts';

/** A block or argument with the value already written as an HCL expression. */
type Block = (slot: Slot, expression: Marked) => Marked;

const REQUIRED = `terraform {
  required_version = ">= 1.3"
  required_providers {
    genesyscloud = {
      source  = "mypurecloud/genesyscloud"
      version = ">= 1.30.0"
    }
  }
}
`;

/** The ways HCL writes a text. */
const FORMS: readonly (readonly [string, (value: Marked) => Marked])[] = [
  ['plain', hclString],
  ['\\u escapes', (value) => withUnicodeEscapes(hclString(value))],
  ['heredoc', (value) => `<<EOT\n${doubled(value)}\nEOT`],
  ['indented heredoc', (value) => `<<-EOT\n      ${doubled(value)}\n    EOT`],
  ['interpolation', (value) => `"\${${hclString(value)}}"`],
  ['conditional', (value) => `var.environment == "prod" ? ${hclString(value)} : ""`],
  ['function', (value) => `trimspace(${hclString(value)})`],
  ['concatenation', (value) => `join("", [${halves(value).map(hclString).join(', ')}])`],
];

function hcl(block: Block, name: string, forms = FORMS): readonly Writing[] {
  const text = (slot: Slot, expression: Marked): Marked => `${REQUIRED}\n${block(slot, expression)}\n`;
  return [
    ...forms.map(
      ([id, form]): Writing => ({
        id,
        ...(id === 'concatenation' ? { oneLine: true as const } : {}),
        write: (slot) => ({ name, text: text(slot, form(slot.value)) }),
      }),
    ),
    {
      id: 'comments around',
      write: (slot) => {
        const written = text(slot, hclString(slot.value));
        return {
          name,
          text: written
            .replace(/ = (?=[^=]*$)/, ' /* set by hand */ = ')
            .replace(/^\n/m, '// see "README\n# it\'s old\n'),
        };
      },
    },
    {
      id: 'module file',
      write: (slot) => ({
        name,
        text: `locals {\n  tags = { owner = "it's" }\n}\n${block(slot, hclString(slot.value))}`,
      }),
    },
  ];
}

const QUOTED = FORMS.filter(([id]) => id !== 'concatenation');

/** Signs that would begin an interpolation, doubled. */
function doubled(text: Marked): Marked {
  return text.replace(/([$%])\{/g, '$1$1{');
}

type Given = Pick<Place, 'fill' | 'spelling'> & Partial<Pick<Place, 'names' | 'isTemplate'>>;

function place(id: string, given: Given, block: Block, name = 'main.tf', forms = FORMS): Place {
  return { id, group: 'Terraform', syntax: 'hcl', ...given, writings: hcl(block, name, forms) };
}

const SNAKE = { fill: 'named', spelling: 'snake' } as const;
const NAMED = { fill: 'named', spelling: 'ascii' } as const;
const CLIENT_ID = '6e1e1a0f-2f3f-4a55-9d5a-0c8a4bb0a7d1';

const action = (request: Marked, query = ''): Marked => `resource "genesyscloud_integration_action" "orders" {
  name           = "Get Customer Orders"
  category       = genesyscloud_integration.crm.name
  integration_id = genesyscloud_integration.crm.id
  secure         = false
  contract_input = jsonencode({
    "type" = "object", "properties" = { "customerId" = { "type" = "string" } }
  })
  config_request {
    request_url_template = "https://crm.example.com/v2/orders/$\${input.customerId}${query}"
    request_type         = "POST"
${indented(request, 4)}
  }
  config_response {
    translation_map  = { status = "$.status" }
    success_template = "{ \\"status\\": $\${status} }"
  }
}`;

/** A request body in the ways modules write it. */
const BODIES: typeof FORMS = [
  ['plain', (value) => hclString(value)],
  ['heredoc', (value) => `<<EOT\n${doubled(value)}\nEOT`],
  ['indented heredoc', (value) => `<<-EOT\n${indented(doubled(value), 6)}\n    EOT`],
];

const body: Block = (_slot, value) =>
  action(`headers = { "Content-Type" = "application/json" }\nrequest_template = ${value}`);

/** One way only: what stands around the value is the same everywhere. */
const ONE: typeof FORMS = [['plain', hclString]];

export const TERRAFORM_PLACES: readonly Place[] = [
  place(
    'provider',
    { ...SNAKE, names: ['oauthclient_secret', 'access_token'] },
    ({ name }, value) => `provider "genesyscloud" {
  oauthclient_id = "${CLIENT_ID}"
  aws_region     = "eu-central-1"
  ${name} = ${value}
}`,
    'provider.tf',
  ),
  place(
    'provider, proxy',
    { fill: 'named', spelling: 'snake', names: ['password'] },
    (_slot, value) => `provider "genesyscloud" {
  sdk_debug = true
  proxy {
    host = "proxy.example.com"
    auth {
      username = "svc"
      password = ${value}
    }
  }
}`,
    'provider.tf',
  ),
  place(
    'variable default',
    SNAKE,
    ({ name }, value) => `variable "${name}" {
  type        = string
  description = "See the portal"
  default     = ${value}
}`,
    'variables.tf',
    QUOTED,
  ),
  place(
    'variable default, object',
    SNAKE,
    ({ name }, value) => `variable "crm" {
  type    = object({ ${name} = string, url = string })
  default = {
    url  = "https://crm.example.com"
    ${name} = ${value}
  }
}`,
    'variables.tf',
    QUOTED,
  ),
  place(
    'locals',
    SNAKE,
    ({ name }, value) => `locals {\n  region = "eu-central-1"\n  ${name} = ${value}\n}`,
    'locals.tf',
  ),
  place(
    'credential fields',
    NAMED,
    ({ name }, value) => `resource "genesyscloud_integration_credential" "crm" {
  name                 = "CRM"
  credential_type_name = "userDefined"
  fields = {
    loginUrl = "https://login.example.com/oauth/token"
    ${name} = ${value}
  }
}`,
  ),
  place(
    'credential fields, any name',
    { fill: 'named', spelling: 'ascii', names: ['value1', 'crm', 'field'] },
    ({ name }, value) => `resource "genesyscloud_integration_credential" "crm" {
  name                 = "CRM"
  credential_type_name = "userDefined"
  fields               = { "${name}" = ${value} }
}`,
  ),
  place('Data Action header', { fill: 'named', spelling: 'header', isTemplate: true }, ({ name }, value) =>
    action(
      `request_template = "$\${input.rawRequest}"\nheaders = {\n  Accept = "application/json"\n  "${name}" = ${value}\n}`,
    ),
  ),
  {
    ...place('Data Action body', { ...NAMED, isTemplate: true }, body, 'actions.tf', BODIES),
    writings: hcl(body, 'actions.tf', BODIES).map((writing) => ({
      ...writing,
      write: (slot) => {
        const value = `{"id": "\${input.customerId}", "${slot.name}": ${jsonString(slot.value)}}`;
        return writing.write({ ...slot, value });
      },
    })),
  },
  place(
    'Data Action URL',
    { ...NAMED, isTemplate: true },
    ({ name, value }) => action('headers = {}', `?id=$\${input.customerId}&${name}=${percentEncoded(value)}`),
    'actions.tf',
    ONE,
  ),
  place(
    'data table row',
    NAMED,
    ({ name }, value) => `resource "genesyscloud_architect_datatable_row" "prod" {
  datatable_id    = genesyscloud_architect_datatable.settings.id
  key_value       = "prod"
  properties_json = jsonencode({
    "endpoint" = "https://crm.example.com"
    "${name}" = ${value}
  })
}`,
  ),
  place(
    'flow substitutions',
    SNAKE,
    ({ name }, value) => `resource "genesyscloud_flow" "main" {
  filepath          = "\${path.module}/flows/main.yaml"
  file_content_hash = filesha256("\${path.module}/flows/main.yaml")
  substitutions = {
    flow_name = "Main"
    ${name} = ${value}
  }
}`,
  ),
  place(
    'module argument',
    SNAKE,
    ({ name }, value) => `module "data_action" {
  source = "git::https://github.com/GenesysCloudDevOps/data-action-module.git?ref=main"
  ${name} = ${value}
}`,
  ),
  place(
    'comment',
    { ...SNAKE, names: ['oauthclient_secret', 'client_secret', 'access_token'] },
    ({ name, value, random }) => {
      const line = `${name} = ${hclString(value)}`;
      const written = random.pick([
        `  # ${line}`,
        `  // ${line}`,
        `  /*\n  ${line}\n  */`,
        `  aws_region = "eu-west-1" # ${line}`,
      ]);
      return `provider "genesyscloud" {\n${written}\n}`;
    },
    'provider.tf',
    ONE,
  ),
  place(
    'local-exec',
    { fill: 'named', spelling: 'ascii', names: ['clientSecret'] },
    ({ value, name }) => `resource "null_resource" "flow" {
  provisioner "local-exec" {
    command = ${hclString(`archy publish --file main.yaml --clientId ${CLIENT_ID} --${name} '${value}' --location mypurecloud.de`)}
  }
}`,
    'flows.tf',
    ONE,
  ),
  lines(
    'tfvars',
    SNAKE,
    'terraform.tfvars',
    ({ name }, value) => `environment = "prod"\n${name} = ${value}\nregions = ["eu-central-1"]\n`,
  ),
  lines(
    'tfvars, map',
    NAMED,
    'prod.auto.tfvars',
    ({ name }, value) =>
      `genesyscloud_integration_credential_CRM_fields = {\n  loginUrl = "https://login.example.com"\n  ${name} = ${value}\n}\n`,
  ),
  json('tfvars.json', SNAKE, 'prod.tfvars.json', ({ name, value }) => ({ environment: 'prod', [name]: value })),
  json(
    'tf.json, provider',
    { ...SNAKE, names: ['oauthclient_secret', 'access_token'] },
    'provider.tf.json',
    ({ name, value }) => ({
      terraform: { required_providers: { genesyscloud: { source: 'mypurecloud/genesyscloud' } } },
      provider: { genesyscloud: { oauthclient_id: CLIENT_ID, [name]: value, aws_region: 'us-east-1' } },
    }),
  ),
  json('tf.json, credential fields', NAMED, 'genesyscloud.tf.json', ({ name, value }) => ({
    resource: {
      genesyscloud_integration_credential: {
        crm: { name: 'CRM', credential_type_name: 'userDefined', fields: { [name]: value } },
      },
    },
  })),
  json(
    'tf.json, Data Action header',
    { fill: 'named', spelling: 'header', isTemplate: true },
    'genesyscloud.tf.json',
    ({ name, value }) => ({
      resource: {
        genesyscloud_integration_action: {
          orders: {
            name: 'Get Customer Orders',
            category: 'CRM',
            config_request: [
              {
                request_url_template: 'https://crm.example.com/$${input.id}',
                request_type: 'GET',
                headers: { [name]: value },
              },
            ],
          },
        },
      },
    }),
  ),
  json('tfstate, credential fields', NAMED, 'terraform.tfstate', ({ name, value }) =>
    state({
      type: 'genesyscloud_integration_credential',
      attributes: { id: CLIENT_ID, name: 'CRM', credential_type_name: 'userDefined', fields: { [name]: value } },
    }),
  ),
  json(
    'tfstate, OAuth client',
    { ...SNAKE, names: ['client_secret', 'directory_client_secret'] },
    'terraform.tfstate.backup',
    ({ name, value }) =>
      state({
        type: 'genesyscloud_oauth_client',
        attributes: { id: CLIENT_ID, name: 'CX as Code', authorized_grant_type: 'CLIENT-CREDENTIALS', [name]: value },
      }),
  ),
  json('tfstate, output', SNAKE, 'terraform.tfstate', ({ name, value }) => ({
    ...state({ type: 'genesyscloud_flow', attributes: { id: CLIENT_ID } }),
    outputs: { flow_id: { value: CLIENT_ID, type: 'string' }, [name]: { value, type: 'string' } },
  })),
  json(
    'tftpl, Data Action',
    { fill: 'named', spelling: 'header', isTemplate: true },
    'orders.json.tftpl',
    ({ name, value }) => exported({ url: '${base_url}/orders/$${input.customerId}', headers: { [name]: value } }),
  ),
];

function state(resource: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    version: 4,
    terraform_version: '1.9.5',
    serial: 12,
    lineage: '3f1c2a52-8d7c-4a0e-9a7e-5f0f6a1b2c3d',
    outputs: {},
    resources: [
      {
        mode: 'managed',
        type: resource.type,
        name: 'crm',
        provider: 'provider["registry.terraform.io/mypurecloud/genesyscloud"]',
        instances: [
          { schema_version: 0, attributes: resource.attributes, sensitive_attributes: [], private: 'bnVsbA==' },
        ],
      },
    ],
    check_results: null,
  };
}

function lines(id: string, given: Given, name: string, write: (slot: Slot, value: Marked) => Marked): Place {
  const forms = FORMS.filter(([form]) => /plain|escapes|heredoc/.test(form));
  const writings = forms.map(
    ([form, written]): Writing => ({ id: form, write: (slot) => ({ name, text: write(slot, written(slot.value)) }) }),
  );
  const commented: Writing = {
    id: 'comments around',
    write: (slot) => ({ name, text: `# "prod\n${write(slot, hclString(slot.value))}// end` }),
  };
  return { id, group: 'Terraform', syntax: 'hcl', ...given, writings: [...writings, commented] };
}

function json(id: string, given: Given, name: string, write: (slot: Slot) => unknown): Place {
  const pretty = (slot: Slot): Marked => JSON.stringify(write(slot), null, 2);
  const writings: readonly Writing[] = [
    { id: 'plain', write: (slot) => ({ name, text: pretty(slot) }) },
    { id: 'one line', write: (slot) => ({ name, text: JSON.stringify(write(slot)) }) },
    { id: '\\u escapes', write: (slot) => ({ name, text: withUnicodeEscapes(pretty(slot)) }) },
  ];
  return { id, group: 'Terraform', syntax: 'json', ...given, writings };
}
