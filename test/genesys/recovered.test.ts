import { describe, expect, it } from 'vitest';
import { tolerantYaml } from '../../src/engine/languages/yaml/yamlTolerant.ts';
import { findingsOf, scanDocument } from '../../src/genesys/scan.ts';
import { drawn } from './support/values.ts';

const TOKEN = drawn(41);
const PASSWORD = 'sommerferien99';

/** Eight characters in a row of it are a leak. */
const PIECES = Array.from({ length: PASSWORD.length - 7 }, (_none, at) => PASSWORD.slice(at, at + 8));

/** All names that are shown of a text. */
function namesOf(name: string, text: string): string[] {
  const first = scanDocument({ name, text });
  const scan = first.needsTolerantYaml ? scanDocument({ name, text }, { tolerantYaml }) : first;
  return findingsOf(scan).flatMap(({ keyPath, args }) => [...keyPath, ...args]);
}

const action = (requestTemplate: string): string =>
  JSON.stringify({
    integrationType: 'custom-rest-actions',
    actionType: 'custom',
    config: { request: { requestTemplate } },
  });

/** Damage after which a reader takes a value, or a part of one, for a name. */
const DAMAGED: readonly (readonly [string, string, string])[] = [
  [
    'a backslash is missing in a body',
    'a.custom.json',
    `{"config": {"request": {"requestTemplate": "{\\"password\\":\\"${PASSWORD}\\",\\"other\\":{"apiKey\\":\\"${TOKEN}\\"}}"}}}`,
  ],
  ['a quote is missing in a body', 'a.custom.json', action(`{"password":"${PASSWORD},"apiKey":"${TOKEN}"}`)],
  ['a sign is missing in a form', 'a.custom.json', action(`a=b&password=${PASSWORD}api_key=${TOKEN}`)],
  ['a bracket is missing in XML', 'a.custom.json', action(`<a><b${PASSWORD}</b><apiKey>${TOKEN}</apiKey></a>`)],
  [
    'a line break is missing in YAML',
    'options.yaml',
    `location: a\nclientSecret: "Passwort:${PASSWORD}"authToken: ${TOKEN}\n`,
  ],
  [
    'a quote is missing in YAML',
    'options.yaml',
    `location: a\nnote: "${PASSWORD}\nclientSecret: x"y\n${PASSWORD}: {authToken: ${TOKEN}}\n`,
  ],
  ['a line break is missing in .env', '.env', `GENESYS_NOTE=${PASSWORD}PASSWORD=${TOKEN}\n`],
  [
    'a line break is missing in TOML',
    'config.toml',
    `client_credentials = "genesys"\nnote = ${PASSWORD}password=${TOKEN}\n`,
  ],
  ['a comma is missing in a table', 'a.csv', `key,apiKey,note\n${PASSWORD}prod,${TOKEN}\n`],
  ['a blank is missing in a command', 'a.sh', `archy publish --password${PASSWORD.replace('s', 'S')} ${TOKEN}\n`],
  [
    'a quote is missing in a script',
    'a.sh',
    `archy --note '${PASSWORD} --clientSecret '${PASSWORD}token=${TOKEN} 'x\n`,
  ],
  [
    'a quote is missing in HCL',
    'main.tf',
    `provider "genesyscloud" {\n  a = ${PASSWORD}"\n  "${PASSWORD}" = { token = "${TOKEN}" }\n}\n`,
  ],
  [
    'a heredoc has no end',
    'main.tf',
    `locals {\n  a = <<EOT\n${PASSWORD}\n}\nresource "${PASSWORD}" "b" {\n  token = "${TOKEN}"\n}\n`,
  ],
  ['a quote is one too many in a table', 'a.csv', `key,apiKey,note\n"a"${PASSWORD},${TOKEN},x\n`],
  ['a quote and a blank are missing in a command', 'a.sh', `archy x\necho "${PASSWORD}token=${TOKEN}"\n`],
  ['a line break is missing in a script', 'a.sh', `archy publish ${PASSWORD}TOKEN=${TOKEN}\n`],
  [
    'commas are missing in a header and in a row',
    'a.csv',
    `key,noteapiKey,x\na,b,${TOKEN},c\n${PASSWORD},${TOKEN},c\n`,
  ],
  ['an option runs into the next', 'a.sh', `archy --note -${PASSWORD}--token ${TOKEN}\n`],
  ['a scheme is no scheme', '.env', `GENESYS_URL=${PASSWORD}://svc:${TOKEN}@example.com\n`],
];

describe('no piece of a value is shown as a name', () => {
  it.each(DAMAGED)('where %s', (_, name, text) => {
    const names = namesOf(name, text);
    expect(names.length).toBeGreaterThan(0);
    const shown = names.join('\n').toLowerCase();
    expect(PIECES.filter((piece) => shown.includes(piece))).toEqual([]);
  });
});

describe('a name that is given is shown', () => {
  it('also where a file is damaged', () => {
    const text = `{"config": {"request": {"headers": {"X-API-Key": "${TOKEN}", "X-Own-Token": "${drawn(42)}"`;
    expect(namesOf('a.custom.json', text)).toEqual([
      ...['config', 'request', 'headers', 'X-API-Key', 'X-API-Key'],
      ...['config', 'request', 'headers', '[hidden]', '[hidden]'],
    ]);
  });

  it('of items of a large flow that are not damaged themselves', () => {
    const item = (i: number, more = ''): string =>
      `    - callData:\n        category: Northwind ${i}\n        inputs:\n          ownPassword:\n            lit: "${drawn(i)}"${more}\n`;
    const items = Array.from({ length: 400 }, (_none, i) => item(i, i === 200 ? ' x: "' : '')).join('');
    const text = `inboundCall:\n  name: a\n  defaultLanguage: en-us\n  startUpRef: x\n  tasks:\n${items}`;
    const shown = namesOf('a.yaml', text).filter((name) => name === 'ownPassword');
    expect(text.length).toBeGreaterThan(30_000);
    expect(shown.length).toBeGreaterThan(700);
  });
});
