import { expect, test } from 'vitest';
import { storeCredential } from '../../src/store/index.ts';
import { FAULTS } from './support/gate.ts';
import { SLOT } from './support/memoryOrg.ts';
import { World } from './support/world.ts';

const WHOLE = {
  credentialId: 'foreign',
  typeName: 'userDefined',
  fieldNames: ['theirs'],
  actions: ['Action of foreign'],
  integrations: ['Name of foreign'],
};

test.each([
  ['credential', { credentialId: 'foreign', actions: WHOLE.actions, integrations: WHOLE.integrations }],
  ['actionsOf', { ...WHOLE, actions: [] }],
  ['integrationsUsing', { ...WHOLE, integrations: [] }],
] as const)('a refusal leaves out what %s does not answer, and stands', async (call, occupant) => {
  for (const fault of FAULTS) {
    const world = new World((_index, name) => (name === call ? fault : undefined));
    const outcome = await storeCredential({ ...world.request, integrationId: 'foreign' }, world.ports);
    expect(outcome).toEqual({ kind: 'refused', reason: 'occupied', occupant });
    world.expectSafe(outcome);
    expect([world.written, world.own]).toEqual([[], []]);
  }
});

test('a refusal leaves out field names that the org does not show', async () => {
  const world = new World();
  world.org.showsNames = false;
  const outcome = await storeCredential({ ...world.request, integrationId: 'foreign' }, world.ports);
  expect(outcome).not.toHaveProperty('occupant.fieldNames');
  expect(outcome).toHaveProperty('occupant.typeName', 'userDefined');
});

test('a slot that holds something without an id counts as occupied', async () => {
  const world = new World();
  world.org.touch('mine', { [SLOT]: { id: '' } });
  expect(await storeCredential(world.request, world.ports)).toMatchObject({ reason: 'occupied' });
  expect(world.written).toEqual([]);
});

test.each(['constructor', 'toString', '__proto__'])('a slot named %s is a slot like any other', async (name) => {
  const world = new World();
  world.org.slots = [{ name, credentialTypes: ['userDefined'] }];
  const outcome = await storeCredential(world.request, world.ports);
  expect(outcome.kind).toBe('stored');
  expect(Object.hasOwn(world.org.configs.get('mine')?.credentials ?? {}, name)).toBe(true);
});

test('a credential is not replaced by one that lacks a field that somebody has added meanwhile', async () => {
  const world = new World(undefined, 'held');
  const [before] = [...world.org.credentials.values()].filter(({ id }) => id === world.bound);
  if (!before) throw new Error('nothing is bound');
  world.org.credentials.set(before.id, { ...before, values: { ...before.values, added: 'since' } });
  const outcome = await storeCredential(world.request, world.ports);
  expect(outcome).toMatchObject({ kind: 'refused', reason: 'occupied', occupant: { fieldNames: ['theirs', 'added'] } });
  expect([world.bound, world.own, world.hasLiteral]).toEqual([before.id, [], true]);
});

test('a credential whose field names the org does not show is replaced only where losing unseen fields was agreed to', async () => {
  const world = new World(undefined, 'held');
  world.org.showsNames = false;
  const refused = await storeCredential(world.request, world.ports);
  expect(refused).toEqual({ kind: 'refused', reason: 'fields-unseen' });
  expect([world.bound, world.own, world.hasLiteral]).toEqual(['before', [], true]);
  const agreed = { ...world.request, losesUnseen: true };
  expect(await storeCredential(agreed, world.ports)).toMatchObject({ kind: 'stored', replaces: 'before' });
});

test('agreeing to lose what is unseen does not cover what is seen', async () => {
  const world = new World(undefined, 'held');
  const before = world.org.credentials.get('before');
  if (!before) throw new Error('nothing is bound');
  world.org.credentials.set(before.id, { ...before, values: { ...before.values, added: 'since' } });
  const outcome = await storeCredential({ ...world.request, losesUnseen: true }, world.ports);
  expect(outcome).toMatchObject({ kind: 'refused', reason: 'occupied' });
});
