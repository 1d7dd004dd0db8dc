import type { Marked } from '../marks.ts';
import { indented, jsonString, YAML_STYLES, type YamlStyle, yamlEntry } from '../notations.ts';
import type { Place, Slot, Writing, WrittenFile } from '../place.ts';

const CLIENT_ID = '6e1e1a0f-2f3f-4a55-9d5a-0c8a4bb0a7d1';

type Given = Pick<Place, 'fill' | 'spelling'> & Partial<Pick<Place, 'names'>>;
type Entry = (key: string, value: Marked) => Marked;

/** YAML files: every scalar style. */
function yaml(id: string, given: Given, name: string, write: (slot: Slot, entry: Entry) => Marked): Place {
  const writings = YAML_STYLES.map(
    (style: YamlStyle): Writing => ({
      id: style === 'plain' ? 'plain' : `YAML ${style}`,
      write: (slot) => ({ name, text: write(slot, (key, value) => yamlEntry(key, value, style)) }),
    }),
  );
  return { id, group: 'tools', syntax: 'yaml', ...given, writings };
}

/** Files of lines, with one way of writing each. */
function lines(id: string, given: Given, ways: Readonly<Record<string, (slot: Slot) => WrittenFile>>): Place {
  const writings = Object.entries(ways).map(([way, write]): Writing => ({ id: way, oneLine: true, write }));
  return { id, group: 'tools', syntax: 'lines', ...given, writings };
}

/** A shell word: bare where the value allows it. */
function word(value: Marked): Marked {
  return /^[\w.\-~/+=:@%,\uE000-\uE003]+$/.test(value) ? value : singleQuoted(value);
}

function singleQuoted(value: Marked): Marked {
  return value.includes("'") ? `"${value.replace(/["\\$`]/g, '\\$&')}"` : `'${value}'`;
}

function doubleQuoted(value: Marked): Marked {
  return `"${value.replace(/["\\$`]/g, '\\$&')}"`;
}

const SHELL = '#!/usr/bin/env bash\nset -euo pipefail\nFLOW="./flows/main.yaml"\n';
const SECRET = { fill: 'named', spelling: 'ascii', names: ['clientSecret'] } as const;
const UPPER = { fill: 'named', spelling: 'upper' } as const;
const sh = (text: Marked, name = 'deploy.sh'): WrittenFile => ({ name, text });

