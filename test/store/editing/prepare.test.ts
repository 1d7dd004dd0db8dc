import { expect, test } from 'vitest';
import { Sensitive } from '../../../src/base/sensitive.ts';
import { type Prepared, prepareEdits } from '../../../src/store/index.ts';
import { MemoryEditor, replacing } from '../support/memoryEditor.ts';

const URI = 'file:///a.json';
const TEXT = '{"X-Api-Key": "literal"}\n';

function whys({ refused }: Prepared): readonly string[] {
  return refused.map(({ why }) => why);
}

test.each([
  ['UTF-8', 'utf8'],
  ['UTF-8 with BOM', 'utf8bom'],
  ['UTF-16', 'utf16le'],
  ['a local encoding', 'latin1'],
] as const)('a saved file in %s may be edited, with nothing to ask', async (_name, encoding) => {
  const editor = new MemoryEditor();
  const document = editor.put(URI, TEXT.replace('}', ', "x": "Grüne Straße"}'), { encoding });
  const prepared = await prepareEdits(editor, [replacing(document, 'literal')]);
  expect(prepared).toMatchObject({ refused: [], unsaved: [], mixed: [] });
  expect(await prepared.editing.isStill()).toBe(true);
});

test('H1: a file whose bytes its encoding cannot read is refused, and the encoding is named', async () => {
  const editor = new MemoryEditor();
  const bytes = Uint8Array.from('{"X-Api-Key": "literal", "x": "Gr\u00fcne"}', (char) => char.charCodeAt(0));
  const document = editor.put(URI, bytes);
  expect(document.text).toContain('\uFFFD');
  const { refused } = await prepareEdits(editor, [replacing(document, 'literal')]);
  expect(refused).toEqual([{ document: URI, why: 'lossy', encoding: 'utf8' }]);
});

test('H1: unsaved changes do not hide bytes that cannot be read', async () => {
  const editor = new MemoryEditor();
  const bytes = Uint8Array.from('{"X-Api-Key": "literal", "x": "Gr\u00fcne"}', (char) => char.charCodeAt(0));
  const document = editor.put(URI, bytes);
  document.type('{"X-Api-Key": "literal"}');
  expect(whys(await prepareEdits(editor, [replacing(document, 'literal')]))).toEqual(['lossy']);
});

test('H1: a value that was damaged before and saved like that is refused; damage elsewhere in the file is not', async () => {
  const editor = new MemoryEditor();
  const document = editor.put(URI, '{"X-Api-Key": "lit\uFFFDral", "note": "\uFFFD", "other": "literal"}');
  expect(whys(await prepareEdits(editor, [replacing(document, 'lit\uFFFDral')]))).toEqual(['damaged']);
  expect(whys(await prepareEdits(editor, [replacing(document, 'literal')]))).toEqual([]);
});

test.each(['foreign', 'read-only'] as const)('H3: a document that is %s is refused', async (notWritable) => {
  const editor = new MemoryEditor();
  const document = editor.put(URI, TEXT, { notWritable });
  expect(whys(await prepareEdits(editor, [replacing(document, 'literal')]))).toEqual([notWritable]);
});

test('a change on disk of the same length, which the editor has not taken over, is refused', async () => {
  const editor = new MemoryEditor();
  const document = editor.put(URI, TEXT);
  document.bytes = new TextEncoder().encode(TEXT.replace('literal', 'rotated'));
  expect(whys(await prepareEdits(editor, [replacing(document, 'literal')]))).toEqual(['changed-on-disk']);
});

test('a file that is gone, or cannot be opened, is refused', async () => {
  const editor = new MemoryEditor();
  const document = editor.put(URI, TEXT);
  document.bytes = undefined;
  const missing = { document: 'file:///b.json', text: new Sensitive(''), edits: [] };
  expect(whys(await prepareEdits(editor, [replacing(document, 'literal'), missing]))).toEqual([
    'changed-on-disk',
    'unreadable',
  ]);
});

test('a text that is not the scanned one is refused', async () => {
  const editor = new MemoryEditor();
  const document = editor.put(URI, TEXT);
  const change = replacing(document, 'literal');
  document.type(`\n${TEXT}`);
  expect(whys(await prepareEdits(editor, [change]))).toEqual(['changed']);
});

test('L13: files with unsaved changes are named, and only those', async () => {
  const editor = new MemoryEditor();
  const documents = ['file:///a.json', 'file:///b.json', 'file:///c.json'].map((uri) => editor.put(uri, TEXT));
  documents[1]?.type(TEXT.replace('}', ', "more": 1}'));
  const prepared = await prepareEdits(
    editor,
    documents.map((document) => replacing(document, 'literal')),
  );
  expect(prepared).toMatchObject({ refused: [], unsaved: ['file:///b.json'], mixed: [] });
});

test('L13: a document that was changed and changed back has nothing else to save', async () => {
  const editor = new MemoryEditor();
  const document = editor.put(URI, TEXT);
  document.type(TEXT);
  expect(document.isDirty).toBe(true);
  expect(await prepareEdits(editor, [replacing(document, 'literal')])).toMatchObject({ refused: [], unsaved: [] });
});

test.each([
  ['CRLF', '{\r\n  "X-Api-Key": "literal"\n}\r\n'],
  ['LF', '{\n  "X-Api-Key": "literal"\r\n}\n'],
  ['LF', '{\n  "X-Api-Key": "literal"\r}\n'],
] as const)('L6: mixed line ends are told, with what they become (%s)', async (to, text) => {
  const editor = new MemoryEditor();
  const document = editor.put(URI, text);
  const prepared = await prepareEdits(editor, [replacing(document, 'literal')]);
  expect(prepared).toMatchObject({ refused: [], unsaved: [], mixed: [{ document: URI, to }] });
});

test('L6: line ends of one kind are not asked about', async () => {
  const editor = new MemoryEditor();
  const document = editor.put(URI, TEXT.replaceAll('\n', '\r\n'));
  expect(await prepareEdits(editor, [replacing(document, 'literal')])).toMatchObject({ refused: [], mixed: [] });
});

test('a text that is kept nowhere yet may be edited', async () => {
  const editor = new MemoryEditor();
  const document = editor.put('untitled:a', TEXT, { isUntitled: true });
  expect(await prepareEdits(editor, [replacing(document, 'literal')])).toMatchObject({ refused: [], unsaved: [] });
});
