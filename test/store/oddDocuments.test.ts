import { describe, expect, test, vi } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { saveDocuments } from '../../src/store/editing/save.ts';
import { prepareEdits, type StorePorts, storeCredential } from '../../src/store/index.ts';
import { FAULTS, type Fault, type Plan } from './support/gate.ts';
import { type MemoryDocument, MemoryEditor, replacing } from './support/memoryEditor.ts';
import { FaultTable, type Row } from './support/table.ts';
import { World } from './support/world.ts';

// A second copy of the room: a process that starts afterwards knows nothing of the run but what the journal holds.
vi.resetModules();
const { recover } = await import('../../src/store/index.ts');

const URI = 'file:///action.json';
const ALL: readonly Fault[] = [...FAULTS, 'kill-before', 'kill-after'];

type Moment = 'before the edit' | 'before the save';

interface Scenario {
  readonly name: string;
  readonly ends: 'not begun' | 'refused' | 'failed' | 'stored' | 'unsaved';
  /** The file's text; by default one with the literal. */
  readonly bytes?: (text: string) => Uint8Array;
  readonly oddity?: Parameters<MemoryEditor['put']>[2];
  /** What happens to the document outside the store. */
  readonly meanwhile?: (moment: Moment, document: MemoryDocument, editor: MemoryEditor) => void;
  /** The value that is stored in the place of the literal. */
  readonly value?: string;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** Somebody else writes the file, as long as it was, and the editor does not notice. */
function writtenByOthers(document: MemoryDocument): void {
  document.bytes = new TextEncoder().encode(document.disk.replace('X-Api-Key', 'Y-Api-Key'));
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'plain file', ends: 'stored' },
  { name: 'file in a local encoding', ends: 'stored', oddity: { encoding: 'latin1' } },
  { name: 'lossy text', ends: 'not begun', bytes: (text) => latin1(text.replace('}', ', "x": "\u00fc"}')) },
  { name: 'value read with loss before', ends: 'refused', value: 'Gr\uFFFDnes' },
  { name: 'read-only, and known to be', ends: 'not begun', oddity: { notWritable: 'read-only' } },
  { name: 'view of something else', ends: 'not begun', oddity: { notWritable: 'foreign' } },
  { name: 'read-only in this session', ends: 'failed', oddity: { isReadOnlyInSession: true } },
  {
    name: 'closed, changed, opened again',
    ends: 'failed',
    meanwhile: (moment, document, editor) => {
      if (moment === 'before the edit') editor.put(URI, `\n${document.disk}`);
    },
  },
  {
    name: 'file renamed before the edit',
    ends: 'failed',
    meanwhile: (moment, document) => {
      if (moment === 'before the edit') document.bytes = undefined;
    },
  },
  {
    name: 'changed on disk before the edit',
    ends: 'failed',
    meanwhile: (moment, document) => {
      if (moment === 'before the edit') writtenByOthers(document);
    },
  },
  {
    name: 'changed on disk before the save',
    ends: 'unsaved',
    meanwhile: (moment, document) => {
      if (moment === 'before the save') writtenByOthers(document);
    },
  },
  { name: 'save that does not reach the disk', ends: 'unsaved', oddity: { onSave: () => true } },
];

