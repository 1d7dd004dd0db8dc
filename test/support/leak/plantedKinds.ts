import type { FileText } from '../../../src/genesys/kinds/fileKind.ts';

/** Gives the next value: a password that a person chose, or one that a service drew. */
export interface Values {
  chosen(): string;
  /** One for a comment or a sentence: does not itself read `name: value`. */
  spoken(): string;
  drawn(): string;
  /** Which of several notations a part is written in: any whole number. */
  readonly turn: number;
}

/** A file of one kind with passwords in its places. Apart from them it holds names and words of its own only. */
export type PlantedKind = (values: Values) => FileText;

const json = JSON.stringify;
const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const hcl = (text: string): string => json(text).replaceAll('${', '$${').replaceAll('%{', '%%{');
const shell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const double = (text: string): string => `"${text.replace(/[\\"$`]/g, '\\$&')}"`;
const cell = (text: string): string => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const url = encodeURIComponent;

/** One of each kind in `src/genesys/kinds`, in several notations. */
export const PLANTED_KINDS: readonly PlantedKind[] = [
  (values) => ({ name: 'a.custom.json', text: json(action(values), null, 2) }),
  (values) => ({ name: 'a.custom.json', text: json(action(values)) }),
  (values) => ({ name: 'a.custom.json', text: json(action(values), null, '\t').replaceAll('\n', '\r\n') }),
  (values) => ({ name: 'list.json', text: json([action(values), action(values)], null, 1) }),
  (values) => ({ name: 'contract.json', text: json(contract(values), null, 2) }),
  (values) => ({ name: 'a.yaml', text: flow(values, json) }),
  (values) => ({ name: 'a.yaml', text: flow(values, single) }),
  (values) => ({ name: 'options.yaml', text: archy(values, json) }),
  (values) => ({ name: 'options.yaml', text: archy(values, single) }),
  (values) => ({ name: 'archy.json', text: json(archyObject(values), null, 2) }),
  (values) => ({ name: 'main.tf', text: terraform(values) }),
  (values) => ({ name: 'main.tf.json', text: json(terraformObject(values), null, 2) }),
  (values) => ({ name: 'a.tftpl', text: json(templateOf(values), null, 2) }),
  (values) => ({ name: 'terraform.tfvars', text: variables(values) }),
  (values) => ({ name: 'terraform.tfvars.json', text: json(variablesObject(values), null, 2) }),
  (values) => ({ name: 'terraform.tfstate', text: json(state(values), null, 2) }),
  (values) => ({ name: 'deploy.sh', text: script(values, shell) }),
  (values) => ({ name: 'deploy.sh', text: script(values, double) }),
  (values) => ({ name: 'deploy.ps1', text: powershell(values) }),
  (values) => ({ name: 'deploy.bat', text: batch(values) }),
  (values) => ({ name: 'deploy.yml', text: pipeline(values) }),
  (values) => ({ name: 'package.json', text: json(packageOf(values), null, 2) }),
  (values) => ({ name: 'config.toml', text: toml(values) }),
  (values) => ({ name: 'settings.json', text: json(signIn(values), null, 2) }),
  (values) => ({ name: 'settings.yaml', text: signInYaml(values) }),
  (values) => ({ name: '.env', text: environment(values, (text) => text) }),
  (values) => ({ name: '.env', text: environment(values, json) }),
  (values) => ({ name: 'table.csv', text: table(values, ',') }),
  (values) => ({ name: 'table.csv', text: table(values, ';') }),
  (values) => ({ name: 'datatable-rows.json', text: json(rows(values), null, 2) }),
  (values) => ({ name: 'a.script', text: json(agentScript(values), null, 2) }),
  (values) => ({ name: 'a.postman_collection.json', text: json(postman(values), null, 2) }),
  (values) => ({ name: 'a.json', text: json(flowConfiguration(values), null, 2) }),
  (values) => ({
    name: 'a.i3InboundFlow',
    text: btoa(url(json(flowConfiguration(values)))),
  }),
];

