import { describe, expect, test, vi } from 'vitest';
import { FAULTS, type Fault, type Plan } from './support/gate.ts';
import { Paced } from './support/pair.ts';
import { FaultTable, type Row } from './support/table.ts';
import { JOURNALS, type JournalForm, type Slot, World } from './support/world.ts';

// A second copy of the room: a process that starts afterwards knows nothing of the runs but what their journals hold.
vi.resetModules();
const { recover } = await import('../../src/store/index.ts');

interface Scenario {
  readonly name: string;
  readonly slot: Slot;
  readonly journal: JournalForm;
  /** The field that the second one stores; the first one's is `apiKey`. */
  readonly field: string;
  /** The second one has seen what the first one has bound, and takes its place with all fields. */
  readonly onTop?: boolean;
}

const SITUATIONS: readonly Omit<Scenario, 'journal'>[] = [
  { name: 'same field, empty slot', slot: 'empty', field: 'apiKey' },
  { name: 'other field, empty slot', slot: 'empty', field: 'accountId' },
  { name: 'same field, bound slot', slot: 'held', field: 'apiKey' },
  { name: 'other field, bound slot', slot: 'held', field: 'accountId' },
  { name: 'on top of the first', slot: 'empty', field: 'accountId', onTop: true },
];

/** With the journal of the fewest calls; with each of them where all is wanted. */
const SCENARIOS: readonly Scenario[] = SITUATIONS.flatMap((situation) =>
  (process.env.FAULTS_TABLE ? JOURNALS : (['memento'] as const)).map((journal) => ({ ...situation, journal })),
);

/** The first one's calls that change what the second one meets, and the last look before the edit. */
const MOMENTS: ReadonlySet<string> = new Set([
  'createCredential',
  'putIntegrationConfig',
  'putCredential',
  'credential',
  'apply',
  'save',
]);

const KILLS: readonly Fault[] = ['kill-before', 'kill-after'];
const END = Number.POSITIVE_INFINITY;

const at =
  (index: number, fault: Fault | undefined): Plan =>
  (number) =>
    number === index ? fault : undefined;

/** Two people who store into one integration of one org, each with a file, a journal and an editor of their own. */
function pair({ slot, field, journal, onTop }: Scenario, first: Plan, second: Plan): readonly [World, World] {
  const one = new World(first, slot, { journal });
  const two = new World(second, slot, {
    journal,
    field,
    beside: one,
    ...(onTop ? { replaces: 'created-1', carries: one } : {}),
  });
  return [one, two];
}

interface Course {
  /** The call before which the first one stops. */
  readonly first: number;
  /** The call before which the second one stops then, for the first one to go on; the end by default. */
  readonly second?: number;
  readonly firstFault?: Fault;
  readonly secondFault?: Fault;
  /** The first one was killed and starts anew before the second one goes on. */
  readonly restarts?: boolean;
}

async function play(scenario: Scenario, course: Course): Promise<readonly [World, World]> {
  const { first, second = END, firstFault, secondFault, restarts = false } = course;
  const worlds = pair(scenario, at(first, firstFault), at(second, secondFault));
  const [one, two] = worlds.map((world) => new Paced(world));
  if (!one || !two) throw new Error('two');
  await one.runTo(first);
  await two.runTo(second);
  await one.finish();
  if (restarts) await nextStart(one.world);
  await two.finish();
  return worlds;
}

async function nextStart(world: World): Promise<void> {
  world.gate.plan = () => undefined;
  world.gate.turn = () => Promise.resolve();
  const recovered = await recover(world.afterwards);
  world.expectUntold(recovered);
}

/** Each file has its literal, or its reference, whose field is in what is bound; and nothing is left of who did not come through. */
function problemsOf(worlds: readonly [World, World]): readonly string[] {
  const found: string[] = [];
  for (const [index, world] of worlds.entries()) {
    if (world.hasLiteral === world.hasReference) found.push(`${index}: neither or both`);
    if (world.hasReference && !world.works) found.push(`${index}: a reference without its field`);
    if (world.entries.length > 0) found.push(`${index}: an entry is left`);
    if (!world.leavesOthers) found.push(`${index}: something of others is gone`);
    if (world.own.some(({ id }) => id !== world.bound && !isReplaced(worlds, id))) found.push(`${index}: an orphan`);
    if (world.own.length > 0 && world.hasLiteral) found.push(`${index}: stored, and the literal is in the file`);
  }
  const [{ org, bound, boundBefore }] = worlds;
  if (bound !== undefined && !org.credentials.has(bound)) found.push('bound to what is gone');
  if (worlds.every((world) => world.hasLiteral) && bound !== boundBefore) found.push('the slot is not as it was');
  return found;
}

/** What the second one has taken the place of is told to its author, and not removed. */
function isReplaced([one, two]: readonly [World, World], id: string): boolean {
  return one.hasReference && two.hasReference && two.request.replaces === id;
}

async function count(row: Row, scenario: Scenario, course: Course): Promise<void> {
  const worlds = await play(scenario, course);
  for (const world of worlds) world.expectUntold(world.told);
  for (const _start of [1, 2]) {
    for (const world of worlds) if (world.entries.length > 0) await nextStart(world);
  }
  const problems = problemsOf(worlds);
  row.cases++;
  if (problems.length === 0) row.safe++;
  for (const world of worlds) {
    if (world.hasLiteral) row.literal++;
    else row.reference++;
  }
  expect({ course, problems }).toEqual({ course, problems: [] });
}

const table = new FaultTable('Two stores at once');

describe.each(SCENARIOS)('two who store at once: $name, journal in $journal', async (scenario) => {
  const title = `${scenario.name} (${scenario.journal})`;
  const [plain] = await play(scenario, { first: END });
  const calls = plain.gate.trace.map((name, index) => ({ name, index }));
  // The second one may make more calls: those that take its store back.
  const steps = Array.from({ length: calls.length + 8 }, (_value, index) => index);

  test.each(calls)('the first at $name ($index), the second at any call', async ({ name, index }) => {
    const row = table.row(title, `${index + 1}. ${name}`);
    for (const second of steps) await count(row, scenario, { first: index, second });
  });

  test.each(calls)(
    'any fault or kill of the first at $name ($index), the second being through',
    async ({ name, index }) => {
      const row = table.row(title, `${index + 1}. ${name}, any fault`);
      for (const firstFault of [...FAULTS, ...KILLS]) await count(row, scenario, { first: index, firstFault });
    },
  );

  test.each(calls.filter(({ name }) => MOMENTS.has(name)))(
    'the first at $name ($index), and any fault or kill of the second at any call',
    async ({ name, index }) => {
      const row = table.row(title, `${index + 1}. ${name}, any fault of the second`);
      for (const second of steps) {
        for (const secondFault of [...FAULTS, ...KILLS])
          await count(row, scenario, { first: index, second, secondFault });
      }
    },
  );

  test.each(calls)(
    'the first killed at $name ($index), and started anew while the second stores',
    async ({ name, index }) => {
      const row = table.row(title, `${index + 1}. ${name}, killed and back`);
      for (const second of steps) {
        for (const firstFault of KILLS)
          await count(row, scenario, { first: index, second, firstFault, restarts: true });
      }
    },
  );
});
