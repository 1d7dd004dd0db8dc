import { expect, test } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { storeCredential } from '../../src/store/index.ts';
import { SLOT } from './support/memoryOrg.ts';
import { World } from './support/world.ts';

test('a field is created, bound and read back before the document is edited', async () => {
  const world = new World();
  const outcome = await storeCredential(world.request, world.ports);
  expect(outcome).toEqual({ kind: 'stored', credentialId: 'created-1', fieldNames: ['apiKey'], namesSeen: true });
  expect(world.hasReference).toBe(true);
  expect(world.entries).toEqual([]);
  world.expectSafe(outcome);
  expect(world.gate.trace.filter((name) => !name.startsWith('journal'))).toEqual([
    'integrationType',
    'integrationConfig',
    'createCredential',
    'putIntegrationConfig',
    'putCredential',
    'integrationConfig',
    'credential',
    'apply',
    'save',
  ]);
});

test('each step is in the journal before it happens', async () => {
  const world = new World();
  await storeCredential(world.request, world.ports);
  expect(world.written.map(({ step, credentialId }) => [step, credentialId])).toEqual([
    ['create', undefined],
    ['bind', 'created-1'],
    ['rename', 'created-1'],
    ['verify', 'created-1'],
    ['edit', 'created-1'],
    ['save', 'created-1'],
  ]);
  const position = (name: string) => world.gate.trace.indexOf(name);
  expect(position('journal.write')).toBeLessThan(position('createCredential'));
});

test('the configuration goes back as it was read but for the slot', async () => {
  const world = new World();
  await storeCredential(world.request, world.ports);
  expect(world.org.configs.get('mine')).toEqual({
    version: 5,
    credentials: { other: { id: 'beside' }, [SLOT]: { id: 'created-1' } },
    rest: { notes: 'kept' },
  });
});

test('the credential has a nonce in its name until it is bound, and then the integration’s own', async () => {
  const world = new World();
  await storeCredential(world.request, world.ports);
  expect(world.written[0]?.credentialName).toMatch(/^Integration-mine [0-9a-f-]{36}$/);
  expect(world.own[0]?.name).toBe('Integration-mine');
});

test('a credential that cannot be renamed keeps its unique name', async () => {
  const world = new World((_index, name) => (name === 'putCredential' ? 'forbidden' : undefined));
  expect((await storeCredential(world.request, world.ports)).kind).toBe('stored');
  expect(world.own[0]?.name).toBe(world.written[0]?.credentialName);
});

test('without changes it only stores', async () => {
  const world = new World();
  const outcome = await storeCredential({ ...world.request, changes: [] }, world.ports);
  expect(outcome.kind).toBe('stored');
  expect(world.gate.trace).not.toContain('apply');
  world.expectSafe(outcome);
});

test('an org that shows no field names is told apart', async () => {
  const world = new World();
  world.org.showsNames = false;
  expect(await storeCredential(world.request, world.ports)).toMatchObject({ kind: 'stored', namesSeen: false });
});

test.each([
  ['no-fields', []],
  ['bad-field-name', ['api-key']],
  ['bad-field-name', ['1key']],
  ['bad-field-name', ['__proto__']],
  ['bad-field-name', ['key', 'key']],
] as const)('%s is refused before anything is sent', async (reason, names) => {
  const world = new World();
  const fields = names.map((name) => ({ name, value: new Sensitive(world.marker) }));
  const outcome = await storeCredential({ ...world.request, fields }, world.ports);
  expect(outcome).toEqual({ kind: 'refused', reason });
  expect(world.gate.trace).toEqual([]);
});

test('an empty value is refused before anything is sent', async () => {
  const world = new World();
  const fields = [{ name: 'apiKey', value: new Sensitive('') }];
  expect(await storeCredential({ ...world.request, fields }, world.ports)).toMatchObject({ reason: 'empty-value' });
  expect(world.gate.trace).toEqual([]);
});

test.each([
  ['no slot', []],
  ['no slot for it', [{ name: 'x', credentialTypes: ['basicAuth'] }]],
  ['two slots for it', ['x', 'y'].map((name) => ({ name, credentialTypes: ['userDefined'] }))],
] as const)('a type with %s is refused', async (_name, slots) => {
  const world = new World();
  world.org.slots = slots;
  expect(await storeCredential(world.request, world.ports)).toEqual({ kind: 'refused', reason: 'no-slot' });
  expect(world.gate.trace).toEqual(['journal.list', 'integrationType']);
});

