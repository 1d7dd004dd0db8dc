import { describe, expect, test } from 'vitest';
import { type StoreOutcome, storeCredential } from '../../src/store/index.ts';
import type { Fault } from './support/gate.ts';
import { SLOT } from './support/memoryOrg.ts';
import { World } from './support/world.ts';

type Editor = World['editorSays'];

/** What somebody else may do in the org between two calls of a run. */
const DEEDS = {
  'binds theirs to the slot': (world: World) => world.org.touch('mine', { [SLOT]: { id: 'foreign' } }),
  'binds theirs and empties the slot again': (world: World) => {
    world.org.touch('mine', { [SLOT]: { id: 'foreign' } });
    empty(world);
  },
  'empties the slot': (world: World) => empty(world),
  'changes the configuration beside the slot': (world: World) => world.org.touch('mine'),
  'binds the new credential elsewhere as well': (world: World) => {
    const [own] = world.own;
    if (own) world.org.touch('foreign', { second: { id: own.id } });
  },
  'deletes the new credential': (world: World) => {
    const [own] = world.own;
    if (world.bound === own?.id) empty(world);
    if (own) world.org.credentials.delete(own.id);
  },
} as const satisfies Readonly<Record<string, (world: World) => void>>;

function empty({ org }: World): void {
  const config = org.configs.get('mine');
  if (!config) return;
  const { [SLOT]: _removed, ...credentials } = config.credentials;
  org.configs.set('mine', { ...config, version: config.version + 1, credentials });
}

async function run(editorSays: Editor, at: number, deed: (world: World) => void, fault?: Fault) {
  let done = false;
  const world: World = new World((index) => {
    if (index === at) {
      deed(world);
      done = true;
    }
    // The call before the deed: its answer is lost, and then somebody comes.
    return fault !== undefined && index === at - 1 ? fault : undefined;
  });
  world.editorSays = editorSays;
  const outcome = await storeCredential(world.request, world.ports);
  return { world, outcome, done };
}

/** The calls up to the last look at the org before the edit; what somebody does after it nobody can see. */
function isSeen(world: World, deed: keyof typeof DEEDS, at: number): boolean {
  const looks = world.gate.trace.map((name, index) => ({ name, index })).filter(({ index }) => index >= at);
  const looked = deed === 'deletes the new credential' ? ['credential', 'integrationConfig'] : ['integrationConfig'];
  const edit = world.gate.trace.indexOf('apply');
  return looks.some(({ name, index }) => looked.includes(name) && (edit < 0 || index < edit));
}

function expectTheirsUntouched(world: World, deed: keyof typeof DEEDS): void {
  const { org } = world;
  expect([...org.credentials.keys()]).toEqual(expect.arrayContaining(['foreign', 'beside']));
  expect(org.credentials.get('foreign')?.values).toEqual({ theirs: 'foreign' });
  expect(org.configs.get('mine')).toMatchObject({ credentials: { other: { id: 'beside' } }, rest: { notes: 'kept' } });
  expect(org.configs.get('foreign')).toMatchObject({
    credentials: { [SLOT]: { id: 'foreign' } },
    rest: { name: 'Foreign' },
  });
  if (deed === 'binds theirs to the slot') expect(world.bound).toBe('foreign');
  // Never bound to something that is gone.
  for (const { credentials } of org.configs.values()) {
    for (const { id } of Object.values(credentials)) expect(org.credentials.has(id)).toBe(true);
  }
}

function expectNothingLost(world: World, outcome: StoreOutcome, seen: boolean): void {
  expect(world.hasLiteral).toBe(!world.hasReference);
  expect(world.own.length).toBeLessThanOrEqual(1);
  const works = world.own.some(({ id, values }) => id === world.bound && values.apiKey === world.marker);
  if (seen && world.hasReference) expect(works).toBe(true);
  if (outcome.kind === 'stored') return;
  expect(world.hasLiteral).toBe(true);
  const isNamed = outcome.kind === 'failed' && outcome.undone.kind === 'left-behind';
  if (world.own.length > 0) expect([isNamed, world.entries.length]).toEqual([true, 1]);
  else expect(world.bound === undefined || world.bound === 'foreign').toBe(true);
}

const plainTrace = async (editorSays: Editor) => (await run(editorSays, -1, () => {})).world.gate.trace;

describe.each(Object.keys(DEEDS) as (keyof typeof DEEDS)[])('somebody %s', (deed) => {
  describe.each([undefined, 'changed'] as const)('while the editor says %s', async (editorSays) => {
    const calls = (await plainTrace(editorSays)).map((name, at) => ({ name, at }));
    // No request deletes only what is unused, so who binds it between the question and the deletion comes too late.
    const tooLate = deed === 'binds the new credential elsewhere as well' ? 'deleteCredential' : undefined;

    test.each(calls.filter(({ name }) => name !== tooLate))('before $name ($at)', async ({ at }) => {
      const { world, outcome } = await run(editorSays, at, DEEDS[deed]);
      expectTheirsUntouched(world, deed);
      expectNothingLost(world, outcome, isSeen(world, deed, at));
    });

    test.each(['silence-after', 'error-after', 'silence-before'] as const)(
      'after any call that ends in %s',
      async (fault) => {
        for (const { name, at } of calls) {
          // Whether an editor that fails has made the edit nobody knows, so there is no last look.
          if (name === 'apply') continue;
          const { world, outcome, done } = await run(editorSays, at + 1, DEEDS[deed], fault);
          // The lost answer was the run's last call.
          if (!done) continue;
          expectTheirsUntouched(world, deed);
          expectNothingLost(world, outcome, isSeen(world, deed, at + 1));
        }
      },
    );
  });
});

test('a slot that somebody else took after a bind without an answer is theirs', async () => {
  const bind = (await plainTrace(undefined)).indexOf('putIntegrationConfig');
  const { world, outcome } = await run(undefined, bind + 1, DEEDS['binds theirs to the slot'], 'silence-after');
  expect(outcome).toMatchObject({ step: 'bind', undone: { kind: 'removed' } });
  expect([world.bound, world.own, world.entries]).toEqual(['foreign', [], []]);
});

test('a binding that was replaced just before it would be taken back stays', async () => {
  const trace = await plainTrace('changed');
  const unbind = trace.lastIndexOf('putIntegrationConfig');
  const { world, outcome } = await run('changed', unbind, DEEDS['binds theirs to the slot']);
  expect(outcome).toMatchObject({ step: 'edit', undone: { kind: 'removed' } });
  expect([world.bound, world.own, world.entries]).toEqual(['foreign', [], []]);
});

test('a deletion without an answer is not repeated when somebody uses the credential by then', async () => {
  const deletion = (await plainTrace('changed')).indexOf('deleteCredential');
  const deed = DEEDS['binds the new credential elsewhere as well'];
  const { world, outcome } = await run('changed', deletion + 1, deed, 'silence-before');
  expect(outcome).toMatchObject({ undone: { kind: 'left-behind', credentialId: 'created-1' } });
  expect(world.gate.trace.filter((name) => name === 'deleteCredential')).toHaveLength(1);
  expect(world.own).toHaveLength(1);
});
