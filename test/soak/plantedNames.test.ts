import { expect, test } from 'vitest';
import { soakNames } from './plantedNames.ts';

test('no chosen password shows in what is printed about 1,400 damaged files of every kind', () => {
  const { findings, leaks } = soakNames(1400, 5);
  expect(leaks).toEqual([]);
  expect(findings).toBeGreaterThan(3000);
}, 30_000);
