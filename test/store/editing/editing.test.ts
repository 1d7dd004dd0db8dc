import { expect, test } from 'vitest';
import { saveDocuments } from '../../../src/store/editing/save.ts';
import { prepareEdits } from '../../../src/store/index.ts';
import { type MemoryDocument, MemoryEditor, replacing } from '../support/memoryEditor.ts';

const [ONE, TWO] = ['file:///one.json', 'file:///two.json'];
const TEXT = '{"X-Api-Key": "literal"}\n';
const EDITED = TEXT.replace('literal', '${credentials.x}');

async function two() {
  const editor = new MemoryEditor();
  const [one, other] = [editor.put(ONE, TEXT), editor.put(TWO, TEXT)];
  const { editing } = await prepareEdits(editor, [replacing(one, 'literal'), replacing(other, 'literal')]);
  return { editor, one, other, editing };
}

function texts(...documents: readonly MemoryDocument[]): readonly string[] {
  return documents.flatMap(({ text, disk }) => [text, disk]);
}

test('edits are applied to all documents in one step, saved, and are on disk', async () => {
  const { editor, one, other, editing } = await two();
  expect(await editing.apply()).toBe('applied');
  expect([editor.edits, await editing.save([ONE, TWO])]).toEqual([1, []]);
  expect(texts(one, other)).toEqual([EDITED, EDITED, EDITED, EDITED]);
});

test('H4: a document that was closed, changed on disk and opened again is not edited', async () => {
  const { editor, editing } = await two();
  const moved = `\n${TEXT}`;
  const reopened = editor.put(ONE, moved);
  expect([await editing.isStill(), await editing.apply()]).toEqual([false, 'changed']);
  expect([editor.edits, ...texts(reopened)]).toEqual([0, moved, moved]);
});

test('a document that cannot be opened any more is no reason to doubt that nothing was edited', async () => {
  const { editor, other, editing } = await two();
  editor.remove(ONE);
  expect([await editing.isStill(), await editing.apply(), other.text]).toEqual([false, 'changed', TEXT]);
});

test('state 6: an edit of the first document while the others are checked is noticed, and none is edited', async () => {
  const { editor, one, other, editing } = await two();
  let looks = 0;
  editor.meanwhile = () => {
    // At the very last look before the edit.
    if (++looks === 2) one.type(`\n${TEXT}`);
  };
  expect(await editing.apply()).toBe('changed');
  expect([editor.edits, one.text, other.text]).toEqual([0, `\n${TEXT}`, TEXT]);
});

test('a change on disk of the same length between look and edit is not overwritten', async () => {
  const { editor, one, other, editing } = await two();
  one.bytes = new TextEncoder().encode(TEXT.replace('literal', 'rotated'));
  expect([await editing.isStill(), await editing.apply(), editor.edits]).toEqual([false, 'changed', 0]);
  expect([one.disk, other.text]).toEqual([TEXT.replace('literal', 'rotated'), TEXT]);
});

test('a change on disk of the same length between edit and save is not overwritten, and the file is named', async () => {
  const { one, other, editing } = await two();
  expect(await editing.apply()).toBe('applied');
  one.bytes = new TextEncoder().encode(TEXT.replace('literal', 'rotated'));
  expect(await editing.save([ONE, TWO])).toEqual([ONE]);
  expect(texts(one, other)).toEqual([EDITED, TEXT.replace('literal', 'rotated'), EDITED, EDITED]);
});

test('an editor that saves by itself is no change by somebody else', async () => {
  const editor = new MemoryEditor();
  const document = editor.put(ONE, TEXT);
  const typed = TEXT.replace('}', ', "more": 1}');
  document.type(typed);
  const { editing } = await prepareEdits(editor, [replacing(document, 'literal')]);
  document.write();
  expect([await editing.isStill(), await editing.apply()]).toEqual([true, 'applied']);
  document.write();
  expect([await editing.save([ONE]), document.disk]).toEqual([[], typed.replace('literal', '${credentials.x}')]);
});

