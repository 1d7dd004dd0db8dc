import { describe, expect, test } from 'vitest';
import { storeCredential } from '../../src/store/index.ts';
import { World } from './support/world.ts';

type Editor = World['editorSays'];

/** A run that is cancelled at the call of that number. */
async function cancelledAt(at: number, editorSays?: Editor, fault?: 'silence-before' | 'silence-after') {
  const controller = new AbortController();
  const world = new World((index) => {
    if (index !== at) return undefined;
    controller.abort(new Error(world.marker));
    return fault;
  });
  world.editorSays = editorSays;
  return { world, outcome: await storeCredential(world.request, world.ports, controller.signal) };
}

describe.each([undefined, 'changed'] as const)('a run in which the editor says %s', async (editorSays) => {
  const { world: plain } = await cancelledAt(-1, editorSays);
  const firstChange = plain.gate.trace.indexOf('journal.write');
  const calls = plain.gate.trace.map((name, at) => ({ name, at }));

  test.each(calls)('ends clean when it is cancelled at $name ($at)', async ({ at }) => {
    for (const fault of [undefined, 'silence-before', 'silence-after'] as const) {
      const { world, outcome } = await cancelledAt(at, editorSays, fault);
      world.expectSafe(outcome);
      const isNamed = outcome.kind === 'failed' && outcome.undone.kind === 'left-behind';
      if (outcome.kind === 'failed' && !isNamed) expect([world.own, world.bound]).toEqual([[], undefined]);
      if (at >= firstChange) continue;
      expect(outcome).toMatchObject({ kind: 'failed', step: 'read', failure: { kind: 'aborted' } });
      expect(world.written).toEqual([]);
    }
  });
});

test('a signal that is aborted from the start changes nothing', async () => {
  const world = new World();
  const outcome = await storeCredential(world.request, world.ports, AbortSignal.abort());
  expect(outcome).toMatchObject({ kind: 'failed', step: 'read', failure: { kind: 'aborted', facts: {} } });
  expect([world.own, world.written]).toEqual([[], []]);
  world.expectSafe(outcome);
});
