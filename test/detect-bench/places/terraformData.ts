import type { Marked } from '../marks.ts';
import { hclString, withUnicodeEscapes } from '../notations.ts';
import type { Place, Slot, Writing } from '../place.ts';
import { exported } from './dataAction.ts';
import { CLIENT_ID, FORMS, type Given, NAMED, SNAKE } from './hcl.ts';

/** Values beside the code: variable files, JSON syntax, state, templates. */
export const TERRAFORM_DATA_PLACES: readonly Place[] = [
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