test('H3: an edit that a read-only document only shows is taken back in all documents', async () => {
  const editor = new MemoryEditor();
  const one = editor.put(ONE, TEXT);
  const other = editor.put(TWO, TEXT, { isReadOnlyInSession: true });
  const { editing } = await prepareEdits(editor, [replacing(one, 'literal'), replacing(other, 'literal')]);
  expect(await editing.apply()).toBe('refused');
  expect(texts(one, other)).toEqual([TEXT, TEXT, TEXT, TEXT]);
});

test('H3: what the editor has saved of it meanwhile is taken back on disk, too', async () => {
  const editor = new MemoryEditor();
  const one = editor.put(ONE, TEXT);
  const other = editor.put(TWO, TEXT, { isReadOnlyInSession: true });
  const { editing } = await prepareEdits(editor, [replacing(one, 'literal'), replacing(other, 'literal')]);
  editor.meanwhile = () => {
    if (one.isDirty) one.write();
  };
  expect(await editing.apply()).toBe('refused');
  expect(texts(one, other)).toEqual([TEXT, TEXT, TEXT, TEXT]);
});

test('where a read-only document is changed before its edit is taken back, nobody claims to know how it ended', async () => {
  const editor = new MemoryEditor();
  const document = editor.put(ONE, TEXT, { isReadOnlyInSession: true });
  const { editing } = await prepareEdits(editor, [replacing(document, 'literal')]);
  let looks = 0;
  editor.meanwhile = () => {
    if (++looks === 2) document.type('something else');
  };
  await expect(editing.apply()).rejects.toThrow();
});

test('an editor that refuses the edit is believed', async () => {
  const { editor, one, editing } = await two();
  editor.refuses = true;
  expect([await editing.apply(), one.text]).toEqual(['refused', TEXT]);
});

test.each([
  ['says it was written', true],
  ['says it was not', false],
] as const)('H3: a save that does not reach the disk is named, whatever the editor says (%s)', async (_name, says) => {
  const editor = new MemoryEditor();
  const onSave = (document: MemoryDocument) => {
    document.isDirty = !says;
    return says;
  };
  const document = editor.put(ONE, TEXT, { onSave });
  const { editing } = await prepareEdits(editor, [replacing(document, 'literal')]);
  expect([await editing.apply(), await editing.save([ONE]), document.disk]).toEqual(['applied', [ONE], TEXT]);
});

test('a save that changes the text on its way, as formatting does, is on disk as the editor shows it', async () => {
  const editor = new MemoryEditor();
  const onSave = (document: MemoryDocument) => {
    document.text = `${document.text}\n`;
    return document.write();
  };
  const document = editor.put(ONE, TEXT, { onSave });
  const { editing } = await prepareEdits(editor, [replacing(document, 'literal')]);
  expect([await editing.apply(), await editing.save([ONE]), document.disk]).toEqual(['applied', [], `${EDITED}\n`]);
});

test('L8: nothing is saved after a file that could not be', async () => {
  const { one, other, editing } = await two();
  expect(await editing.apply()).toBe('applied');
  one.bytes = new TextEncoder().encode('somebody else');
  expect(await editing.saveInOrder([ONE, TWO])).toEqual([ONE, TWO]);
  expect([other.isDirty, other.disk]).toEqual([true, TEXT]);
});

test('a recovery that knows nothing of the documents saves what is not saved, and reads it back', async () => {
  const editor = new MemoryEditor();
  const [dirty, clean] = [editor.put(ONE, TEXT), editor.put(TWO, '{\r\n "a": 1\n}\n')];
  dirty.type(EDITED);
  expect(await saveDocuments(editor, [ONE, TWO, 'file:///gone.json'])).toEqual(['file:///gone.json']);
  expect([dirty.disk, clean.disk]).toEqual([EDITED, '{\r\n "a": 1\n}\n']);
});

test('a document that is kept nowhere yet is edited and left to the author', async () => {
  const editor = new MemoryEditor();
  const document = editor.put('untitled:a', TEXT, { isUntitled: true });
  const { editing } = await prepareEdits(editor, [replacing(document, 'literal')]);
  expect([await editing.apply(), await editing.save(['untitled:a']), document.text]).toEqual(['applied', [], EDITED]);
});
