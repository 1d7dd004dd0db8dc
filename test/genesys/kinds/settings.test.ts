import { describe, expect, it } from 'vitest';
import { foundIn, scanOf } from '../support/found.ts';
import { drawn } from '../support/values.ts';

const SECRET = drawn(1, 43);
const OTHER = drawn(2, 43);

describe('an options file of Archy gives away', () => {
  it.each([
    ['options.yaml', `clientId: abc\nclientSecret: ${SECRET}\nlocation: prod_us_east_1\n`],
    ['options.yaml', `clientSecret: "${SECRET}"\r\nlocation: prod_us_east_1\r\n`],
    ['options.yaml', `\uFEFFclientSecret: '${SECRET}'\n`],
    ['.archy_config', `{"clientId": "abc", "clientSecret": "${SECRET}"}`],
    ['archy.yml', `authToken: ${SECRET}\nlocation: x\n`],
    ['dev.yaml', `flowName: Main\nflowType: inboundcall\nclientSecret: ${SECRET}\n`],
    ['archy.yaml', `clientSecret: ${SECRET}\nsubstitutions:\n  - a\n flow: [x\n`],
    ['archyOptions.json', `{"clientId": "abc", "clientSecret": "${SECRET}", "location": "x"}`],
    ['archyOptions.json', `{"clientSecret": "${SECRET}`],
    ['dev.json', `{"clientId": "abc", "clientSecret": "${SECRET}", "location": "prod_us_east_1"}`],
  ])('%s: %j', (name, text) => {
    expect(foundIn(name, text)).toEqual([SECRET]);
    expect(scanOf(name, text).kind).toBe('archy-options');
  });

  it('a substitution', () => {
    const text = `clientId: abc\nlocation: x\nsubstitutions:\n  crmApiKey: ${SECRET}\n  greeting: Hello\n`;
    expect(foundIn('options.yaml', text)).toEqual([SECRET]);
  });

  it('what is commented out', () => {
    expect(foundIn('options.yaml', `location: x\n# clientSecret: ${SECRET}\nclientId: abc\n`)).toEqual([SECRET]);
  });
});

describe('an options file says nothing of', () => {
  it.each([
    ['options.yaml', 'clientId: abc\nclientSecret: ${CLIENT_SECRET}\nlocation: x\n'],
    ['options.yaml', 'clientId: abc\nclientSecret: "{{clientSecret}}"\nlocation: x\n'],
    ['options.yaml', 'clientId: abc\nclientSecret: <your client secret>\nlocation: x\n'],
    ['options.yaml', 'clientId: 8f2b7c1e-4a55-4e0c-9b57-1d3f0a9c6b21\nclientSecret:\nlocation: x\n'],
  ])('%s: %j', (name, text) => {
    expect(foundIn(name, text)).toEqual([]);
  });

  it('another program', () => {
    expect(scanOf('application.yaml', `clientSecret: ${SECRET}\n`).kind).toBeUndefined();
    expect(scanOf('config.json', `{"clientSecret": "${SECRET}"}`).kind).toBeUndefined();
  });
});

