import { afterAll, describe, expect, test, vi } from 'vitest';
import { storeCredential } from '../../src/store/index.ts';
import { FAULTS, type Fault } from './support/gate.ts';
import { World } from './support/world.ts';

const ALL: readonly Fault[] = [...FAULTS, 'kill-before', 'kill-after'];
const SLOTS = ['empty', 'held'] as const;

interface Row {
  readonly slot: string;
  readonly call: string;
  cases: number;
  safe: number;
  literal: number;
  reference: number;
}

const rows: Row[] = [];

/** What a process that starts afterwards does: it knows nothing of the run but what the journal holds. */
async function nextStart(world: World): Promise<void> {
  world.gate.plan = () => undefined;
  vi.resetModules();
  const { recover } = await import('../../src/store/index.ts');
  world.expectSafe(await recover(world.afterwards));
}

/** Settled: the literal is in the file and nothing of the run in the org, or the reference is, with its field bound. */
function isSettled(world: World): boolean {
  const isLiteral = world.hasLiteral && world.own.length === 0 && world.bound === world.boundBefore;
  const isReference = world.hasReference && world.own.some(({ id }) => id === world.bound);
  return (isLiteral || isReference) && world.entries.length === 0;
}

// `npm run faults` prints what is asserted here.
describe.each(SLOTS)('whatever happens once while a credential is stored in a slot that is %s', async (slot) => {
  const plain = new World(undefined, slot);
  await storeCredential(plain.request, plain.ports);
  const calls = plain.gate.trace.map((name, index) => ({ name, index }));

  test.each(calls)('at $name ($index), the next start leaves one whole state', async ({ name, index }) => {
    const row: Row = { slot, call: `${index + 1}. ${name}`, cases: 0, safe: 0, literal: 0, reference: 0 };
    rows.push(row);
    for (const fault of ALL) {
      const world = new World((number) => (number === index ? fault : undefined), slot);
      await Promise.race([storeCredential(world.request, world.ports), world.gate.killed]);
      await nextStart(world);
      row.cases++;
      // Where the journal itself could not be cleared, the start after that clears it.
      if (world.entries.length > 0) await nextStart(world);
      if (isSettled(world)) row.safe++;
      if (world.hasLiteral) row.literal++;
      else row.reference++;
    }
    expect(row.safe).toBe(row.cases);
  });
});

afterAll(() => {
  if (!process.env.FAULTS_TABLE) return;
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  console.table(rows);
  const percent = ((100 * sum((row) => row.safe)) / sum((row) => row.cases)).toFixed(1);
  console.log(`${sum((row) => row.safe)} of ${sum((row) => row.cases)} cases end whole: ${percent} %`);
});