async function run({ bytes, oddity, meanwhile, value }: Scenario, plan: Plan = () => undefined) {
  const world = new World(plan);
  const editor = new MemoryEditor();
  editor.put(URI, bytes?.(world.text) ?? world.text, oddity);
  const document = () => editor.open(URI);
  const { editing, refused } = await prepareEdits(editor, [
    replacing(await document(), world.marker, '${credentials.apiKey}'),
  ]);
  let started: Promise<unknown> = Promise.resolve();
  /** A call of the editor that meets the plan: what it had begun when it failed is done before that is told. */
  const pass = async <Answer>(name: string, moment: Moment, effect: () => Promise<Answer>): Promise<Answer> => {
    meanwhile?.(moment, await document(), editor);
    let answer: Promise<Answer> | undefined;
    const gate = world.gate.pass(name, () => {
      answer = effect();
      started = answer;
    });
    await gate.catch(async (error) => {
      await answer;
      throw error;
    });
    return answer ?? effect();
  };
  const documents: StorePorts['documents'] = {
    apply: () => pass('apply', 'before the edit', () => editing.apply()),
    save: (uris) => pass('save', 'before the save', () => editing.save(uris)),
  };
  const fields = value === undefined ? world.request.fields : [{ name: 'apiKey', value: new Sensitive(value) }];
  const request = { ...world.request, fields, changes: editing.changes };
  const isBegun = refused.length === 0;
  const told = isBegun
    ? await Promise.race([storeCredential(request, { ...world.ports, documents }), world.gate.killed])
    : 'not begun';
  await started;
  const nextStart = async () => {
    world.gate.plan = () => undefined;
    const open = await document();
    // A start reads the file; an editor that lived on still shows what it showed.
    if (told === 'killed' && open.bytes) editor.put(URI, open.bytes, oddity);
    const read = async () => (open.bytes ? (await document()).text : undefined);
    return recover({ ...world.afterwards, read, save: (uris) => saveDocuments(editor, uris) });
  };
  return { world, told, document, nextStart };
}

type Begun = Awaited<ReturnType<typeof run>>;

function endOf(told: Begun['told']): string {
  if (typeof told === 'string') return told;
  return told.kind === 'stored' && told.unsaved ? 'unsaved' : told.kind;
}

/**
 * Settled: the literal is in the file and nothing of the run in the org; or the reference is, with its field bound; or the reference is
 * in the editor only, its field is bound, and that was told.
 * @param found what a recovery found
 */
async function isSettled({ world, told, document }: Begun, scenario: Scenario, found?: string): Promise<boolean> {
  const { text, disk, bytes } = await document();
  const isShown = text.includes('${credentials.apiKey}');
  const isSaved = disk.includes('${credentials.apiKey}');
  const isClean = world.own.length === 0 && world.bound === world.boundBefore;
  const isBound = world.own.length === 1 && world.works;
  if (!world.leavesOthers) return false;
  // A file that is gone, or that somebody has changed, does not tell whether it was edited: the author is told, and nothing is taken back.
  if (scenario.meanwhile && found === 'bound') return isBound;
  if (!isShown && !isSaved) return isClean && (bytes === undefined || disk.includes(world.marker));
  if (!isBound) return false;
  return isSaved || (scenario.ends === 'unsaved' && told !== 'killed') || endOf(told) === 'unsaved';
}

const table = new FaultTable('Odd documents');

function count(row: Row, isWhole: boolean, hasReference: boolean): void {
  row.cases++;
  if (isWhole) row.safe++;
  if (hasReference) row.reference++;
  else row.literal++;
}

describe.each(SCENARIOS)('a store whose file is odd: $name', async (scenario) => {
  const plain = await run(scenario);
  const calls = plain.world.gate.trace.map((name, index) => ({ name, index }));

  test(`it is ${scenario.ends}, and what is told is true`, async () => {
    expect(endOf(plain.told)).toBe(scenario.ends);
    expect(await isSettled(plain, scenario)).toBe(true);
    plain.world.expectUntold(plain.told);
    const isRefused = scenario.ends === 'not begun' || scenario.ends === 'refused';
    expect(plain.world.gate.trace.length === 0).toBe(isRefused);
    if (isRefused) count(table.row(scenario.name, 'refused before any call'), true, false);
  });

  if (calls.length === 0) return;
  test.each(calls)(
    'whatever happens at $name ($index), the next start leaves one whole state',
    async ({ name, index }) => {
      const row = table.row(scenario.name, `${index + 1}. ${name}`);
      for (const fault of ALL) {
        const begun = await run(scenario, (number) => (number === index ? fault : undefined));
        const recovered = [...(await begun.nextStart()), ...(await begun.nextStart())];
        begun.world.expectUntold([begun.told, recovered]);
        const isWhole = await isSettled(begun, scenario, recovered[0]?.found);
        count(row, isWhole, (await begun.document()).text.includes('${credentials.apiKey}'));
        expect({ fault, told: endOf(begun.told), isWhole }).toMatchObject({ fault, isWhole: true });
      }
    },
  );
});
