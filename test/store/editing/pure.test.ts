import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { isMarkedReadOnly } from '../../../src/store/editing/readOnly.ts';
import { canBeEdited, isOwnText } from '../../../src/store/editing/schemes.ts';
import { onlyDifference } from '../../../src/store/editing/takeBack.ts';

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁', '𝒳') });

test('one edit makes a text what it was, and splits no character', () => {
  fc.assert(
    fc.property(text, text, (from, to) => {
      const edit = onlyDifference(from, to);
      expect(applyEdits(from, [edit])).toBe(to);
      for (const part of [from.slice(0, edit.start), from.slice(edit.end), edit.text]) expect(part).not.toMatch(LONE);
    }),
  );
});

const VIEWS = [
  'git',
  'showModifications',
  'clipboardCompare0',
  'merge-conflict.conflict-diff',
  'vscode-bulkeditpreview-editor',
  'output',
  'a-view-that-nobody-knows',
];

test.each(VIEWS)('editor 6: a document of the view %s is not looked at and not edited', (scheme) => {
  const systems = { folders: ['file'], isWritable: () => undefined };
  expect([isOwnText(scheme, systems), canBeEdited(scheme, systems)]).toEqual([false, false]);
});

test.each(['file', 'vscode-remote', 'vscode-vfs', 'untitled'])(
  'a document of the scheme %s is the author’s own',
  (scheme) => {
    const systems = { folders: [], isWritable: () => undefined };
    expect([isOwnText(scheme, systems), canBeEdited(scheme, systems)]).toEqual([true, true]);
  },
);

test('any writable file system is looked at; a read-only one where it is the workspace, but nothing is edited there', () => {
  const isWritable = (scheme: string) => ({ memfs: true, history: false, vsls: false })[scheme];
  const systems = { folders: ['vsls'], isWritable };
  const both = (scheme: string) => [isOwnText(scheme, systems), canBeEdited(scheme, systems)];
  expect([both('memfs'), both('history'), both('vsls')]).toEqual([
    [true, true],
    [false, false],
    [true, false],
  ]);
});

test('a file system that says it is read-only is believed, whatever it is called', () => {
  expect(canBeEdited('vscode-vfs', { isWritable: () => false })).toBe(false);
});

const PATHS = ['flows/prod/a.custom.json', '/work/repo/flows/prod/a.custom.json'];

test.each([
  ['**/prod/**', true],
  ['flows/prod/a.custom.json', true],
  ['**/{test,prod}/*.json', true],
  ['/work/repo/**', true],
  ['**/*.{yaml,{custom,x}.json}', true],
  ['**/test/**', false],
  ['prod/*.json', false],
])('files.readonlyInclude: %s', (glob, isMarked) => {
  expect(isMarkedReadOnly(PATHS, { include: { [glob]: true }, exclude: {} })).toBe(isMarked);
  expect(isMarkedReadOnly(PATHS, { include: { [glob]: false }, exclude: {} })).toBe(false);
  expect(isMarkedReadOnly(PATHS, { include: { [glob]: true }, exclude: { '**/a.*': true } })).toBe(false);
});

test('a glob that stands for too many is left to the check after the edit', () => {
  const glob = `**/${'{a,b}'.repeat(20)}`;
  expect(isMarkedReadOnly(['aaaaaaaaaaaaaaaaaaaa'], { include: { [glob]: true }, exclude: {} })).toBe(false);
});
