import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { connectOrg } from '../../src/cloud/index.ts';
import {
  createPracticeOrg,
  PRACTICE_PERMISSIONS,
  type PracticeOrg,
  type PracticeState,
  seedPracticeOrg,
} from '../../src/practice/index.ts';
import { recover, type StorePorts, type StoreRequest, storeCredential } from '../../src/store/index.ts';
import { renderVelocity } from '../practice/sampleOrg.ts';
import { type PracticeServer, servePractice } from '../support/httpPractice.ts';
import { World } from './support/world.ts';

type PracticeOptions = Parameters<typeof createPracticeOrg>[0];

const servers: PracticeServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A store into an integration of the practice org, through the SDK and over HTTP. */
async function practice(
  integrationName: string,
  options: {
    readonly middleware?: NonNullable<PracticeOptions['middleware']>;
    readonly permissions?: readonly string[];
    readonly behaviour?: Partial<PracticeState['behaviour']>;
  } = {},
) {
  const newId = () => randomUUID();
  const now = () => '2026-01-02T03:04:05.000Z';
  const { state, values } = seedPracticeOrg({ newId, now });
  const secret = newId();
  const login = { id: newId(), secret, name: 'Tester', permissions: options.permissions ?? PRACTICE_PERMISSIONS };
  const org = createPracticeOrg({
    seed: { ...state, behaviour: { ...state.behaviour, ...options.behaviour } },
    values,
    render: renderVelocity,
    newId,
    now,
    clients: [login],
    ...(options.middleware ? { middleware: options.middleware } : {}),
  });
  const server = await servePractice(org.handle);
  servers.push(server);
  const client = await connectOrg({
    at: { origin: server.origin },
    clientId: login.id,
    clientSecret: new Sensitive(secret),
    fetch: (request) => fetch(request),
    sleep: async () => {},
  });
  const world = new World();
  const integration = state.integrations.find(({ config }) => config.name === integrationName);
  const ports = { ...world.ports, org: client } satisfies StorePorts;
  const request: StoreRequest = { ...world.request, integrationId: integration?.id ?? '', integrationName };
  return { org, before: state, world, ports, request, id: request.integrationId };
}

function boundIn(org: PracticeOrg, integrationId: string): string | undefined {
  const integration = org.snapshot().integrations.find(({ id }) => id === integrationId);
  return integration?.config.credentials.basicAuth;
}

/** Carries out the first request of a kind and loses its answer. */
function losing(method: string, path: string): NonNullable<PracticeOptions['middleware']> {
  let lost = false;
  return async (request, next) => {
    const answer = await next(request);
    if (lost || request.method !== method || !request.url.includes(path)) return answer;
    lost = true;
    throw new Error('connection reset');
  };
}

test('a literal of the practice org’s sample is stored, bound, read back and replaced', async () => {
  const { org, world, ports, request, id } = await practice('Northwind Booking API');
  const outcome = await storeCredential(request, ports);
  const bound = boundIn(org, id) ?? '';
  expect(outcome).toEqual({ kind: 'stored', credentialId: bound, fieldNames: ['apiKey'], namesSeen: true });
  expect(org.credentialValues().get(bound)).toEqual({ apiKey: world.marker });
  expect([world.hasReference, world.entries]).toEqual([true, []]);
  expect(org.log.filter(({ path }) => !path.includes('oauth')).length).toBe(7);
  expect(JSON.stringify([outcome, world.written, org.log, org.snapshot()])).not.toContain(world.marker);
});

test.each([
  ['POST', '/credentials'],
  ['PUT', '/config/current'],
])('a lost answer to the %s stores once', async (method, path) => {
  const { org, before, world, ports, request } = await practice('Northwind Booking API', {
    middleware: losing(method, path),
    behaviour: { versionConflict: 400 },
  });
  expect((await storeCredential(request, ports)).kind).toBe('stored');
  expect(org.snapshot().credentials.length).toBe(before.credentials.length + 1);
  expect(world.hasReference).toBe(true);
});

test('a document that changed meanwhile leaves the org as it was', async () => {
  const { org, before, world, ports, request, id } = await practice('Northwind Booking API');
  world.editorSays = 'changed';
  expect(await storeCredential(request, ports)).toMatchObject({ step: 'edit', undone: { kind: 'removed' } });
  expect(org.snapshot().credentials).toEqual(before.credentials);
  expect([boundIn(org, id), world.hasLiteral, world.entries]).toEqual([undefined, true, []]);
});

test('an integration with a credential is refused, with its fields and actions', async () => {
  const { org, before, ports, request } = await practice('Northwind Payments');
  const outcome = await storeCredential(request, ports);
  expect(outcome).toMatchObject({
    kind: 'refused',
    reason: 'occupied',
    occupant: { typeName: 'userDefined', fieldNames: ['secretKey', 'accountId'], integrations: ['Northwind Payments'] },
  });
  expect(org.snapshot()).toEqual(before);
});

test('without the permission to delete, what is left behind is named and unbound', async () => {
  const permissions = PRACTICE_PERMISSIONS.filter((permission) => !permission.endsWith(':delete'));
  const { org, before, world, ports, request, id } = await practice('Northwind Booking API', { permissions });
  world.editorSays = 'refused';
  const outcome = await storeCredential(request, ports);
  const left = org.snapshot().credentials.find((each) => !before.credentials.some((old) => old.id === each.id));
  expect(outcome).toMatchObject({
    undone: { kind: 'left-behind', credentialId: left?.id, credentialName: left?.name },
  });
  expect(boundIn(org, id)).toBeUndefined();
  expect(await recover({ ...world.afterwards, org: ports.org })).toMatchObject([{ found: 'left-behind' }]);
});
