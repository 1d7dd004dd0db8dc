import { describe, expect, test, vi } from 'vitest';
import { storeCredential } from '../../src/store/index.ts';
import { FAULTS, type Fault, type Plan } from './support/gate.ts';
import { World } from './support/world.ts';

// A second copy of the room: a process that starts afterwards knows nothing of the run but what the journal holds.
vi.resetModules();
const { recover } = await import('../../src/store/index.ts');

type Slot = 'empty' | 'held';

/** A store that edits nothing: a rotation, or one into another org. */
async function run(slot: Slot, plan?: Plan) {
  const world = new World(plan, slot);
  const request = { ...world.request, changes: [] };
  const told = await Promise.race([storeCredential(request, world.ports), world.gate.killed]);
  world.expectUntold(told);
  return { world, told };
}

describe.each(['empty', 'held'] as const)('a store without edits, slot %s', async (slot) => {
  const { world: plain, told } = await run(slot);
  const calls = plain.gate.trace.map((name, index) => ({ name, index }));

  test('ends with its credential bound', () => {
    expect(told).toMatchObject({ kind: 'stored' });
    expect(plain.own).toMatchObject([{ id: plain.bound, values: plain.values }]);
  });

  test.each(calls)(
    'whatever happens at $name ($index), it is done or undone, and done stays done',
    async ({ index }) => {
      for (const fault of [...FAULTS, 'kill-before', 'kill-after'] satisfies Fault[]) {
        const { world, told: outcome } = await run(slot, (number) => (number === index ? fault : undefined));
        world.gate.plan = () => undefined;
        for (const _start of [1, 2]) world.expectUntold(await recover(world.afterwards));
        const isBound = world.own.length === 1 && world.own[0]?.id === world.bound;
        const isStored = typeof outcome === 'object' && outcome.kind === 'stored';
        expect({ fault, isWhole: isBound || (world.own.length === 0 && world.bound === world.boundBefore) }).toEqual({
          fault,
          isWhole: true,
        });
        if (isBound) expect(world.own).toMatchObject([{ values: world.values }]);
        if (isStored) expect({ fault, isBound }).toEqual({ fault, isBound: true });
        expect([world.entries, world.leavesOthers]).toEqual([[], true]);
      }
    },
  );
});
