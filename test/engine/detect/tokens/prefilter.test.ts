import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Prefilter } from '../../../../src/engine/detect/tokens/prefilter.ts';

/** The slow and plain way. */
function naive(keywords: readonly string[], text: string): string[] {
  const found: string[] = [];
  for (let end = 1; end <= text.length; end++) {
    keywords.forEach((keyword, index) => {
      if (text.slice(0, end).endsWith(keyword)) found.push(`${index}@${end}`);
    });
  }
  return found.sort();
}

function searched(keywords: readonly string[], text: string): string[] {
  return (new Prefilter(keywords).search(text) ?? []).map(({ keyword, end }) => `${keyword}@${end}`).sort();
}

describe('the prefilter', () => {
  it('finds keywords inside, across and within each other', () => {
    const keywords = ['he', 'she', 'his', 'hers', 'rs'];
    expect(searched(keywords, 'ushers')).toEqual(naive(keywords, 'ushers'));
    expect(searched(keywords, 'shis\u00e9hers')).toEqual(naive(keywords, 'shis\u00e9hers'));
  });

  it('finds nothing where there is nothing', () => {
    expect(new Prefilter(['sk_live_']).search('sk_life_ sk_liv')).toBeUndefined();
    expect(new Prefilter([]).search('anything')).toBeUndefined();
  });

  it('finds what a plain search finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
    const keywords = fc.uniqueArray(word, { minLength: 1, maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\uFFFC', 'd'), maxLength: 40 });
    fc.assert(
      fc.property(keywords, text, (some, within) => {
        expect(searched(some, within)).toEqual(naive(some, within));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
