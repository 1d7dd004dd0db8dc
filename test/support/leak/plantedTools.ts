import { json, shell, single, url, type Values } from './plantedValues.ts';

export function archy({ chosen, spoken, drawn }: Values, quoted: (text: string) => string): string {
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

export function archyObject({ chosen, drawn }: Values): object {
  return {
    clientId: chosen(),
    clientSecret: chosen(),
    location: 'example',
    substitutions: { note: chosen(), password: chosen(), apiKey: drawn() },
  };
}

export function script({ chosen, spoken, drawn }: Values, quoted: (text: string) => string): string {
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

export function powershell({ chosen, drawn }: Values): string {
  return `# archy
$env:API_NOTE = ${single(chosen())}
$env:API_PASSWORD = ${single(chosen())}
$token = ${single(drawn())}
$headers = @{ "X-Note" = ${single(chosen())}; "X-API-Key" = ${single(drawn())} }
archy publish -clientId ${single(chosen())} -clientSecret ${single(drawn())}
`;
}

export function batch({ chosen, drawn }: Values): string {
  return `rem archy\r
set API_NOTE=${chosen()}\r
set API_PASSWORD=${chosen()}\r
set "API_TOKEN=${drawn()}"\r
archy publish /clientId ${chosen()} /clientSecret ${drawn()}\r
`;
}

export function pipeline({ chosen, drawn }: Values): string {
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

export function packageOf({ chosen, drawn }: Values): object {
  return {
    name: 'genesys',
    scripts: {
      one: `archy publish --clientId ${shell(chosen())} --clientSecret ${shell(chosen())}`,
      two: `API_NOTE=${shell(chosen())} API_TOKEN=${drawn()} archy`,
    },
  };
}

export function toml({ chosen, drawn }: Values): string {
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

export function signIn({ chosen, drawn }: Values): object {
  return {
    genesys: { environment: 'example', clientId: chosen(), clientSecret: chosen() },
    other: [{ name: 'token', value: drawn() }, { name: 'note', value: chosen() }, chosen(), chosen()],
  };
}

export function signInYaml({ chosen, drawn }: Values): string {
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

export function environment({ chosen, spoken, drawn }: Values, quoted: (text: string) => string): string {
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
