import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstOf } from '../../src/messages/firstOf.ts';

it('leaves out nothing without counting it, and never shows many', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 300 }), (items) => {
      const { first, more } = firstOf(items);
      expect(first.length + more).toBe(items.length);
      expect(first).toEqual(items.slice(0, first.length));
      expect(first.length).toBeLessThanOrEqual(20);
      expect(more === 0 || first.length === 20).toBe(true);
    }),
  );
});
