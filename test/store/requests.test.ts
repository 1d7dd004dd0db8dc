import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { connectOrg } from '../../src/cloud/index.ts';
import { createPracticeOrg, PRACTICE_PERMISSIONS, PRACTICE_REGION, seedPracticeOrg } from '../../src/practice/index.ts';
import { type StoreRequest, storeCredential } from '../../src/store/index.ts';
import { renderVelocity } from '../practice/sampleOrg.ts';
import { World } from './support/world.ts';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A store into an integration of the practice org, and every API request that it sends. */
async function recorded(integrationName: string) {
  const newId = () => randomUUID();
  const now = () => '2026-01-02T03:04:05.000Z';
  const login = { id: newId(), secret: newId() };
  const { state, values } = seedPracticeOrg({ newId, now });
  const clients = [{ ...login, name: 'Tester', permissions: PRACTICE_PERMISSIONS }];
  const org = createPracticeOrg({ seed: state, values, clients, render: renderVelocity, newId, now });
  const sent: Sent[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const text = await request.clone().text();
    if (pathname.startsWith('/api/v2/')) {
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      sent.push({ method: request.method, path: pathname.slice('/api/v2'.length), body });
    }
    return org.handle(request);
  };
  const clientSecret = new Sensitive(login.secret);
  const client = await connectOrg({ at: PRACTICE_REGION, clientId: login.id, clientSecret, fetch });
  const integration = state.integrations.find(({ config }) => config.name === integrationName);
  if (!integration) throw new Error(`no ${integrationName}`);
  const world = new World();
  const request = { ...world.request, integrationId: integration.id, integrationName, typeId: integration.typeId };
  return { org, sent, world, request, integration, ports: { ...world.ports, org: client } };
}

test('seven requests store a credential, and only those that create and name it hold the value', async () => {
  const { org, sent, world, request, integration, ports } = await recorded('Northwind Booking API');
  const outcome = await storeCredential(request, ports);
  expect(outcome.kind).toBe('stored');
  const id = outcome.kind === 'stored' ? outcome.credentialId : '';
  const config = `/integrations/${integration.id}/config/current`;
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET /integrations/types/${integration.typeId}`,
    `GET ${config}`,
    'POST /integrations/credentials',
    `PUT ${config}`,
    `PUT /integrations/credentials/${id}`,
    `GET ${config}`,
    `GET /integrations/credentials/${id}`,
  ]);
  const holding = sent.filter((each) => JSON.stringify(each).includes(world.marker));
  expect(holding.map(({ method }) => method)).toEqual(['POST', 'PUT']);
  const told = [outcome, world.written, org.log, org.snapshot()];
  expect(inspect(told, { depth: 20, showHidden: true })).not.toContain(world.marker);
});

test('the slot and the credential are read back, and nothing is sent between that and the edit', async () => {
  const { sent, request, integration, ports } = await recorded('Northwind Booking API');
  const sentBefore: number[] = [];
  const { apply } = ports.documents;
  const documents = {
    ...ports.documents,
    apply: (changes: StoreRequest['changes']) => {
      sentBefore.push(sent.length);
      return apply(changes);
    },
  };
  const outcome = await storeCredential(request, { ...ports, documents });
  const id = outcome.kind === 'stored' ? outcome.credentialId : '';
  const back = sent.slice(sent.findLastIndex(({ method }) => method !== 'GET') + 1).map(({ path }) => path);
  expect(back).toEqual([`/integrations/${integration.id}/config/current`, `/integrations/credentials/${id}`]);
  expect(sentBefore).toEqual([sent.length]);
  expect(sent.length).toBeLessThanOrEqual(7);
});

test('the credential is sent as a name, the name of its type and its fields', async () => {
  const { sent, world, request, ports } = await recorded('Northwind Booking API');
  const second = new Sensitive(randomUUID());
  const fields = [...request.fields, { name: 'accountId', value: second }];
  await storeCredential({ ...request, fields }, ports);
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
    name: world.written[0]?.credentialName,
    type: { name: 'userDefined' },
    credentialFields: { apiKey: world.marker, accountId: second.reveal() },
  });
});

test('the configuration is sent whole, with its version and the id of the credential in the slot', async () => {
  const { sent, request, integration, ports } = await recorded('Northwind Booking API');
  const outcome = await storeCredential(request, ports);
  const body = sent.find(({ method }) => method === 'PUT')?.body;
  const { name, version, properties, advanced, notes } = integration.config;
  expect(body).toMatchObject({ name, version, properties, advanced, notes });
  const id = outcome.kind === 'stored' ? outcome.credentialId : '';
  expect(body).toHaveProperty('credentials', { basicAuth: { id } });
});

test('a store that is taken back empties the slot before it deletes, and asks who uses the credential in between', async () => {
  const { sent, world, request, integration, ports } = await recorded('Northwind Booking API');
  world.editorSays = 'changed';
  await storeCredential(request, ports);
  const config = `/integrations/${integration.id}/config/current`;
  const back = sent.slice(7).map(({ method, path }) => `${method} ${path}`);
  expect(back.slice(0, 2)).toEqual([`GET ${config}`, `PUT ${config}`]);
  expect(sent.at(8)?.body).toHaveProperty('credentials', {});
  expect(new Set(back.slice(2, -1))).toEqual(new Set(['GET /integrations']));
  expect(back.at(-1)).toBe(`DELETE /integrations/credentials/${world.written.at(-1)?.credentialId}`);
});

test('a function integration is stored into its own slot', async () => {
  const { sent, request, ports } = await recorded('Northwind Functions');
  const outcome = await storeCredential(request, ports);
  const id = outcome.kind === 'stored' ? outcome.credentialId : undefined;
  const body = sent.find(({ method }) => method === 'PUT')?.body;
  expect([outcome.kind, body]).toMatchObject(['stored', { credentials: { functionCredentials: { id } } }]);
});

test('an integration whose type takes no field of ours is refused after one question', async () => {
  const { sent, request, ports } = await recorded('Genesys Cloud Data Actions');
  expect(await storeCredential(request, ports)).toEqual({ kind: 'refused', reason: 'no-slot' });
  expect(sent.map(({ method }) => method)).toEqual(['GET']);
});

test('no request is sent for an occupied slot but to read', async () => {
  const { sent, request, ports } = await recorded('Northwind Payments');
  expect(await storeCredential(request, ports)).toMatchObject({ kind: 'refused', reason: 'occupied' });
  expect(new Set(sent.map(({ method }) => method))).toEqual(new Set(['GET']));
});
