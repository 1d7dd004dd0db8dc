import type { Marked } from '../marks.ts';
import { hclString, indented, jsonString, percentEncoded } from '../notations.ts';
import type { Place } from '../place.ts';
import {
  type Block,
  CLIENT_ID,
  doubled,
  type FORMS,
  hcl,
  NAMED,
  ONE,
  hclPlace as place,
  QUOTED,
  SNAKE,
} from './hcl.ts';

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
];
