import { describe, expect, test, vi } from 'vitest';
import { type StoreOutcome, storeCredential } from '../../src/store/index.ts';
import { FAULTS, type Fault, type Plan } from './support/gate.ts';
import { FaultTable, type Row } from './support/table.ts';
import { JOURNALS, type JournalForm, type Slot, World } from './support/world.ts';

// A second copy of the room: a process that starts afterwards knows nothing of the run but what the journal holds.
vi.resetModules();
const { recover } = await import('../../src/store/index.ts');

const ALL: readonly Fault[] = [...FAULTS, 'kill-before', 'kill-after'];

interface Scenario {
  readonly name: string;
  readonly slot: Slot;
  readonly ends: StoreOutcome['kind'];
  readonly editorSays?: 'changed';
  /** What the org says whatever else happens. */
  readonly always?: (name: string, world: World) => Fault | undefined;
}

const without =
  (...calls: readonly string[]) =>
  (name: string): Fault | undefined =>
    calls.includes(name) ? 'forbidden' : undefined;

const SCENARIOS: readonly Scenario[] = [
  { name: 'empty slot', slot: 'empty', ends: 'stored' },
  { name: 'userDefined, to be replaced', slot: 'held', ends: 'stored' },
  { name: 'userDefined bound', slot: { occupiedBy: 'userDefined' }, ends: 'refused' },
  { name: 'basicAuth bound', slot: { occupiedBy: 'basicAuth' }, ends: 'refused' },
  { name: 'userDefinedOAuth bound', slot: { occupiedBy: 'userDefinedOAuth' }, ends: 'refused' },
  { name: 'file changed meanwhile', slot: 'empty', ends: 'failed', editorSays: 'changed' },
  { name: 'no permission to add', slot: 'empty', ends: 'failed', always: without('createCredential') },
  {
    name: 'no permission to edit',
    slot: 'held',
    ends: 'failed',
    always: without('putIntegrationConfig', 'putCredential'),
  },
  {
    name: 'no permission to delete',
    slot: 'held',
    ends: 'failed',
    editorSays: 'changed',
    always: without('deleteCredential'),
  },
  { name: 'changed once meanwhile', slot: 'empty', ends: 'stored', always: conflicts(1) },
  { name: 'changed at every try', slot: 'held', ends: 'failed', always: conflicts(9) },
];

/** Somebody else changes the configuration a moment before so many of the tries to write it. */
function conflicts(times: number): NonNullable<Scenario['always']> {
  return (name, { gate }) => {
    if (name !== 'putIntegrationConfig') return undefined;
    return gate.trace.filter((each) => each === name).length <= times ? 'conflict' : undefined;
  };
}

async function run(
  { slot, editorSays, always }: Scenario,
  plan: Plan = () => undefined,
  journal: JournalForm = 'files',
): Promise<World> {
  const world: World = new World((index, name) => plan(index, name) ?? always?.(name, world), slot, { journal });
  world.editorSays = editorSays;
  world.told = await Promise.race([storeCredential(world.request, world.ports), world.gate.killed]);
  return world;
}

/** The next start, in an org that is as it should be. */
async function nextStart(world: World): Promise<void> {
  world.gate.plan = () => undefined;
  const recovered = await recover(world.afterwards);
  if (world.hasLiteral) world.expectUntold(recovered);
  else world.expectSafe(recovered);
}

/** Settled: the literal is in the file and nothing of the run in the org, or the reference is, with its field bound. */
function isSettled(world: World): boolean {
  const isLiteral = world.hasLiteral && world.own.length === 0 && world.bound === world.boundBefore;
  const isReference = world.hasReference && world.own.length === 1 && world.works && world.own[0]?.id === world.bound;
  return isLiteral !== isReference && world.leavesOthers && world.entries.length === 0;
}

function count(row: Row, world: World): void {
  row.cases++;
  if (isSettled(world)) row.safe++;
  if (world.hasLiteral) row.literal++;
  else row.reference++;
}

const table = new FaultTable('One store');

const WAYS = SCENARIOS.flatMap((scenario) => JOURNALS.map((journal) => ({ ...scenario, journal })));

// `npm run faults` prints what is asserted here.
describe.each(WAYS)('whatever happens once: $name, journal in $journal', async (scenario) => {
  const plain = await run(scenario, undefined, scenario.journal);
  const calls = plain.gate.trace.map((name, index) => ({ name, index }));

  test('the scenario ends as it should', () => {
    expect(plain.told).toMatchObject({ kind: scenario.ends });
  });

  test.each(calls)('at $name ($index), the next start leaves one whole state', async ({ name, index }) => {
    const row = table.row(`${scenario.name} (${scenario.journal})`, `${index + 1}. ${name}`);
    for (const fault of ALL) {
      const world = await run(scenario, (number) => (number === index ? fault : undefined), scenario.journal);
      world.expectUntold(world.told);
      expect(world.leavesOthers).toBe(true);
      await nextStart(world);
      // Where the journal itself could not be cleared, the start after that clears it.
      if (world.entries.length > 0) await nextStart(world);
      count(row, world);
    }
    expect(row.safe).toBe(row.cases);
  });
});

test('whoever still lacks the permission to delete is told, at every start', async () => {
  const scenario = SCENARIOS.find(({ name }) => name === 'no permission to delete');
  const world = await run(scenario ?? { name: '', slot: 'empty', ends: 'failed' });
  for (const _start of [1, 2]) {
    expect(await recover(world.afterwards)).toMatchObject([{ found: 'left-behind' }]);
    expect([world.bound, world.own.length, world.entries.length]).toEqual(['before', 1, 1]);
  }
});
