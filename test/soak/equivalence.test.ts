import { expect, it } from 'vitest';
import { soakEquivalence } from './equivalence.ts';

it('never changes a request: 300 values in every place', () => {
  const table = soakEquivalence(300);
  console.table(Object.fromEntries(table.map(({ place, counts }) => [place, counts])));
  expect(table.filter(({ counts }) => counts.different > 0)).toEqual([]);
}, 60_000);