export const TOOL_PLACES: readonly Place[] = [
  yaml(
    'Archy options',
    SECRET,
    'archy-options.yaml',
    ({ name, value }, entry) =>
      `# options of the test org\nclientId: ${CLIENT_ID}\n${entry(name, value)}\nlocation: prod_eu_central_1\nforce: true\n`,
  ),
  yaml(
    'Archy options, substitutions',
    { fill: 'named', spelling: 'any' },
    'options.yml',
    ({ name, value }, entry) =>
      `location: mypurecloud.de\nclientId: ${CLIENT_ID}\nsubstitutions:\n  flow_name: Main\n${indented(entry(name, value), 2)}\n`,
  ),
  lines('shell, --clientSecret', SECRET, {
    plain: ({ name, value }) =>
      sh(
        `${SHELL}archy publish --file "$FLOW" --clientId ${CLIENT_ID} --${name} ${word(value)} --location mypurecloud.de\n`,
      ),
    '= and quotes': ({ name, value }) =>
      sh(`${SHELL}archy create --clientId=${CLIENT_ID} --${name}=${doubleQuoted(value)} --location=usw2.pure.cloud\n`),
    'line continuation': ({ name, value }) =>
      sh(
        `${SHELL}archy export \\\n  --flowName 'Main' \\\n  --clientId ${CLIENT_ID} \\\n  --${name} ${singleQuoted(value)} \\\n  --force\n`,
      ),
    'Windows batch': ({ name, value }) =>
      sh(
        `@echo off\r\narchy publish ^\r\n  --clientId ${CLIENT_ID} ^\r\n  --${name} ${doubleQuoted(value)}\r\n`,
        'deploy.bat',
      ),
    PowerShell: ({ name, value }) =>
      sh(
        `$flow = "main.yaml"\narchy publish --file $flow --clientId "${CLIENT_ID}" \`\n  --${name} ${singleQuoted(value)}\n`,
        'deploy.ps1',
      ),
    comment: ({ name, value }) =>
      sh(`${SHELL}# archy publish --clientId ${CLIENT_ID} --${name} ${word(value)}\narchy publish --file "$FLOW"\n`),
  }),
  lines('shell, variable', UPPER, {
    plain: ({ name, value }) =>
      sh(`${SHELL}GENESYS_${name}=${word(value)}\narchy publish --clientSecret "$GENESYS_${name}"\n`),
    export: ({ name, value }) =>
      sh(
        `${SHELL}export GENESYSCLOUD_OAUTHCLIENT_ID=${CLIENT_ID}\nexport ${name}=${doubleQuoted(value)}\nterraform apply -auto-approve # genesyscloud\n`,
      ),
    'before a command': ({ name, value }) =>
      sh(`${SHELL}GENESYSCLOUD_REGION=eu-central-1 ${name}=${singleQuoted(value)} terraform plan\n`),
    PowerShell: ({ name, value }) =>
      sh(
        `$env:GENESYSCLOUD_REGION = "eu-central-1"\n$env:${name} = ${singleQuoted(value)}\nterraform apply\n`,
        'apply.ps1',
      ),
    'Windows batch': ({ name, value }) =>
      sh(
        `@echo off\r\nset GENESYSCLOUD_REGION=eu-central-1\r\nset ${name}=${value}\r\nterraform apply\r\n`,
        'apply.cmd',
      ),
  }),
  lines(
    'shell, curl',
    { fill: 'password', spelling: 'ascii' },
    {
      plain: ({ value }) =>
        sh(
          `${SHELL}curl -s -u ${word(`${CLIENT_ID}:${value}`)} -d grant_type=client_credentials https://login.mypurecloud.de/oauth/token\n`,
        ),
      '--user': ({ value }) =>
        sh(`${SHELL}curl --user ${doubleQuoted(`${CLIENT_ID}:${value}`)} https://login.usw2.pure.cloud/oauth/token\n`),
    },
  ),
  lines(
    'shell, curl header',
    { fill: 'token', spelling: 'ascii' },
    {
      plain: ({ value }) =>
        sh(
          `${SHELL}curl -H ${doubleQuoted(`Authorization: Bearer ${value}`)} https://api.mypurecloud.de/api/v2/flows\n`,
        ),
      'long option': ({ value }) =>
        sh(
          `${SHELL}curl \\\n  --header ${singleQuoted(`Authorization: bearer ${value}`)} \\\n  https://api.mypurecloud.com/api/v2/users/me\n`,
        ),
    },
  ),
  yaml(
    'CI, env',
    UPPER,
    'deploy.yml',
    ({ name, value }, entry) =>
      `name: Deploy CX as Code\non:\n  push:\n    branches: [main]\njobs:\n  apply:\n    runs-on: ubuntu-latest\n    env:\n      GENESYSCLOUD_OAUTHCLIENT_ID: ${CLIENT_ID}\n${indented(entry(name, value), 6)}\n      GENESYSCLOUD_REGION: eu-central-1\n    steps:\n      - uses: actions/checkout@v4\n      - run: terraform apply -auto-approve\n`,
  ),
  yaml(
    'CI, variables',
    UPPER,
    'azure-pipelines.yml',
    ({ name, value }, entry) =>
      `trigger:\n  - main\nvariables:\n${indented(entry(`GENESYSCLOUD_${name}`, value), 2)}\nsteps:\n  - script: archy publish --file main.yaml --clientSecret $(GENESYSCLOUD_${name})\n`,
  ),
  yaml(
    'CI, --clientSecret',
    SECRET,
    '.gitlab-ci.yml',
    ({ name, value }, entry) =>
      `deploy:\n  image: node:20\n  script:\n    - npm ci\n    - ${indented(
        entry('x', `archy publish --clientId ${CLIENT_ID} --${name} ${word(value)} --file main.yaml`),
        4,
      )
        .trimStart()
        .replace(/^x: ?/, '')}\n`,
  ),
  lines(
    'gc CLI config',
    { fill: 'named', spelling: 'snake', names: ['client_secret', 'access_token'] },
    {
      plain: ({ name, value }) => ({
        name: 'config.toml',
        text: `[DEFAULT]\nenvironment = "mypurecloud.com"\nclient_id = "${CLIENT_ID}"\n${name} = ${jsonString(value)}\n`,
      }),
      'literal string': ({ name, value }) => ({
        name: 'config.toml',
        text: `[default]\n  client_credentials = "${CLIENT_ID}"\n  ${name} = '${value.replace(/'/g, '')}'\n  environment = "mypurecloud.de"\n`,
      }),
      'second profile': ({ name, value }) => ({
        name: 'config.toml',
        text: `[default]\nenvironment = "mypurecloud.com"\n\n[test]\nclient_id = "${CLIENT_ID}"\n${name}=${jsonString(value)} # test org\nenvironment = "mypurecloud.ie"\n`,
      }),
    },
  ),
  lines('.env', UPPER, {
    plain: ({ name, value }) => ({
      name: '.env',
      text: `GENESYS_CLOUD_CLIENT_ID=${CLIENT_ID}\n${name}=${value}\nGENESYS_CLOUD_REGION=mypurecloud.de\n`,
    }),
    'double quotes': ({ name, value }) => ({
      name: '.env.local',
      text: `GENESYSCLOUD_REGION="eu-central-1"\nexport ${name}="${value.replace(/["\\]/g, '')}"\n`,
    }),
    'single quotes': ({ name, value }) => ({
      name: 'prod.env',
      text: `# Genesys Cloud\nGENESYSCLOUD_REGION=eu-central-1\nGENESYS_${name}='${value.replace(/'/g, '')}'\n`,
    }),
    'spaces and comment': ({ name, value }) => ({
      name: '.env',
      text: `GENESYSCLOUD_REGION = eu-central-1\n${name} = ${singleQuoted(value).replace(/\\/g, '')} # rotate\n`,
    }),
    comment: ({ name, value }) => ({ name: '.env', text: `GENESYSCLOUD_REGION=eu-central-1\n# ${name}=${value}\n` }),
  }),
];
