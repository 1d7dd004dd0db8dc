import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSubstitutions, substitutionEnd } from '../../../src/engine/tree/substitutions.ts';

describe('substitutions', () => {
  it('become words of the same length', () => {
    expect(maskSubstitutions(`{{a b}}: \${c.d}-x`)).toBe('__a_b__: __c_d_-x');
  });

  it('are only what is closed on its line and has no braces inside', () => {
    for (const text of ['{{a', '{{a\n}}', `\${a`, '{a}', `{{a{b}}`, '{{a}']) expect(maskSubstitutions(text)).toBe(text);
  });

  it('change nothing else and no offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '$', 'a', '\n', '😀', ' ') }), (text) => {
        const masked = maskSubstitutions(text);
        expect(masked).toHaveLength(text.length);
        expect(masked.split('\n')).toHaveLength(text.split('\n').length);
      }),
    );
  });

  it('end where their braces close', () => {
    expect(substitutionEnd('x{{a}}y', 1)).toBe(6);
    expect(substitutionEnd('x{{a}}y', 0)).toBeUndefined();
  });
});
