import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasLongRun } from '../../../../src/engine/detect/tokens/longRun.ts';

it('a long run is what an expression finds', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '_', '-', 'b', ' ', '\uFFFC'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (value, length) => {
      expect(hasLongRun(value, length)).toBe(new RegExp(`[\\w-]{${length}}`).test(value));
    }),
    { seed: 24, numRuns: 1000 },
  );
});
