import { describe, expect, test, vi } from 'vitest';
import { storeCredential } from '../../src/store/index.ts';
import { isStorageError } from '../../src/store/storageError.ts';
import { FAULTS, type Fault, type Plan } from './support/gate.ts';
import { World } from './support/world.ts';

type Editor = World['editorSays'];

// A second copy of the room, in which no run ever began: what the next start of the product remembers of runs is nothing.
vi.resetModules();
const { recover } = await import('../../src/store/index.ts');

/** The next start: the org and the journal are there. `plan` counts its calls from 0. */
function nextStart(world: World, plan: Plan = () => undefined) {
  const calls = world.gate.trace.length;
  world.gate.plan = (index, name) => plan(index - calls, name);
  return recover(world.afterwards);
}

async function runUntil(plan: Plan, editorSays?: Editor): Promise<World> {
  const world = new World(plan);
  world.editorSays = editorSays;
  await Promise.race([storeCredential(world.request, world.ports), world.gate.killed]);
  return world;
}

const at =
  (index: number, fault: Fault): Plan =>
  (number) =>
    number === index ? fault : undefined;

async function traceOf(editorSays?: Editor): Promise<readonly string[]> {
  return (await runUntil(() => undefined, editorSays)).gate.trace;
}

/** All is told or cleared, and the one after finds nothing to do and asks nothing. */
async function expectSettledFor(world: World): Promise<void> {
  const calls = world.gate.trace.length;
  expect(await nextStart(world)).toEqual([]);
  expect(world.gate.trace.slice(calls).filter((name) => !name.startsWith('journal'))).toEqual([]);
  expect(world.entries).toEqual([]);
  if (world.own.length > 0) expect(world.own.map(({ id }) => id)).toEqual([world.bound]);
}

describe.each([undefined, 'changed'] as const)('a process killed while the editor says %s', async (editorSays) => {
  const journal = (await traceOf(editorSays))
    .map((name, index) => ({ name, index }))
    .filter(({ name }) => name.startsWith('journal'));
  const kills = journal.flatMap((each) =>
    (['kill-before', 'kill-after'] as const).map((fault) => ({ ...each, fault })),
  );

  test.each(kills)('at $name ($index, $fault) has nothing to recover a second time', async ({ index, fault }) => {
    const world = await runUntil(at(index, fault), editorSays);
    world.expectSafe(await nextStart(world));
    await expectSettledFor(world);
  });

  test.each(kills)('at $name ($index, $fault), and its recovery killed at any call', async ({ index, fault }) => {
    for (let call = 0; call < 8; call++) {
      for (const kill of ['kill-before', 'kill-after'] as const) {
        const world = await runUntil(at(index, fault), editorSays);
        const killed = world.gate.restart();
        await Promise.race([nextStart(world, at(call, kill)), killed]);
        world.expectSafe(await nextStart(world));
        await expectSettledFor(world);
      }
    }
  });

  test.each(kills)('at $name ($index, $fault), and any fault in its recovery', async ({ index, fault }) => {
    for (const other of FAULTS) {
      for (let call = 0; call < 8; call++) {
        const world = await runUntil(at(index, fault), editorSays);
        // A journal that cannot be read is told instead.
        const found = await nextStart(world, at(call, other)).catch((error: unknown) => {
          if (!isStorageError(error)) throw error;
          return [];
        });
        world.expectSafe(found);
        // What it could not look after it has kept.
        if (world.own.length > 0 && world.bound === undefined) expect(world.entries).toHaveLength(1);
        world.expectSafe(await nextStart(world));
        await expectSettledFor(world);
      }
    }
  });
});

describe('a run whose taking back is killed', async () => {
  const trace = await traceOf('changed');
  const back = trace.map((name, index) => ({ name, index })).slice(trace.indexOf('apply') + 1);

  test.each(back)('at $name ($index) is repaired at the next start', async ({ index }) => {
    for (const kill of ['kill-before', 'kill-after'] as const) {
      const world = await runUntil(at(index, kill), 'changed');
      const hadEntry = world.entries.length > 0;
      const found = (await nextStart(world)).map((each) => each.found);
      if (hadEntry) expect(found).toEqual(['cleared']);
      expect(world.bound).toBe(world.boundBefore);
      world.expectSafe(found);
      expect(world.hasLiteral).toBe(true);
      await expectSettledFor(world);
    }
  });
});

test('a recovery deletes nothing but the credential of the run', async () => {
  const trace = await traceOf();
  const world = await runUntil(at(trace.indexOf('createCredential'), 'kill-after'));
  const deleted: string[] = [];
  const { deleteCredential } = world.org;
  world.org.deleteCredential = (id) => {
    deleted.push(id);
    return deleteCredential.call(world.org, id);
  };
  expect(await nextStart(world)).toMatchObject([{ found: 'cleared' }]);
  expect(deleted).toEqual(['created-1']);
});

test('a journal entry names the run, and holds neither value nor edit', async () => {
  const world = await runUntil(() => undefined);
  for (const entry of world.written) {
    expect(Object.keys(entry).sort()).toEqual(
      [
        ...[
          'credentialName',
          'documents',
          'fieldNames',
          'id',
          'integrationId',
          'integrationName',
          'references',
          'prints',
          'removals',
          'touched',
        ],
        ...['slot', 'started', 'step', ...(entry.step === 'create' ? [] : ['credentialId'])],
      ].sort(),
    );
  }
});
