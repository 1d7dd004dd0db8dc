import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bases, soakHostile } from './hostile.ts';

const FOLDERS = ['../../../shared/corpus/files', '../../examples'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

test('no hostile text makes a scan throw, leave the text or break it by an edit, in 1,200 files of every kind', () => {
  const counts = soakHostile(1200, 11, bases(FOLDERS));
  expect(counts.flatMap(({ failures }) => failures)).toEqual([]);
});