function action(values: Values): object {
  const { chosen, drawn } = values;
  return {
    name: 'Order',
    integrationType: 'custom-rest-actions',
    actionType: 'custom',
    config: {
      request: {
        requestUrlTemplate: `https://svc:${url(chosen())}@api.example.com/v1?password=${url(chosen())}&api_key=${drawn()}&x=\${input.x}`,
        requestType: 'POST',
        headers: {
          'X-Note': chosen(),
          'X-API-Key': drawn(),
          'X-Password': chosen(),
          Authorization: `Bearer ${drawn()}`,
        },
        requestTemplate: body(values),
      },
      response: {
        translationMapDefaults: { id: json(chosen()), apiKey: json({ password: chosen(), apiKey: drawn() }) },
        successTemplate: json({ password: chosen(), list: [chosen(), chosen()] }),
      },
    },
    contract: { input: { inputSchema: contract(values) } },
  };
}

/** A body in each notation, in turn. */
function body({ chosen, drawn, turn }: Values): string {
  const bodies: readonly (() => string)[] = [
    () => json({ password: chosen(), other: { apiKey: drawn(), note: chosen() }, list: [chosen(), chosen()] }),
    () => `user=${url(chosen())}&password=${url(chosen())}&api_key=${drawn()}&note=${url(chosen())}`,
    () =>
      `<a><user>${xml(chosen())}</user><password>${xml(chosen())}</password><apiKey>${drawn()}</apiKey><b c="${xml(chosen())}" token="${drawn()}"/></a>`,
    () => `#set($note = "${chosen()}")#set($apiKey = "${drawn()}"){"password": "$esc.jsonString("${chosen()}")"}`,
    () => json({ outer: json({ password: chosen(), apiKey: drawn() }), note: chosen() }),
  ];
  return bodies[turn % bodies.length]?.() ?? '';
}

function contract({ chosen, drawn }: Values): object {
  return {
    type: 'object',
    properties: {
      order: { type: 'string', default: chosen(), enum: [chosen(), chosen()] },
      clientSecret: { type: 'string', default: drawn() },
      password: { type: 'string', default: chosen() },
    },
  };
}

