import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lowerBound } from '../../src/base/lowerBound.ts';

it('is the first item that is not before', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: -1, max: 21 }), (numbers, wanted) => {
      const sorted = numbers.sort((a, b) => a - b);
      const found = sorted.findIndex((each) => each >= wanted);
      expect(lowerBound(sorted, (each) => each < wanted)).toBe(found < 0 ? sorted.length : found);
    }),
  );
});
