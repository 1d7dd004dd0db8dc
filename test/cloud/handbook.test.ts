import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import type { ActionConfig } from '../../src/cloud/orgClient.ts';
import { failureOf, type Seen, scriptedOrg, signedIn } from './support/scriptedOrg.ts';

// What the SDK really sends over HTTP, against the examples of the handbook, read as they stand there.
const HANDBOOK = fileURLToPath(new URL('../../../shared/domain/genesys-cloud.md', import.meta.url));
const isThere = existsSync(HANDBOOK);
const text = isThere ? readFileSync(HANDBOOK, 'utf8') : '';
const called = (name: string): string => (isThere ? name : `${name} (the handbook is not beside this clone)`);

/** From a heading to the next one of its depth. */
function section(number: string): string {
  const [depth] = /^#+/.exec(number) ?? ['###'];
  const start = text.indexOf(`\n${number} `);
  const end = text.indexOf(`\n${depth} `, start + 1);
  return text.slice(start, end < 0 ? undefined : end);
}

interface CredentialExample {
  readonly name: string;
  readonly type: { readonly name: string };
  readonly credentialFields: Readonly<Record<string, string>>;
}

/** The bodies of 7.3, one a line. */
const CREDENTIALS: readonly CredentialExample[] = section('### 7.3')
  .split('\n')
  .filter((line) => line.startsWith('{ "name"'))
  .map((line): CredentialExample => JSON.parse(line));

/** The required members of a model of 7.2: those without a question mark. */
function required(model: string): readonly string[] {
  const members = new RegExp(`^${model} +\\{(.*)\\}$`, 'm').exec(section('### 7.2'))?.[1] ?? '';
  return members
    .replaceAll(/\{[^{}]*\}/g, '')
    .split(/[;,]/)
    .map((member) => member.trim())
    .filter((member) => !member.includes('?'))
    .flatMap((member) => /^\w+/.exec(member)?.[0] ?? []);
}

/** The calls of the table in 7.1: `METHOD /path/{id}`. */
const CALLS: ReadonlySet<string> = new Set(
  section('### 7.1')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => [...line.matchAll(/(GET|POST|PUT|PATCH|DELETE)(?: \/ (PUT))? `(\/api\/v2[^`?]*)/g)])
    .flatMap(([, first, second, path]) => [first, second].flatMap((method) => (method ? [`${method} ${path}`] : []))),
);

/** The path with its ids as the handbook writes them. */
function shape({ method, path }: Seen, ...ids: readonly string[]): string {
  const bare = path.split('?')[0] ?? '';
  return `${method} ${ids.reduce((shown, id) => shown.replace(id, '{id}'), bare)}`;
}

const CONFIG = {
  id: 'i-1',
  name: 'Booking',
  version: 3,
  properties: { timeout: 5 },
  advanced: { a: [1] },
  notes: 'n',
  credentials: { other: { id: 'o-1', name: 'x', type: { name: 'basicAuth' } } },
  selfUri: '/api/v2/integrations/i-1/config/current',
};

const ACTION: ActionConfig = {
  request: { requestUrlTemplate: 'https://a.example', headers: {}, requestTemplate: 't', rest: { requestType: 'GET' } },
  response: { successTemplate: 's', rest: { translationMap: {} } },
  rest: { timeoutSeconds: 5 },
};