function flow({ chosen, spoken, drawn }: Values, quoted: (text: string) => string): string {
  return `inboundCall:
  name: Main
  startUpRef: ./menus/menu[main]
  defaultLanguage: en-us
  description: ${quoted(chosen())}
  variables:
    - stringVariable:
        name: Flow.apiKey
        initialValue:
          lit: ${quoted(drawn())}
    - stringVariable:
        name: Flow.note
        initialValue:
          lit: ${quoted(chosen())}
  tasks:
    - task:
        actions:
          - callData:
              inputs:
                password:
                  lit: ${quoted(chosen())}
                apiKey:
                  exp: ${quoted(`"${drawn()}"`)}
                  note: ${quoted(chosen())}
          - updateData:
              statements:
                - string:
                    variable: Task.password
                    value: {exp: ${quoted(`"${chosen().replaceAll('"', '')}"`)}, other: ${quoted(chosen())}}
          - setParticipantData:
              attributes: [${quoted(chosen())}, ${quoted(chosen())}]
              text: |
                ${spoken()}
                token: ${drawn()}
`;
}

function archy({ chosen, spoken, drawn }: Values, quoted: (text: string) => string): string {
  return `# archy
clientId: ${quoted(chosen())}
clientSecret: ${quoted(chosen())}
authToken: ${quoted(drawn())}
location: example
substitutions:
  note: ${quoted(chosen())}
  password: ${quoted(chosen())}
  list:
    - ${quoted(chosen())}
    - ${quoted(chosen())}
  apiKey: ${quoted(drawn())} # ${spoken()}
`;
}

function archyObject({ chosen, drawn }: Values): object {
  return {
    clientId: chosen(),
    clientSecret: chosen(),
    location: 'example',
    substitutions: { note: chosen(), password: chosen(), apiKey: drawn() },
  };
}

function terraform({ chosen, drawn }: Values): string {
  return `provider "genesyscloud" {
  oauthclient_id     = ${hcl(chosen())}
  oauthclient_secret = ${hcl(chosen())}
}
# password = ${hcl(chosen())}
resource "genesyscloud_integration_credential" "one" {
  name = "one"
  fields = {
    userName = ${hcl(chosen())}
    password = ${hcl(chosen())}
    "apiKey" : ${hcl(drawn())}
  }
}
resource "genesyscloud_integration_action" "two" {
  config_request {
    request_url_template = "https://api.example.com/v1?api_key=${drawn()}"
    headers = { "X-Note" = ${hcl(chosen())}, "X-API-Key" = ${hcl(drawn())} }
    request_template = jsonencode({ password = ${hcl(chosen())}, list = [${hcl(chosen())}, ${hcl(chosen())}] })
  }
}
variable "token" {
  default = ${hcl(drawn())}
}
locals {
  note     = ${hcl(chosen())}
  password = <<EOT
${chosen()}
EOT
}
`;
}

function terraformObject({ chosen, drawn }: Values): object {
  return {
    provider: { genesyscloud: { oauthclient_id: chosen(), oauthclient_secret: chosen() } },
    resource: {
      genesyscloud_integration_credential: {
        one: { fields: { userName: chosen(), password: chosen(), apiKey: drawn() } },
      },
    },
    locals: { note: chosen(), list: [chosen(), chosen()], token: drawn() },
  };
}

function templateOf({ chosen, drawn }: Values): object {
  return {
    name: 'Order',
    integrationType: 'custom-rest-actions',
    actionType: 'custom',
    config: {
      request: {
        requestUrlTemplate: 'https://${host}/v1',
        headers: { 'X-Note': chosen(), 'X-API-Key': drawn(), 'X-Password': chosen() },
        requestTemplate: json({ password: chosen(), apiKey: drawn() }),
      },
    },
  };
}

function variables({ chosen, drawn }: Values): string {
  return `note = ${hcl(chosen())}
password = ${hcl(chosen())}
api_key = ${hcl(drawn())}
list = [${hcl(chosen())}, ${hcl(chosen())}]
settings = {
  user = ${hcl(chosen())}
  "client_secret" = ${hcl(drawn())}
}
`;
}

function variablesObject({ chosen, drawn }: Values): object {
  return { note: chosen(), password: chosen(), api_key: drawn(), list: [chosen(), chosen()], a: { token: drawn() } };
}

function state({ chosen, drawn }: Values): object {
  return {
    version: 4,
    terraform_version: '1.9.5',
    lineage: 'x',
    resources: [
      {
        type: 'genesyscloud_integration_credential',
        name: 'one',
        instances: [
          { attributes: { name: 'one', fields: { userName: chosen(), password: chosen(), apiKey: drawn() } } },
        ],
      },
      { type: 'x_y', name: 'two', instances: [{ attributes: { note: chosen(), list: [chosen()], token: drawn() } }] },
    ],
  };
}

function script({ chosen, spoken, drawn }: Values, quoted: (text: string) => string): string {
  return `#!/bin/sh
# archy with ${spoken()}
export USER_NAME=${quoted(chosen())}
export API_PASSWORD=${quoted(chosen())}
TOKEN=${drawn()}
archy publish --clientId ${quoted(chosen())} --clientSecret ${quoted(chosen())} --note ${quoted(chosen())}
curl -u ${quoted(`svc:${chosen()}`)} -H ${quoted(`X-API-Key: ${drawn()}`)} -d ${quoted(json({ password: chosen(), apiKey: drawn() }))} https://api.example.com
echo ${quoted(spoken())} "password=${drawn()}"
gc auth --password ${spoken()} --token ${drawn()}
`;
}

function powershell({ chosen, drawn }: Values): string {
  return `# archy
$env:API_NOTE = ${single(chosen())}
$env:API_PASSWORD = ${single(chosen())}
$token = ${single(drawn())}
$headers = @{ "X-Note" = ${single(chosen())}; "X-API-Key" = ${single(drawn())} }
archy publish -clientId ${single(chosen())} -clientSecret ${single(drawn())}
`;
}

function batch({ chosen, drawn }: Values): string {
  return `rem archy\r
set API_NOTE=${chosen()}\r
set API_PASSWORD=${chosen()}\r
set "API_TOKEN=${drawn()}"\r
archy publish /clientId ${chosen()} /clientSecret ${drawn()}\r
`;
}

function pipeline({ chosen, drawn }: Values): string {
  return `on: push
env:
  API_NOTE: ${json(chosen())}
  GENESYSCLOUD_OAUTHCLIENT_SECRET: ${single(chosen())}
jobs:
  a:
    steps:
      - name: one
        run: |
          archy publish --clientId ${shell(chosen())} --clientSecret ${shell(drawn())}
          export API_PASSWORD=${shell(chosen())}
      - uses: x
        with: {note: ${json(chosen())}, password: ${json(chosen())}, token: ${json(drawn())}}
`;
}

function packageOf({ chosen, drawn }: Values): object {
  return {
    name: 'genesys',
    scripts: {
      one: `archy publish --clientId ${shell(chosen())} --clientSecret ${shell(chosen())}`,
      two: `API_NOTE=${shell(chosen())} API_TOKEN=${drawn()} archy`,
    },
  };
}

function toml({ chosen, drawn }: Values): string {
  return `# genesys
[default]
environment = "example"
note = ${json(chosen())}
client_credentials = ${json(chosen())}
client_secret = ${json(chosen())}
access_token = ${json(drawn())}
[other]
note = ${single(chosen())}
password = ${single(chosen())}
`;
}

function signIn({ chosen, drawn }: Values): object {
  return {
    genesys: { environment: 'example', clientId: chosen(), clientSecret: chosen() },
    other: [{ name: 'token', value: drawn() }, { name: 'note', value: chosen() }, chosen(), chosen()],
  };
}

function signInYaml({ chosen, drawn }: Values): string {
  return `genesys:
  environment: example
  clientId: ${chosen().replace(/[:#]/g, '')}
  clientSecret: ${json(chosen())}
  note: ${single(chosen())}
other:
  - name: token
    value: ${drawn()}
  - {name: note, value: ${json(chosen())}}
  - [${json(chosen())}, ${json(chosen())}]
`;
}

function environment({ chosen, spoken, drawn }: Values, quoted: (text: string) => string): string {
  return `# genesys ${spoken()}
API_NOTE=${quoted(chosen())}
GENESYSCLOUD_OAUTHCLIENT_ID=${quoted(chosen())}
GENESYSCLOUD_OAUTHCLIENT_SECRET=${quoted(chosen())}
PASSWORD=${quoted(drawn())}
API_URL=https://svc:${url(chosen())}@api.example.com/?token=${drawn()}
# API_TOKEN=${quoted(drawn())}
LAST=${quoted(chosen())}
`;
}

function table({ chosen, drawn }: Values, separator: string): string {
  const lines = [
    ['key', 'note', 'apiKey', 'password'],
    ['prod', chosen(), drawn(), chosen()],
    ['test', chosen(), drawn(), chosen()],
    ['dev', chosen(), drawn(), chosen()],
  ];
  return lines.map((line) => `${line.map(cell).join(separator)}\n`).join('');
}

function rows({ chosen, drawn }: Values): object {
  return {
    table: 'datatable',
    entities: [
      { key: 'prod', note: chosen(), apiKey: drawn(), password: chosen() },
      { key: 'test', note: chosen(), apiKey: drawn(), password: chosen() },
    ],
  };
}

function agentScript({ chosen, drawn }: Values): object {
  return {
    startPageId: 'x',
    variables: [
      { name: 'apiKey', value: drawn() },
      { name: 'note', value: chosen() },
      { value: chosen(), name: 'password' },
    ],
    pages: [{ text: chosen(), list: [chosen(), chosen()] }],
  };
}

function postman({ chosen, spoken, drawn }: Values): object {
  return {
    info: { schema: 'https://schema.getpostman.com/', name: 'genesys' },
    auth: {
      basic: [
        { key: 'username', value: chosen() },
        { key: 'password', value: chosen() },
      ],
    },
    item: [
      {
        request: {
          header: [
            { key: 'X-Note', value: chosen() },
            { key: 'X-API-Key', value: drawn() },
          ],
          url: { raw: `https://api.example.com/?note=${url(chosen())}&token=${drawn()}` },
          body: { mode: 'raw', raw: json({ password: chosen(), apiKey: drawn() }) },
        },
        event: [{ script: { exec: [`pm.environment.set("password", ${json(spoken())})`, `token = "${drawn()}"`] } }],
      },
    ],
    variable: [
      { key: 'token', value: drawn() },
      { key: 'note', value: chosen() },
    ],
  };
}

function flowConfiguration({ chosen, drawn }: Values): object {
  return {
    flowSequenceItemList: [
      { inputs: [{ name: 'password', value: { text: json(chosen()), config: { lit: { text: chosen() } } } }] },
      { variable: 'note', value: chosen() },
      { variable: 'apiKey', value: drawn() },
    ],
  };
}
