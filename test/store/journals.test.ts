import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileJournals, type JournalFolder } from '../../src/store/fileJournals.ts';
import type { JournalEntry } from '../../src/store/index.ts';
import type { Journals } from '../../src/store/journals.ts';
import { mementoJournals } from '../../src/store/mementoJournals.ts';
import { siblingsOf } from '../../src/store/siblingFolders.ts';
import { Gate } from './support/gate.ts';
import { MemoryFiles, MemoryMemento } from './support/memoryFiles.ts';

const STARTED = '2026-01-02T03:04:05.000Z';
const NOW = Date.parse(STARTED);
const ORG = 'an org/1';

const entry = (id: string, step: JournalEntry['step'] = 'create', touched?: string): JournalEntry => ({
  id,
  started: STARTED,
  ...(touched === undefined ? {} : { touched }),
  step,
  integrationId: 'i',
  integrationName: 'Booking',
  slot: 'basicAuth',
  credentialName: 'n',
  fieldNames: ['apiKey'],
  documents: [],
  references: [],
});

const own = (files: MemoryFiles): JournalFolder => ({ files, isShared: false });
const other = (files: MemoryFiles): JournalFolder => ({ files, isShared: true });
const inFiles = (files: MemoryFiles, now = NOW) =>
  fileJournals(
    async () => [own(files)],
    () => now,
  );
const inMemory = () => new MemoryFiles(new Gate(''));

/** Each kind of journal, and the same as a window finds it that opens later. */
const KINDS: readonly (readonly [string, () => { now: Journals; later: () => Journals }])[] = [
  [
    'files',
    () => {
      const files = inMemory();
      return { now: inFiles(files), later: () => inFiles(files) };
    },
  ],
  [
    'a memento',
    () => {
      const memento = new MemoryMemento(new Gate(''));
      return { now: mementoJournals(memento), later: () => mementoJournals(memento) };
    },
  ],
];

describe.each(KINDS)('a journal in %s', (_kind, make) => {
  test('has no orgs before anything is written', async () => {
    expect(await make().now.orgs()).toEqual([]);
  });

  test('is read as it was written by whoever comes after', async () => {
    const { now, later } = make();
    const journal = now.open(ORG);
    for (const each of [entry('a'), entry('b'), entry('a', 'bind')]) await journal.write(each);
    expect(await later().orgs()).toEqual([ORG]);
    const read = await later().open(ORG).entries();
    expect(read.map(({ id, step }) => [id, step]).sort()).toEqual([
      ['a', 'bind'],
      ['b', 'create'],
    ]);
  });

  test('is the same for two that are open', async () => {
    const { now, later } = make();
    const [one, two] = [now.open(ORG), later().open(ORG)];
    await one.write(entry('a'));
    await two.write(entry('b'));
    expect(await one.entries()).toHaveLength(2);
    await two.entries();
    await two.remove('a');
    await one.entries();
    await one.remove('b');
    expect([await two.entries(), await later().orgs()]).toEqual([[], []]);
  });

  test('works as a copy of its members', async () => {
    const { now, later } = make();
    const copy = { ...now.open(ORG) };
    await copy.write(entry('a'));
    expect(await copy.entries()).toHaveLength(1);
    await copy.remove('a');
    expect(await later().open(ORG).entries()).toEqual([]);
  });
});

describe('a journal file that cannot be read', () => {
  const NAME = 'an%20org%2F1,broken.journal.json';
  const texts = ['[{', '{}', '[{"id": 1}]', ''];

  test.each(texts)('%o is not empty: nothing of it is overwritten, and it is named', async (text) => {
    const files = inMemory();
    files.texts.set(NAME, text);
    const journal = inFiles(files).open(ORG);
    await expect(journal.entries()).rejects.toMatchObject({ name: 'StorageError', place: NAME });
    await journal.write(entry('new'));
    expect(files.texts.get(NAME)).toBe(text);
    expect(await inFiles(files).orgs()).toEqual([ORG]);
  });

  test('for a moment is read the next time', async () => {
    let isLocked = true;
    const files = new MemoryFiles(
      new Gate('', (_index, name) => (isLocked && name === 'journal.read' ? 'alien-before' : undefined)),
    );
    const journal = inFiles(files).open(ORG);
    await journal.write(entry('a'));
    await expect(inFiles(files).open(ORG).entries()).rejects.toMatchObject({ name: 'StorageError' });
    isLocked = false;
    expect(await inFiles(files).open(ORG).entries()).toEqual([entry('a')]);
  });

  test('is set aside whole, and stands in the way no more', async () => {
    const files = inMemory();
    files.texts.set(NAME, '[{');
    const journal = inFiles(files).open(ORG);
    await journal.write(entry('a'));
    await journal.setAside(NAME);
    expect(await journal.entries()).toEqual([entry('a')]);
    expect(files.texts.get(`${NAME}.unreadable`)).toBe('[{');
  });

  test('of another org stands in nobody’s way', async () => {
    const files = inMemory();
    files.texts.set('else,x.journal.json', '[{');
    expect(await inFiles(files).open(ORG).entries()).toEqual([]);
    expect(await inFiles(files).orgs()).toEqual(['else']);
  });

  test('a memento that holds something else is not empty either', async () => {
    const memento = new MemoryMemento(new Gate(''));
    memento.values.set(`storeJournal.${ORG}`, 'broken');
    const journal = mementoJournals(memento).open(ORG);
    await expect(journal.entries()).rejects.toMatchObject({ place: `storeJournal.${ORG}` });
    await expect(journal.write(entry('a'))).rejects.toMatchObject({ name: 'StorageError' });
    expect(await mementoJournals(memento).orgs()).toEqual([ORG]);
    await journal.setAside(`storeJournal.${ORG}`);
    await journal.write(entry('a'));
    expect(await mementoJournals(memento).open(ORG).entries()).toEqual([entry('a')]);
  });
});

