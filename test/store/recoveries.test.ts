import { describe, expect, test, vi } from 'vitest';
import { storeCredential } from '../../src/store/index.ts';
import type { Plan } from './support/gate.ts';
import { FaultTable } from './support/table.ts';
import { JOURNALS, type JournalForm, type Slot, World } from './support/world.ts';

// A second copy of the room: a process that starts afterwards knows nothing of the run but what the journal holds.
vi.resetModules();
const { recover } = await import('../../src/store/index.ts');

const KILLS = ['kill-before', 'kill-after'] as const;
type Kill = (typeof KILLS)[number];
const ANSWERS = ['remove', 'keep', undefined] as const;

/** What happens between a crash and the connection that looks after it. */
const DEEDS = {
  nothing: () => {},
  'the literal comes back': (world: World) => {
    world.text = world.request.changes[0]?.text.reveal() ?? '';
    world.disk = world.text;
  },
  'somebody edits the file': (world: World) => {
    world.text = world.text.replace('{', '{"more": 1, ');
  },
  'an action is published that refers to the field': (world: World) => {
    world.org.actionTexts = { published: '${credentials.apiKey}', draft: '' };
  },
  'an action is begun that refers to the field': (world: World) => {
    world.org.actionTexts = { published: '', draft: '${credentials.apiKey}' };
  },
} as const satisfies Readonly<Record<string, (world: World) => void>>;
type Deed = keyof typeof DEEDS;

interface Situation {
  readonly journal: JournalForm;
  readonly slot: Slot;
  readonly keepsUnsaved: boolean;
}

async function killedAt({ journal, keepsUnsaved, slot }: Situation, plan: Plan = () => undefined): Promise<World> {
  const world = new World(plan, slot, { journal });
  world.keepsUnsaved = keepsUnsaved;
  await Promise.race([storeCredential(world.request, world.ports), world.gate.killed]);
  return world;
}

/** A recovery, and another window's in the middle of it, before the call of that number. */
async function recovered(world: World, at?: number): Promise<void> {
  const begun = world.gate.trace.length;
  world.gate.plan = () => undefined;
  let isThere = at === undefined;
  world.gate.turn = async (index) => {
    if (isThere || index !== begun + (at ?? 0)) return;
    isThere = true;
    world.expectUntold(await recover(world.afterwards));
  };
  world.expectUntold(await recover(world.afterwards));
  world.gate.turn = () => Promise.resolve();
}

/** What is wrong after a crash, a deed and a recovery. @param before what was bound, and the step written down, at the crash */
function problemsOf(world: World, step: string | undefined, bound: string | undefined): readonly string[] {
  const found: string[] = [];
  const isReadBack = step === 'edit' || step === 'save';
  const isGone = world.own.length === 0;
  const mayGo = world.asked.length > 0 && world.answer === 'remove';
  if (isReadBack && (isGone || world.bound !== bound) && !mayGo) found.push('taken out of the org without asking');
  const isUsed = Object.values(world.org.actionTexts).some((text) => text !== '');
  if (isUsed && bound?.startsWith('created-') && isGone) found.push('taken away from an action');
  if (world.hasReference && !world.works) found.push('a reference without its field');
  if (!world.leavesOthers) found.push('something of others is gone');
  if (world.own.length > 0 && world.bound !== world.own[0]?.id) found.push('an orphan');
  const mayStay = world.answer === undefined && world.asked.length > 0;
  if (world.entries.length > 0 && !mayStay) found.push('an entry is left');
  return found;
}

const table = new FaultTable('One crash, and what happens before it is looked after');

/** With one of the journals; with each of them where the whole table is wanted. */
const FORMS: readonly JournalForm[] = process.env.FAULTS_TABLE ? JOURNALS : ['files, reopened'];

const SITUATIONS: readonly Situation[] = FORMS.flatMap((journal) =>
  (['empty', 'held'] as const).map((slot) => ({ journal, slot, keepsUnsaved: slot === 'held' })),
);

describe.each(SITUATIONS)('journal in $journal, slot $slot', async (situation) => {
  const plain = await killedAt(situation);
  const calls = plain.gate.trace.map((name, index) => ({ name, index }));

  async function play(index: number, kill: Kill, deed: Deed, answer: World['answer'], otherWindowAt?: number) {
    const world = await killedAt(situation, (number) => (number === index ? kill : undefined));
    const [step, bound] = [world.entries[0]?.step, world.bound];
    world.answer = answer;
    DEEDS[deed](world);
    await recovered(world, otherWindowAt);
    const problems = problemsOf(world, step, bound);
    // Settled is settled: a literal that comes back later takes nothing back.
    if (problems.length > 0 || world.entries.length > 0) return { world, problems };
    const after = world.bound;
    DEEDS['the literal comes back'](world);
    await recovered(world);
    return { world, problems: world.bound === after ? [] : ['taken back after it was settled'] };
  }

  test.each(calls)(
    'killed at $name ($index), whatever happens and whatever the author says',
    async ({ name, index }) => {
      for (const deed of Object.keys(DEEDS) as Deed[]) {
        const row = table.row(`${deed} (${situation.journal}, ${situation.slot})`, `${index + 1}. ${name}`);
        for (const kill of KILLS) {
          for (const answer of ANSWERS) {
            const { world, problems } = await play(index, kill, deed, answer);
            row.cases++;
            if (problems.length === 0) row.safe++;
            if (world.hasLiteral) row.literal++;
            else row.reference++;
            expect({ deed, kill, answer, problems }).toEqual({ deed, kill, answer, problems: [] });
          }
        }
      }
    },
  );

  test.each(calls)('killed at $name ($index), and looked after by two windows at once', async ({ name, index }) => {
    const row = table.row(`two windows (${situation.journal}, ${situation.slot})`, `${index + 1}. ${name}`);
    for (const kill of KILLS) {
      for (let at = 0; at < 10; at++) {
        const { world, problems } = await play(index, kill, 'nothing', 'remove', at);
        row.cases++;
        if (problems.length === 0) row.safe++;
        if (world.hasLiteral) row.literal++;
        else row.reference++;
        expect({ kill, at, problems }).toEqual({ kill, at, problems: [] });
      }
    }
  });
});
