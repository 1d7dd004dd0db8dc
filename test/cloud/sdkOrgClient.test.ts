import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import type { OrgClient } from '../../src/cloud/index.ts';
import { type Answer, failureOf, type Seen, scriptedOrg, signedIn } from './support/scriptedOrg.ts';

async function answering(answers: readonly Answer[] | ((seen: Seen) => Answer)) {
  const org = await scriptedOrg({ answers });
  return { org, ...(await signedIn(org)) };
}

/** Answers a listing page by page; what lies behind the last page is empty. */
function pages(...entities: readonly (readonly object[])[]): readonly Answer[] {
  return [...entities, []].map((page) => ({ json: { entities: page } }));
}

const CONFIG = {
  id: 'i-1',
  name: 'Booking',
  version: 3,
  properties: { timeout: 5 },
  advanced: {},
  notes: 'n',
  credentials: { other: { id: 'o-1', name: 'x', type: { name: 'basicAuth' } } },
};

describe('requests', () => {
  it('create a credential as the handbook shows it', async () => {
    const { client, org } = await answering([{ json: { id: 'c-1' } }]);
    const value = randomUUID();
    const fields = [{ name: 'apiKey', value: new Sensitive(value) }];
    await client.createCredential({ name: 'Integration-1', typeName: 'userDefined', fields });
    const [{ method, path, body } = { method: '', path: '', body: '{}' }] = org.seen;
    expect([method, path]).toEqual(['POST', '/api/v2/integrations/credentials']);
    expect(JSON.parse(body)).toEqual({
      name: 'Integration-1',
      type: { name: 'userDefined' },
      credentialFields: { apiKey: value },
    });
  });

  it('send a configuration back as it was read, with its version and its other slots', async () => {
    const { client, org } = await answering([{ json: CONFIG }]);
    const config = await client.integrationConfig('i-1');
    const credentials = { ...config.credentials, basicAuth: { id: 'c-1' } };
    await client.putIntegrationConfig('i-1', { ...config, credentials });
    expect(org.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v2/integrations/i-1/config/current',
      'PUT /api/v2/integrations/i-1/config/current',
    ]);
    expect(JSON.parse(org.seen[1]?.body ?? '{}')).toEqual({
      ...CONFIG,
      credentials: { other: { id: 'o-1' }, basicAuth: { id: 'c-1' } },
    });
  });

  it('keep an id in its place in the path', async () => {
    const { client, org } = await answering([{ json: { id: 'x' } }]);
    await client.credential('../../users?a=b');
    expect(org.seen[0]?.path).toBe('/api/v2/integrations/credentials/..%2F..%2Fusers%3Fa%3Db');
  });

  it('are not sent without an id, and that is an error like any other', async () => {
    const { client, org } = await answering([{ json: {} }]);
    expect(await failureOf(client.credential(''))).toMatchObject({ name: 'CloudError', mayHaveHappened: false });
    expect(org.seen).toEqual([]);
  });

  it('accept a deletion that is answered with nothing', async () => {
    const { client } = await answering([{ status: 204 }]);
    await expect(client.deleteCredential('c-1')).resolves.toBeUndefined();
  });
});