describe('a profile of the gc CLI gives away', () => {
  it.each([
    [
      'config.toml',
      `[DEFAULT]\nclient_credentials = "abc"\nclient_secret = "${SECRET}"\nenvironment = "mypurecloud.com"\n`,
    ],
    ['config.toml', `[DEFAULT]\r\nclient_secret='${SECRET}'\r\nenvironment='usw2.pure.cloud'\r\n`],
    ['config.toml', `[dev]\naccess_token = "${SECRET}"\nenvironment = "mypurecloud.de"\n[prod]\nclient_id = "x"\n`],
    ['genesys.ini', `[general]\nclient_secret: ${SECRET}\nhost: https://api.mypurecloud.com\n`],
    ['gc.conf', `; purecloud\nclient_secret = ${SECRET} ; mine\n`],
    ['application.properties', `genesys.client.id=abc\ngenesys.client.secret=${SECRET}\n`],
    ['config.yaml', `dev:\n  client_id: abc\n  client_secret: ${SECRET}\n  environment: mypurecloud.com\n`],
    ['deployment.yaml', `kind: Deployment\nspec:\n  env:\n    - name: GENESYS_CLIENT_SECRET\n      value: ${SECRET}\n`],
    ['secret.yaml', `kind: Secret\nstringData:\n  GENESYS_CLIENT_SECRET: ${SECRET}\n`],
    ['config.json', `{"genesys": {"clientId": "abc", "clientSecret": "${SECRET}", "region": "mypurecloud.com"}}`],
    ['appsettings.json', `{"PureCloud": {"ClientId": "abc", "ClientSecret": "${SECRET}"}}`],
  ])('%s: %j', (name, text) => {
    expect(foundIn(name, text)).toEqual([SECRET]);
    expect(scanOf(name, text).kind).toBe('gc-config');
  });

  it.each([
    [
      'labels',
      'de.json',
      '{"genesys": {"clientId": "Client-ID", "clientSecret": "Client Secret", "region": "Region"}}',
    ],
    ['names of secrets', 'values.yaml', 'genesys:\n  clientId: ""\n  clientSecret: ""\n  secretName: genesys-oauth\n'],
    ['parameters', 'serverless.yml', 'environment:\n  GENESYS_CLIENT_SECRET: ${ssm:/genesys/client-secret}\n'],
    ['types', 'api.json', '{"genesys": 1, "x": {"clientId": "string", "clientSecret": "string"}}'],
  ])('says nothing of %s', (_what, name, text) => {
    expect(foundIn(name, text)).toEqual([]);
  });

  it('says nothing of other programs', () => {
    expect(scanOf('config.toml', `[x]\nclient_secret = "${SECRET}"\n`).kind).toBeUndefined();
    expect(scanOf('config.yaml', `client_id: abc\nclient_secret: ${SECRET}\n`).kind).toBeUndefined();
  });
});

describe('an environment file gives away', () => {
  const region = 'GENESYSCLOUD_REGION=us-east-1\n';

  it.each([
    ['.env', `${region}GENESYSCLOUD_OAUTHCLIENT_SECRET=${SECRET}\n`],
    ['.env', `GENESYSCLOUD_OAUTHCLIENT_SECRET="${SECRET}"`],
    ['.env.local', `export GENESYSCLOUD_OAUTHCLIENT_SECRET='${SECRET}'\n`],
    ['dev.env', `${region}CRM_API_KEY=${SECRET} # of the CRM\n`],
    ['.env', `${region}CRM_API_KEY = ${SECRET}\r\n`],
    ['.env', `\uFEFFGENESYS_CLIENT_SECRET=${SECRET}\r\n`],
    ['.env', `${region}#CRM_API_KEY=${SECRET}\n`],
    ['.envrc', `${region}export CRM_API_KEY="${SECRET}"\n`],
    ['.env', `${region}CRM_API_KEY="${SECRET}\nNEXT=1\n`],
    ['.env', `${region}WEBHOOK=https://example.com/x?token=${SECRET}&a=b\n`],
  ])('%s: %j', (name, text) => {
    expect(foundIn(name, text)).toEqual([SECRET]);
    expect(scanOf(name, text).kind).toBe('environment');
  });

  it('each of several, a password of an address among them', () => {
    const text = `${region}A_TOKEN=${SECRET}\nDATABASE_URL=postgres://app:${OTHER}@db.example.com/x\n`;
    expect(foundIn('.env', text)).toEqual([SECRET, OTHER]);
  });

  it('says nothing of references, placeholders and empty names', () => {
    const text = `${region}A_SECRET=\nB_SECRET=\${A_SECRET}\nC_SECRET=$A_SECRET\nD_SECRET=changeme\nE_SECRET=<secret>\n`;
    expect(foundIn('.env', text)).toEqual([]);
  });

  it('says nothing of other projects', () => {
    expect(scanOf('.env', `API_KEY=${SECRET}\n`).kind).toBeUndefined();
  });
});
