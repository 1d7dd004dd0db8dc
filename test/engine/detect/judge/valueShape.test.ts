import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasValueShape } from '../../../../src/engine/detect/judge/valueShape.ts';

/** The same, said slowly. */
const SHAPE = /\d[^\d\s]*\p{L}|\p{L}[^\d\s]*\d|\p{Ll}[^\s\p{Ll}]*\p{Lu}/u;

describe('the shape of a value', () => {
  it('is letters with digits, or capitals behind small letters, in one word', () => {
    const character = fc.constantFrom(
      'a',
      'Z',
      '7',
      ' ',
      '\n',
      '-',
      'é',
      'É',
      'ß',
      '日',
      '\u00A0',
      '\u{1D400}',
      '\u{1D41A}',
      '\uD835',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 8 }), (characters) => {
        const text = characters.join('');
        expect(hasValueShape(text)).toBe(SHAPE.test(text));
      }),
      { numRuns: 3000 },
    );
  });
});
