import { expect, test } from 'vitest';
import { PLACE_COUNT, soakEquivalence } from './equivalence.ts';

test('no fix changes a request, for 300 random values over all places', () => {
  const table = soakEquivalence(Math.ceil(300 / PLACE_COUNT));
  expect(table.filter(({ counts }) => counts.different > 0)).toEqual([]);
  for (const { place, counts } of table) {
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(counts['same-bytes'], place).toBeGreaterThan(all / 2);
  }
});
