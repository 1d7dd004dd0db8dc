import { beforeEach, describe, expect, test, vi } from 'vitest';
import { storeCredential } from '../../src/store/index.ts';
import type { Fault, Plan } from './support/gate.ts';
import { World } from './support/world.ts';

/** Nothing of the killed process is left in memory but what its journal holds. */
async function restart() {
  vi.resetModules();
  return import('../../src/store/index.ts');
}

async function killed(plan: Plan): Promise<World> {
  const world = new World(plan);
  const end = await Promise.race([storeCredential(world.request, world.ports), world.gate.killed]);
  expect(end).toBe('killed');
  world.gate.plan = () => undefined;
  return world;
}

beforeEach(() => vi.resetModules());

const WAYS = (['stored', 'changed'] as const).flatMap((end) =>
  (['empty', 'held'] as const).map((slot) => ({ end, slot })),
);

describe.each(WAYS)('a run that would end as $end, with a slot that is $slot', async ({ end, slot }) => {
  const editorSays = end === 'changed' ? end : undefined;
  const plain = new World(undefined, slot);
  plain.editorSays = editorSays;
  await storeCredential(plain.request, plain.ports);
  const kills = plain.gate.trace.flatMap((name, index) =>
    (['kill-before', 'kill-after'] as const).map((fault) => ({ name, index, fault })),
  );

  test.each(kills)('$fault $name ($index) is repaired or reported', async ({ index, fault }) => {
    const world = new World((number) => (number === index ? fault : undefined), slot);
    world.editorSays = editorSays;
    await Promise.race([storeCredential(world.request, world.ports), world.gate.killed]);
    world.gate.plan = () => undefined;
    const hadEntry = world.entries.length > 0;
    const { recover } = await restart();
    const recovered = await recover(world.afterwards);
    world.expectSafe(recovered);
    expect(recovered.length).toBe(hadEntry ? 1 : 0);
    expect(world.entries).toEqual([]);
    if (hadEntry) expect(recovered[0]?.found).toBe(world.hasReference ? 'finished' : 'cleared');
    if (!world.hasReference) expect([world.own, world.bound]).toEqual([[], world.boundBefore]);
  });
});

const after =
  (call: string, fault: Fault = 'kill-after'): Plan =>
  (_index, name) =>
    name === call ? fault : undefined;

test('a credential that is not listed yet keeps its entry until it must be', async () => {
  const world = await killed(after('createCredential'));
  const { recover } = await restart();
  world.org.lags = true;
  expect(await recover({ ...world.afterwards, now: world.ports.now })).toEqual([]);
  expect(world.entries.length).toBe(1);
  world.org.lags = false;
  expect(await recover({ ...world.afterwards, now: world.ports.now })).toMatchObject([{ found: 'cleared' }]);
  expect([world.own, world.entries]).toEqual([[], []]);
});

test('a create without an answer that no listing shows is looked for again', async () => {
  const world = new World(after('createCredential', 'silence-after'));
  world.org.lags = true;
  const outcome = await storeCredential(world.request, world.ports);
  expect(outcome).toMatchObject({ kind: 'failed', step: 'create', undone: { kind: 'nothing-to-undo' } });
  expect([world.own.length, world.entries.length]).toEqual([1, 1]);
  world.org.lags = false;
  const { recover } = await restart();
  await recover({ ...world.afterwards, now: world.ports.now });
  expect([world.own, world.entries]).toEqual([[], []]);
});

test.each([0, 1000, 30_000])('a create without an answer is finished when it is listed after %i ms', async (time) => {
  const world = new World(after('createCredential', 'silence-after'));
  world.org.lags = true;
  world.listedAfter = time;
  const outcome = await storeCredential(world.request, world.ports);
  expect(outcome).toMatchObject({ kind: 'stored' });
  expect([world.own.length, world.entries.length, world.hasReference]).toEqual([1, 0, true]);
  expect(world.gate.trace.filter((name) => name === 'createCredential')).toHaveLength(1);
});

test('half a minute is waited for a listing, unless the author cancels', async () => {
  const lost = () => Object.assign(new World(after('createCredential', 'silence-before')), { listedAfter: Infinity });
  const patient = lost();
  await storeCredential(patient.request, patient.ports);
  expect(patient.waited).toBeGreaterThanOrEqual(30_000);
  const hasty = lost();
  const abort = new AbortController();
  const ports = { ...hasty.ports, wait: async () => abort.abort() };
  await storeCredential(hasty.request, ports, abort.signal);
  expect(hasty.gate.trace.filter((name) => name === 'credentialsNamed').length).toBeLessThan(4);
  for (const world of [patient, hasty]) expect([world.own, world.hasLiteral]).toEqual([[], true]);
});

test('an org that does not answer keeps the entry', async () => {
  const world = await killed(after('createCredential'));
  const { recover } = await restart();
  world.gate.plan = (_index, name) => (name.startsWith('journal') ? undefined : 'silence-before');
  expect(await recover(world.afterwards)).toMatchObject([{ found: 'left-behind' }]);
  expect([world.own.length, world.entries.length]).toEqual([1, 1]);
});

test('an org that does not know the integration keeps the entry', async () => {
  const world = await killed(after('createCredential'));
  const { recover } = await restart();
  const elsewhere = new World();
  elsewhere.org.configs.delete('mine');
  expect(await recover({ ...world.afterwards, org: elsewhere.org })).toMatchObject([{ found: 'left-behind' }]);
  expect(world.entries.length).toBe(1);
});

test('a credential of that name that is there twice is nobody’s to delete', async () => {
  const world = await killed(after('createCredential'));
  const [own] = world.own;
  if (own) world.org.credentials.set('created-9', { ...own, id: 'created-9' });
  const { recover } = await restart();
  expect(await recover(world.afterwards)).toMatchObject([{ found: 'left-behind' }]);
  expect(world.own.length).toBe(2);
});

test('a credential that documents may refer to is not deleted when somebody has unbound it', async () => {
  const world = await killed(after('save'));
  const config = world.org.configs.get('mine');
  if (config) world.org.configs.set('mine', { ...config, credentials: { other: { id: 'beside' } } });
  const { recover } = await restart();
  expect(await recover(world.afterwards)).toMatchObject([{ found: 'left-behind' }]);
  expect(world.own.length).toBe(1);
});

test('a run under way is left to itself', async () => {
  const { recover, storeCredential: store } = await restart();
  const world = new World();
  const credential = world.org.credential.bind(world.org);
  const found: unknown[] = [];
  world.org.credential = async (id) => {
    found.push(...(await recover(world.afterwards)));
    return credential(id);
  };
  expect((await store(world.request, world.ports)).kind).toBe('stored');
  expect(found).toEqual([]);
  expect(world.hasReference).toBe(true);
});