describe('listings', () => {
  it('go on to an empty page, whatever the counts say', async () => {
    const page = (...names: string[]): object[] => names.map((name) => ({ id: name, name }));
    const answers = pages(page('b', 'c'), page('a')).map((answer) =>
      typeof answer === 'string' ? answer : { json: { ...Object(answer.json), pageCount: 1, total: 1 } },
    );
    const { client, org } = await answering(answers);
    expect((await client.listIntegrations(['custom-rest-actions'])).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(org.seen).toHaveLength(3);
  });

  it('say which integrations do not run', async () => {
    const listed = [
      { id: '1', name: 'a', intendedState: 'DISABLED', reportedState: { code: 'INACTIVE' } },
      { id: '2', name: 'b', intendedState: 'ENABLED', reportedState: { code: 'ERROR' } },
      { id: '3', name: 'c', intendedState: 'ENABLED', reportedState: { code: 'ACTIVATING' } },
      { id: '4', name: 'd' },
    ];
    const { client } = await answering(pages(listed));
    const troubles = (await client.listIntegrations(['custom-rest-actions'])).map(({ trouble }) => trouble);
    expect(troubles).toEqual(['disabled', 'error', undefined, undefined]);
  });

  it('end in an org that gives the same page for ever', async () => {
    const { client, org } = await answering([{ json: { entities: [{ id: '1', name: 'n' }] } }]);
    expect(await client.credentialsNamed('n')).toHaveLength(1);
    expect(org.seen).toHaveLength(2);
  });

  it('of credentials continue behind the last one and take the exact name only', async () => {
    const { client, org } = await answering(pages([{ id: '1', name: 'n' }, { id: '2' }], [{ id: '3', name: 'n x' }]));
    expect((await client.credentialsNamed('n')).map(({ id }) => id)).toEqual(['1']);
    expect(org.seen.map(({ path }) => new URLSearchParams(path.split('?')[1]).get('after'))).toEqual([null, '2', '3']);
  });

  it('of actions keep those of the integration, auth actions included', async () => {
    const action = (id: string, integrationId: string): object => ({ id, name: id, integrationId });
    const { client, org } = await answering(pages([action('b', '1'), action('x', '2')], [action('a', '1')]));
    expect((await client.actionsOf('1')).map(({ name }) => name)).toEqual(['a', 'b']);
    expect(org.seen[0]?.path).toContain('includeAuthActions=true');
  });
});

describe('who uses a credential', () => {
  const bound = (id: string, credentialId: string): object => ({
    id,
    name: id,
    config: { current: { credentials: { basicAuth: { id: credentialId } } } },
  });

  it('is what the configurations say, where the org does not know the filter', async () => {
    const { client } = await answering(pages([bound('mine', 'c-1'), bound('other', 'c-2')]));
    expect((await client.integrationsUsing('c-1')).map(({ id }) => id)).toEqual(['mine']);
  });

  it('is what the org says, where it shows no configuration', async () => {
    const { client } = await answering(pages([{ id: 'mine', name: 'mine' }]));
    expect((await client.integrationsUsing('c-1')).map(({ id }) => id)).toEqual(['mine']);
  });
});

describe('an answer that cannot be read', () => {
  const calls: readonly [string, (client: OrgClient) => Promise<unknown>][] = [
    ['is no configuration with empty slots', (client) => client.integrationConfig('i-1')],
    ['is no list of nobody who uses a credential', (client) => client.integrationsUsing('c-1')],
    ['is no list without a credential of that name', (client) => client.credentialsNamed('n')],
    ['is no list without integrations', (client) => client.listIntegrations(['custom-rest-actions'])],
    ['is no list without actions', (client) => client.actionsOf('i-1')],
    ['is no credential without field names', (client) => client.credential('c-1')],
    [
      'is no credential that was created',
      (client) => client.createCredential({ name: 'n', typeName: 'userDefined', fields: [] }),
    ],
  ];
  const answers: readonly Answer[] = [
    { text: '' },
    { text: '<h1>Proxy</h1>' },
    { json: {} },
    { json: [] },
    { json: 'ok' },
  ];

  it.each(calls)('%s', async (_name, call) => {
    for (const answer of answers) {
      const { client } = await answering([answer]);
      expect(await failureOf(call(client))).toMatchObject({ kind: 'network', mayHaveHappened: true });
    }
  });
});

describe('what an org leaves out', () => {
  it('is absent', async () => {
    const { client } = await answering([{ json: { id: 'c-1' } }]);
    expect(await client.credential('c-1')).toEqual({ id: 'c-1' });
  });

  it.each([[undefined], [null], [{}]])('field names that are not shown (%o) are not taken for none', async (shown) => {
    const { client } = await answering([{ json: { id: 'c-1', credentialFields: shown } }]);
    expect(await client.credential('c-1')).not.toHaveProperty('fieldNames');
  });

  it('values are left out here, even if an org shows them', async () => {
    const value = randomUUID();
    const json = { id: 'c-1', type: 'userDefined', credentialFields: { apiKey: value } };
    const { client } = await answering([{ json }]);
    const credential = await client.credential('c-1');
    expect(credential).toEqual({ id: 'c-1', typeName: 'userDefined', fieldNames: ['apiKey'] });
    expect(JSON.stringify(credential)).not.toContain(value);
  });

  it('a slot that holds null is empty, one that holds something unknown is not', async () => {
    const { client } = await answering([{ json: { ...CONFIG, credentials: { a: null, b: { name: 'x' } } } }]);
    expect((await client.integrationConfig('i-1')).credentials).toEqual({ b: { id: '' } });
  });

  it('slots of a type may be missing', async () => {
    const { client } = await answering([{ json: { id: 't' } }]);
    expect(await client.integrationType('t')).toEqual({ id: 't', slots: [] });
  });
});