test('a slot that is not empty is refused with what stands in it', async () => {
  const world = new World();
  const outcome = await storeCredential({ ...world.request, integrationId: 'foreign' }, world.ports);
  expect(outcome).toEqual({
    kind: 'refused',
    reason: 'occupied',
    occupant: {
      credentialId: 'foreign',
      typeName: 'userDefined',
      fieldNames: ['theirs'],
      actions: ['Action of foreign'],
      integrations: ['Name of foreign'],
    },
  });
  world.expectSafe(outcome);
  expect(world.own).toEqual([]);
});

test('an occupied slot is refused even when nothing can be said about it', async () => {
  const world = new World((_index, name) =>
    ['credential', 'actionsOf', 'integrationsUsing'].includes(name) ? 'forbidden' : undefined,
  );
  const outcome = await storeCredential({ ...world.request, integrationId: 'foreign' }, world.ports);
  expect(outcome).toMatchObject({ reason: 'occupied', occupant: { actions: [], integrations: [] } });
});

test('a slot that somebody binds meanwhile is left to them', async () => {
  const world = new World();
  const createCredential = world.org.createCredential.bind(world.org);
  world.org.createCredential = (credential) => {
    world.org.touch('mine', { [SLOT]: { id: 'foreign' } });
    return createCredential(credential);
  };
  const outcome = await storeCredential(world.request, world.ports);
  expect(outcome).toMatchObject({ kind: 'failed', step: 'bind', undone: { kind: 'removed' } });
  expect(world.bound).toBe('foreign');
  expect(world.own).toEqual([]);
  world.expectSafe(outcome);
});

test.each([
  [3, 'stored'],
  [4, 'failed'],
] as const)('%i version conflicts in a row end as %s', async (conflicts, kind) => {
  let seen = 0;
  const world = new World((_index, name) =>
    name === 'putIntegrationConfig' && seen++ < conflicts ? 'conflict' : undefined,
  );
  const outcome = await storeCredential(world.request, world.ports);
  expect(outcome.kind).toBe(kind);
  expect(world.own.length).toBe(kind === 'stored' ? 1 : 0);
  world.expectSafe(outcome);
});

test('of two stores into one integration one is stored and the other leaves nothing', async () => {
  const world = new World();
  const text = world.text;
  const outcomes = await Promise.all([
    storeCredential(world.request, world.ports),
    storeCredential({ ...world.request, changes: [] }, world.ports),
  ]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['failed', 'stored']);
  expect(world.own.map(({ id }) => id)).toEqual([world.bound]);
  expect(world.text === text).toBe(outcomes[0].kind !== 'stored');
  expect(world.entries).toEqual([]);
});

test('a credential whose fields are not those that were sent is taken back', async () => {
  const world = new World();
  const credential = world.org.credential.bind(world.org);
  world.org.credential = async (id) => ({ ...(await credential(id)), fieldNames: ['else'] });
  const outcome = await storeCredential(world.request, world.ports);
  expect(outcome).toMatchObject({ step: 'verify', failure: { kind: 'not-verified' }, undone: { kind: 'removed' } });
  expect([world.own, world.bound]).toEqual([[], undefined]);
});

test('a credential that others use by now is unbound and reported, not deleted', async () => {
  const world = new World();
  world.editorSays = 'changed';
  const credential = world.org.credential.bind(world.org);
  world.org.credential = (id) => {
    world.org.touch('foreign', { second: { id } });
    return credential(id);
  };
  const outcome = await storeCredential(world.request, world.ports);
  expect(outcome).toMatchObject({ undone: { kind: 'left-behind', credentialId: 'created-1' } });
  expect([world.own.length, world.bound]).toEqual([1, undefined]);
});

test.each(['changed', 'refused'] as const)('an edit that is %s takes the store back', async (editorSays) => {
  const world = new World();
  world.editorSays = editorSays;
  const outcome = await storeCredential(world.request, world.ports);
  expect(outcome).toEqual({ kind: 'failed', step: 'edit', failure: editorSays, undone: { kind: 'removed' } });
  expect([world.own, world.bound, world.entries]).toEqual([[], undefined, []]);
  world.expectSafe(outcome);
});

test('cancelling before the create stops', async () => {
  const controller = new AbortController();
  const world = new World((_index, name) => {
    if (name === 'integrationConfig') controller.abort();
    return undefined;
  });
  const outcome = await storeCredential(world.request, world.ports, controller.signal);
  expect(outcome).toMatchObject({ kind: 'failed', step: 'read', failure: { kind: 'aborted' } });
  expect(world.gate.trace).toEqual(['journal.list', 'integrationType', 'integrationConfig']);
});

test('cancelling after the create is too late', async () => {
  const controller = new AbortController();
  const world = new World((_index, name) => {
    if (name === 'createCredential') controller.abort();
    return undefined;
  });
  const outcome = await storeCredential(world.request, world.ports, controller.signal);
  expect(outcome.kind).toBe('stored');
  world.expectSafe(outcome);
});
