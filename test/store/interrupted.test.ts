import { describe, expect, test, vi } from 'vitest';
import { type JournalEntry, storeCredential } from '../../src/store/index.ts';
import { SLOT } from './support/memoryOrg.ts';
import { JOURNALS, type JournalForm, World, type WorldOptions } from './support/world.ts';

// A second copy of the room, which knows nothing of the runs that began in the first.
vi.resetModules();
const { recover } = await import('../../src/store/index.ts');

const STEPS = ['create', 'bind', 'rename', 'verify', 'edit', 'save', 'undo'] as const;
const TWO_HOURS = '2026-01-02T05:10:00.000Z';

/** A process that is killed right after it has written down a step, and whose editor keeps what was not saved. */
async function killedAfter(step: (typeof STEPS)[number], options: WorldOptions = {}): Promise<World> {
  let isNext = false;
  const world: World = new World(
    (_index, name) => {
      // The call after the one that has written it: in files that is after the renaming.
      if (isNext && name !== 'journal.rename') return 'kill-before';
      isNext ||= name === 'journal.write' && world.written.at(-1)?.step === step;
      return undefined;
    },
    'empty',
    options,
  );
  if (step === 'undo') world.editorSays = 'changed';
  world.keepsUnsaved = true;
  expect(await Promise.race([storeCredential(world.request, world.ports), world.gate.killed])).toBe('killed');
  world.gate.plan = () => undefined;
  return world;
}

/** What the author has in the file again: another branch, a commit that was reverted. */
function putLiteralBack(world: World): void {
  world.text = world.request.changes[0]?.text.reveal() ?? '';
  world.disk = world.text;
}

const found = async (world: World, more: Partial<World['afterwards']> = {}) =>
  (await recover({ ...world.afterwards, ...more })).map((each) => each.found);

describe.each(JOURNALS)('with the journal in %s', (journal: JournalForm) => {
  test.each(STEPS)('a store that ended at %s is settled once, and later literals take nothing back', async (step) => {
    const world = await killedAfter(step, { journal });
    const isEdited = step === 'save';
    world.answer = 'keep';
    const bound = isEdited ? 'created-1' : undefined;
    // At `edit` the editor had not been asked yet: the file has its literal, and the author decides.
    const [first] = await found(world);
    expect(first).toBe({ edit: 'kept', save: 'finished' }[step as string] ?? 'cleared');
    expect(world.entries).toEqual([]);
    if (step !== 'edit') expect(world.bound).toBe(bound);
    putLiteralBack(world);
    const calls = world.gate.trace.length;
    expect(await found(world)).toEqual([]);
    expect(world.gate.trace.slice(calls).filter((name) => !name.startsWith('journal'))).toEqual([]);
    expect(world.bound).toBe(step === 'edit' ? 'created-1' : bound);
  });

  test('a second window settles what the first one left, and the first one finds nothing', async () => {
    const world = await killedAfter('save', { journal });
    expect(await found(world)).toEqual(['finished']);
    expect(await found(world)).toEqual([]);
  });
});

describe('a credential that was bound and read back', () => {
  test.each([
    ['keep', 'kept', 'created-1', 0],
    [undefined, 'undecided', 'created-1', 1],
    ['remove', 'cleared', undefined, 0],
  ] as const)('is taken out of the org when the author says %s: %s', async (answer, outcome, bound, entries) => {
    const world = await killedAfter('save');
    putLiteralBack(world);
    world.answer = answer;
    expect(await found(world)).toEqual([outcome]);
    expect(world.asked).toHaveLength(1);
    expect([world.bound, world.entries.length]).toEqual([bound, entries]);
  });

  test('is asked about again at the next start', async () => {
    const world = await killedAfter('edit');
    world.answer = undefined;
    await found(world);
    world.answer = 'remove';
    expect(await found(world)).toEqual(['cleared']);
    expect([world.asked.length, world.own]).toEqual([2, []]);
  });

  test('stays when the file gets its reference while the question is open', async () => {
    const world = await killedAfter('save');
    const edited = world.text;
    putLiteralBack(world);
    const ask = async () => {
      world.text = edited;
      return 'remove' as const;
    };
    expect(await found(world, { ask })).toEqual(['finished']);
    expect(world.bound).toBe('created-1');
  });

  test('is not taken back for a text that is neither the one before nor the one after', async () => {
    const world = await killedAfter('save');
    putLiteralBack(world);
    world.text = world.text.replace('{', '{"more": 1, ');
    expect(await found(world)).toEqual(['bound']);
    expect([world.asked, world.bound]).toEqual([[], 'created-1']);
  });

  test('is asked about when the literal is another one by now', async () => {
    const world = await killedAfter('save');
    putLiteralBack(world);
    world.text = world.text.replaceAll(world.marker, 'another');
    world.answer = 'keep';
    expect(await found(world)).toEqual(['kept']);
  });

  test('of an entry of a version before, which has no prints, is asked about as well', async () => {
    const world = await killedAfter('save');
    putLiteralBack(world);
    const [{ prints: _prints, touched: _touched, ...old }] = world.entries as [JournalEntry];
    await world.openJournals().open('an org/1').write(old);
    world.answer = 'keep';
    expect(await found(world)).toEqual(['kept']);
    expect(world.bound).toBe('created-1');
  });

  test('and that is gone from the org is nothing to ask about', async () => {
    const world = await killedAfter('save');
    putLiteralBack(world);
    world.org.configs.set('mine', { version: 9, credentials: {}, rest: { notes: 'kept' } });
    world.org.credentials.delete('created-1');
    expect(await found(world)).toEqual(['cleared']);
    expect(world.asked).toEqual([]);
  });
});

