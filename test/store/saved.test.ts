import { expect, test, vi } from 'vitest';
import { lookInto } from '../../src/store/documents.ts';
import type { JournalEntry } from '../../src/store/index.ts';
import { storeCredential } from '../../src/store/index.ts';
import type { Fault } from './support/gate.ts';
import { World } from './support/world.ts';

// A second copy of the room, which knows nothing of the runs that began in the first.
vi.resetModules();
const { recover } = await import('../../src/store/index.ts');

function at(call: string, fault: Fault): World {
  return new World((_index, name) => (name === call ? fault : undefined));
}

async function killedAt(call: string, keepsUnsaved = false): Promise<World> {
  const world = at(call, 'kill-before');
  world.keepsUnsaved = keepsUnsaved;
  expect(await Promise.race([storeCredential(world.request, world.ports), world.gate.killed])).toBe('killed');
  world.gate.plan = () => undefined;
  return world;
}

test('what is stored is on disk as well', async () => {
  const world = new World();
  expect(await storeCredential(world.request, world.ports)).not.toHaveProperty('unsaved');
  expect(world.disk).toBe(world.text);
});

test('a kill between edit and save leaves the literal on disk, and the store is taken back', async () => {
  const world = await killedAt('save');
  expect([world.entries[0]?.step, world.hasLiteral, world.bound]).toEqual(['save', true, 'created-1']);
  expect(await recover(world.afterwards)).toMatchObject([{ found: 'cleared' }]);
  expect([world.hasLiteral, world.own, world.bound, world.entries]).toEqual([true, [], undefined, []]);
});

test('a document that cannot be read after that is asked about, and nothing is taken back', async () => {
  const world = await killedAt('save');
  const found = await recover({ ...world.afterwards, read: async () => undefined });
  expect(found).toMatchObject([{ found: 'bound' }]);
  expect([world.bound, world.entries]).toEqual(['created-1', []]);
});

test('an editor that keeps unsaved changes over a crash is told to save them', async () => {
  const world = await killedAt('save', true);
  expect(world.disk).toContain(world.marker);
  expect(await recover(world.afterwards)).toMatchObject([{ found: 'finished' }]);
  expect(world.disk).toBe(world.text);
  expect([world.hasReference, world.bound]).toEqual([true, 'created-1']);
});

test.each(['alien-before', 'silence-before'] as const)(
  'a document that cannot be saved (%s) is named',
  async (fault) => {
    const world = at('save', fault);
    const outcome = await storeCredential(world.request, world.ports);
    expect(outcome).toMatchObject({ kind: 'stored', unsaved: world.request.changes.map(({ document }) => document) });
    expect([world.hasReference, world.bound]).toEqual([true, 'created-1']);
    expect(world.entries).toMatchObject([{ step: 'save' }]);
    world.gate.plan = () => undefined;
    expect(await recover(world.afterwards)).toMatchObject([{ found: 'finished' }]);
    expect([world.disk, world.entries]).toEqual([world.text, []]);
  },
);

const ENTRY = {
  id: 'run',
  started: '2026-01-02T03:04:05.000Z',
  step: 'save',
  integrationId: 'mine',
  integrationName: 'Mine',
  slot: 'slot',
  credentialName: 'Integration-mine run',
  fieldNames: ['apiKey'],
} as const satisfies Partial<JournalEntry>;

const unmarked = async () => undefined;

const REFERENCE = '"${credentials.apiKey}"';

test.each([
  ['edited', { a: REFERENCE, b: REFERENCE }],
  ['unedited', { a: '""', b: '""' }],
  ['unknown', { a: REFERENCE, b: '""' }],
  ['unknown', { a: REFERENCE }],
] as const)('%s is what documents with %o tell', async (told, texts: Readonly<Record<string, string>>) => {
  const entry = { ...ENTRY, documents: ['a', 'b'], references: [['apiKey'], ['apiKey']] };
  expect(await lookInto(entry, async (document) => texts[document], unmarked)).toBe(told);
});

test('a document whose edits refer to nothing does not tell whether they were made', async () => {
  expect(await lookInto({ ...ENTRY, documents: ['a'], references: [[]] }, async () => '""', unmarked)).toBe('unknown');
});