test('what an earlier version wrote in one file for each org is read and cleared', async () => {
  const files = inMemory();
  const name = 'an%20org%2F1.journal.json';
  files.texts.set(name, JSON.stringify([entry('a'), entry('b')]));
  const journal = inFiles(files).open(ORG);
  expect((await journal.entries()).map(({ id }) => id)).toEqual(['a', 'b']);
  await journal.remove('a');
  expect(JSON.parse(files.texts.get(name) ?? '')).toEqual([entry('b')]);
  await journal.write(entry('b', 'undo'));
  expect(await journal.entries()).toEqual([entry('b', 'undo')]);
  await journal.remove('b');
  expect([...files.texts.keys()]).toEqual([]);
});

test('a crash between writing and renaming leaves the step before, and nothing once it is removed', async () => {
  const gate = new Gate('', (_index, name) => (name === 'journal.rename' && isLast ? 'kill-before' : undefined));
  let isLast = false;
  const files = new MemoryFiles(gate);
  const journal = inFiles(files).open(ORG);
  await journal.write(entry('a'));
  isLast = true;
  await Promise.race([journal.write(entry('a', 'bind')), gate.killed]);
  gate.plan = () => undefined;
  const later = inFiles(files).open(ORG);
  expect(await later.entries()).toEqual([entry('a')]);
  await later.remove('a');
  expect([...files.texts.keys()]).toEqual([]);
});

describe('the folder of another window on the workspace', () => {
  const LATER = '2026-01-02T04:00:00.000Z';
  const MINUTE = 60_000;

  test.each([
    [1, false],
    [9, false],
    [11, true],
  ])('an entry whose last step was %i minutes ago is looked after: %s', async (minutes, isSeen) => {
    const theirs = inMemory();
    await inFiles(theirs)
      .open(ORG)
      .write(entry('left', 'bind', LATER));
    const now = Date.parse(LATER) + minutes * MINUTE;
    const journals = fileJournals(
      async () => [own(inMemory()), other(theirs)],
      () => now,
    );
    expect(await journals.orgs()).toEqual(isSeen ? [ORG] : []);
    const journal = journals.open(ORG);
    expect(await journal.entries()).toHaveLength(isSeen ? 1 : 0);
    await journal.remove('left');
    expect(theirs.texts.size).toBe(isSeen ? 0 : 1);
  });

  test('where windows share a folder, one sees its own entries at once and those of others when they are old', async () => {
    const files = inMemory();
    const window = () =>
      fileJournals(
        async () => [other(files)],
        () => NOW,
      ).open(ORG);
    const [one, two] = [window(), window()];
    await one.write(entry('a', 'create', STARTED));
    expect(await one.entries()).toHaveLength(1);
    expect(await two.entries()).toEqual([]);
    await two.write(entry('b', 'create', STARTED));
    expect((await one.entries()).map(({ id }) => id)).toEqual(['a']);
  });

  test('is known by its name', () => {
    const id = 'ab'.repeat(16);
    const names = [id, `${id}-1`, `${id}-12`, `${id}-x`, 'cd'.repeat(16), 'other'];
    expect(siblingsOf(`${id}-1`, names)).toEqual([id, `${id}-12`]);
    expect(siblingsOf(id, names)).toEqual([`${id}-1`, `${id}-12`]);
    expect(siblingsOf('1700000000000', names)).toEqual([]);
  });
});

test('whatever an org and a run are called, they are found again and kept apart', async () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(name, { minLength: 2, maxLength: 4 }), name, async (orgs, id) => {
      const files = inMemory();
      for (const org of orgs)
        await inFiles(files)
          .open(org)
          .write({ ...entry(id), integrationName: org });
      expect((await inFiles(files).orgs()).toSorted()).toEqual([...orgs].sort());
      for (const org of orgs)
        expect(await inFiles(files).open(org).entries()).toMatchObject([{ integrationName: org }]);
    }),
    { numRuns: 100 },
  );
});