describe('a Data Action of the org that refers to a field forbids its removal', () => {
  const VERSIONS = ['published', 'draft'] as const;
  const NAMED = [
    '${credentials.apiKey}',
    '$credentials.apiKey',
    '$!{credentials.apiKey}',
    '$credentials.get("apiKey")',
  ];
  const cases = (['bind', 'verify', 'edit', 'save'] as const).flatMap((step) =>
    VERSIONS.flatMap((version) => NAMED.map((reference) => ({ step, version, reference }))),
  );

  // After `bind` was written down, the binding itself is still to come.
  test.each(cases.filter(({ step }) => step !== 'bind'))('$version, $reference, ended at $step', async (each) => {
    const world = await killedAfter(each.step);
    if (each.step === 'save') putLiteralBack(world);
    world.org.actionTexts = { published: '', draft: '', [each.version]: `a ${each.reference}` };
    expect(await recover(world.afterwards)).toMatchObject([{ found: 'in-use', actions: ['Action of mine'] }]);
    expect([world.asked, world.bound, world.entries]).toEqual([[], 'created-1', []]);
  });

  test('published while the question is open', async () => {
    const world = await killedAfter('edit');
    const ask = async () => {
      world.org.actionTexts = { published: '${credentials.apiKey}', draft: '' };
      return 'remove' as const;
    };
    expect(await found(world, { ask })).toEqual(['in-use']);
    expect(world.bound).toBe('created-1');
  });

  test('but not one that refers to another field', async () => {
    const world = await killedAfter('verify');
    world.org.actionTexts = { published: '${credentials.other}', draft: '' };
    expect(await found(world)).toEqual(['cleared']);
  });

  test('an org that does not say leaves it where it is', async () => {
    const world = await killedAfter('verify');
    world.gate.plan = (_index, name) => (name === 'actionText' ? 'forbidden' : undefined);
    expect(await found(world)).toEqual(['left-behind']);
    expect([world.bound, world.entries.length]).toEqual(['created-1', 1]);
  });
});

test.each(['bind', 'rename', 'verify', 'undo'] as const)(
  'after an hour, what ended at %s is not taken back without asking',
  async (step) => {
    const world = await killedAfter(step);
    world.answer = undefined;
    expect(await found(world, { now: () => TWO_HOURS })).toEqual(['undecided']);
    expect(world.own).toHaveLength(1);
  },
);

test('a store that was given up is taken back when its credential appears, whatever a second store has done by then', async () => {
  const first = new World((_index, name) => (name === 'createCredential' ? 'silence-after' : undefined));
  first.org.lags = true;
  expect(await storeCredential(first.request, first.ports)).toMatchObject({ kind: 'failed', step: 'create' });
  expect(first.entries).toMatchObject([{ step: 'undo' }]);
  const second = new World(undefined, 'empty', { beside: first });
  expect(await storeCredential(second.request, second.ports)).toMatchObject({ kind: 'stored' });
  // Both worked on one file: it has the reference now.
  first.text = second.text;
  first.org.lags = false;
  first.gate.plan = () => undefined;
  expect(await found(first)).toEqual(['cleared']);
  expect([first.own, first.bound, first.entries]).toEqual([[], 'second-1', []]);
  expect(second.works).toBe(true);
});

describe('what could not be saved', () => {
  const unsaved = async (): Promise<World> => {
    const world = new World();
    const documents = {
      ...world.ports.documents,
      save: async () => world.request.changes.map((each) => each.document),
    };
    const outcome = await storeCredential(world.request, { ...world.ports, documents });
    expect(outcome).toMatchObject({ kind: 'stored', unsaved: ['file:///action.json'] });
    return world;
  };

  test('is still written down, told again, and saved when that works', async () => {
    const world = await unsaved();
    const save = async (documents: readonly string[]) => documents;
    expect(await recover({ ...world.afterwards, save })).toMatchObject([
      { found: 'unsaved', documents: ['file:///action.json'] },
    ]);
    expect(world.entries).toHaveLength(1);
    expect(await found(world)).toEqual(['finished']);
    expect([world.disk, world.entries]).toEqual([world.text, []]);
  });

  test('and then lost in a crash: the author is asked, and nothing is taken out', async () => {
    const world = await unsaved();
    world.text = world.disk;
    world.answer = 'keep';
    expect(await found(world)).toEqual(['kept']);
    expect([world.hasLiteral, world.bound]).toEqual([true, 'created-1']);
  });
});