describe.skipIf(!isThere)(called('requests as the handbook shows them'), () => {
  it('has bodies of credentials for every type that is written about', () => {
    expect(CREDENTIALS.map(({ type }) => type.name)).toEqual(
      expect.arrayContaining(['userDefined', 'basicAuth', 'userDefinedOAuth']),
    );
  });

  it.each(CREDENTIALS)('a $type.name credential is created and replaced with that very body', async (example) => {
    const org = await scriptedOrg({ answers: [{ json: { id: 'c-1' } }] });
    const { client } = await signedIn(org);
    const values = Object.keys(example.credentialFields).map((name) => ({ name, value: new Sensitive(randomUUID()) }));
    const credential = { name: example.name, typeName: example.type.name, fields: values };
    await client.createCredential(credential);
    await client.putCredential('c-1', credential);
    const credentialFields = Object.fromEntries(values.map(({ name, value }) => [name, value.reveal()]));
    for (const { body, headers } of org.seen) {
      expect(JSON.parse(body)).toEqual({ ...example, credentialFields });
      expect(Object.keys(JSON.parse(body))).toEqual(Object.keys(example));
      expect(headers['content-type']).toMatch(/^application\/json/);
    }
    const asked = org.seen.map((each) => shape(each, 'c-1'));
    expect(asked).toEqual(['POST /api/v2/integrations/credentials', 'PUT /api/v2/integrations/credentials/{id}']);
    for (const call of asked) expect(CALLS).toContain(call);
  });

  it('a configuration goes back with all that the model requires, the same version, and the slot as an id', async () => {
    const org = await scriptedOrg({ answers: [{ json: CONFIG }] });
    const { client } = await signedIn(org);
    const read = await client.integrationConfig('i-1');
    await client.putIntegrationConfig('i-1', {
      ...read,
      credentials: { ...read.credentials, basicAuth: { id: 'c-1' } },
    });
    const sent: unknown = JSON.parse(org.seen[1]?.body ?? '{}');
    const names = required('IntegrationConfiguration');
    expect(names).toEqual(['name', 'version', 'properties', 'advanced', 'notes', 'credentials']);
    for (const name of names) expect(sent).toHaveProperty(name);
    expect(sent).toEqual({ ...CONFIG, credentials: { other: { id: 'o-1' }, basicAuth: { id: 'c-1' } } });
    for (const each of org.seen) expect(CALLS).toContain(shape(each, 'i-1'));
  });

  it('who uses a credential is asked with its id, and a deletion has no body', async () => {
    const org = await scriptedOrg({ answers: [{ json: { entities: [] } }, { status: 204 }] });
    const { client } = await signedIn(org);
    await client.integrationsUsing('c-1');
    await client.deleteCredential('c-1');
    const [asked, deleted] = org.seen;
    expect(section('### 7.5')).toContain('GET /integrations?credentialId=<id>');
    expect(new URL(asked?.path ?? '', org.origin).searchParams.get('credentialId')).toBe('c-1');
    expect(deleted?.body).toBe('');
    for (const each of org.seen) expect(CALLS).toContain(shape(each, 'c-1'));
  });

  it('the listing of credentials has its page size as a text of at most 200', async () => {
    const org = await scriptedOrg({ answers: [{ json: { entities: [] } }] });
    const { client } = await signedIn(org);
    await client.credentialsNamed('n');
    const [asked] = org.seen;
    const query = new URL(asked?.path ?? '', org.origin).searchParams;
    expect(Number(query.get('pageSize'))).toBeLessThanOrEqual(200);
    expect([...query.keys()].filter((key) => !['pageSize', 'after', 'before'].includes(key))).toEqual([]);
    expect(CALLS).toContain(asked && shape(asked));
  });

  it('a draft is changed with config and version, and published with its version alone', async () => {
    const org = await scriptedOrg({ answers: [{ json: { version: 4 } }] });
    const { client } = await signedIn(org);
    await client.patchDraft('a-1', 4, ACTION);
    await client.publishDraft('a-1', 5);
    const [patch, publish] = org.seen.map(({ body }): unknown => JSON.parse(body));
    expect(section('### 7.6')).toContain('`PATCH …/draft {config, version}`');
    expect(section('### 7.6')).toContain('`POST …/draft/publish {version}`');
    expect(Object.keys(Object(patch)).sort()).toEqual(['config', 'version']);
    expect(patch).toEqual({
      version: 4,
      config: {
        request: { requestType: 'GET', requestUrlTemplate: 'https://a.example', headers: {}, requestTemplate: 't' },
        response: { translationMap: {}, successTemplate: 's' },
        timeoutSeconds: 5,
      },
    });
    expect(publish).toEqual({ version: 5 });
    expect(org.seen.map((each) => shape(each, 'a-1'))).toEqual([
      'PATCH /api/v2/integrations/actions/{id}/draft',
      'POST /api/v2/integrations/actions/{id}/draft/publish',
    ]);
  });

  it('a sign-in goes to the login path with a Basic header and its grant as a form', async () => {
    const org = await scriptedOrg();
    await signedIn(org);
    const [login] = org.logins;
    expect(section('### 8.3')).toContain('/login/oauth/token');
    expect([login?.method, login?.path, login?.body]).toEqual([
      'POST',
      '/login/oauth/token',
      'grant_type=client_credentials',
    ]);
    expect(login?.headers.authorization).toMatch(/^Basic [A-Za-z0-9+/]+=*$/);
  });

  it('both ways to say that a version is out of date are understood', async () => {
    expect(section('### 7.5')).toContain(
      '400 whose message contains "does not match the current\nversion"'.replace('\n', ' '),
    );
    for (const answer of [
      { status: 409, json: { code: 'general.conflict' } },
      { status: 400, json: { message: 'The version 2 does not match the current version 3.' } },
    ]) {
      const { client } = await signedIn(await scriptedOrg({ answers: [answer] }));
      expect(
        await failureOf(client.putIntegrationConfig('i-1', { version: 2, credentials: {}, rest: {} })),
      ).toMatchObject({
        isVersionConflict: true,
      });
    }
  });
});