describe('a journal that cannot be read', () => {
  test('is not written over: nothing is stored, and the place is named', async () => {
    const world = new World();
    world.files.texts.set('an%20org%2F1,old.journal.json', '[{');
    const outcome = await storeCredential(world.request, world.ports);
    expect(outcome).toEqual({ kind: 'refused', reason: 'journal', place: 'an%20org%2F1,old.journal.json' });
    expect(world.gate.trace.filter((name) => !name.startsWith('journal'))).toEqual([]);
    await expect(recover(world.afterwards)).rejects.toMatchObject({ name: 'StorageError' });
    await world.ports.journal.setAside('an%20org%2F1,old.journal.json');
    expect(await storeCredential(world.request, world.ports)).toMatchObject({ kind: 'stored' });
  });
});

describe('an error of programming in the journal is not taken for one of the storage', () => {
  const broken = () => {
    throw new TypeError('journal.remove is not a function');
  };

  test('after the edit it comes through, and nothing is taken back', async () => {
    const world = new World();
    const journal = { ...world.ports.journal, remove: broken };
    await expect(storeCredential(world.request, { ...world.ports, journal })).rejects.toThrow(TypeError);
    expect([world.hasReference, world.disk, world.bound, world.works]).toEqual([true, world.text, 'created-1', true]);
    expect(world.entries).toHaveLength(1);
  });

  test.each(['create', 'bind', 'rename', 'verify', 'edit', 'save'] as const)(
    'where %s is written down, no value is lost and nothing is left behind',
    async (step) => {
      const world = new World();
      const write = async (entry: JournalEntry) => (entry.step === step ? broken() : world.ports.journal.write(entry));
      const journal = { ...world.ports.journal, write };
      await storeCredential(world.request, { ...world.ports, journal }).catch(() => undefined);
      if (step === 'save') expect([world.hasReference, world.works, world.disk]).toEqual([true, true, world.text]);
      else expect([world.hasLiteral, world.own, world.bound]).toEqual([true, [], undefined]);
    },
  );

  test('in a recovery it comes through as well', async () => {
    const world = await killedAfter('save');
    const { journal } = world.afterwards;
    await expect(recover({ ...world.afterwards, journal: { ...journal, remove: broken } })).rejects.toThrow(TypeError);
    expect(world.bound).toBe('created-1');
  });
});

describe('what is written down of the texts', () => {
  test('tells nothing of a literal: two that differ in it only have the same hashes', async () => {
    const [one, two] = [new World(), new World()];
    for (const world of [one, two]) await storeCredential(world.request, world.ports);
    expect(one.marker).not.toBe(two.marker);
    expect(one.written[0]?.prints).toEqual(two.written[0]?.prints);
    expect(one.written[0]?.prints).toMatchObject([{ before: expect.any(String), after: expect.any(String) }]);
  });

  test('is nothing where a value can still be read in the marked text', async () => {
    const world = new World();
    const mark = async (_document: string, text: string) => text;
    await storeCredential(world.request, { ...world.ports, mark });
    expect(world.written[0]?.prints?.[0]).not.toHaveProperty('before');
  });

  test('is nothing where the text cannot be marked, and then nothing is taken back', async () => {
    const world = new World((_index, name) => (name === 'save' ? 'kill-before' : undefined));
    const mark = async () => undefined;
    await Promise.race([storeCredential(world.request, { ...world.ports, mark }), world.gate.killed]);
    world.gate.plan = () => undefined;
    expect(world.written[0]?.prints).toEqual([{}]);
    expect(await found(world)).toEqual(['bound']);
    expect([world.asked, world.bound]).toEqual([[], 'created-1']);
  });

  test('is made before anything is sent', async () => {
    const world = new World();
    const mark = () => Promise.reject(new RangeError('a scan broke'));
    const outcome = await storeCredential(world.request, { ...world.ports, mark });
    expect(outcome).toMatchObject({ kind: 'failed', step: 'read' });
    expect([world.written, world.own]).toEqual([[], []]);
  });
});

test('what was replaced and is shown again by the org keeps its fields: no action loses them', async () => {
  const world = new World((_index, name) => (name === 'apply' ? 'kill-before' : undefined), 'held');
  await Promise.race([storeCredential(world.request, world.ports), world.gate.killed]);
  world.gate.plan = () => undefined;
  world.org.actionTexts = { published: '${credentials.theirs}', draft: '' };
  expect(await found(world)).toEqual(['cleared']);
  expect(world.org.configs.get('mine')?.credentials[SLOT]?.id).toBe('before');
});
