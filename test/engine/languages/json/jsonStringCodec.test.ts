import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonBareCodec, jsonStringCodec } from '../../../../src/engine/languages/json/jsonStringCodec.ts';
import { documentText } from '../../../../src/engine/text/mappedText.ts';
import { applyEdits } from '../../../../src/engine/text/textEdit.ts';

const decode = (raw: string) => jsonStringCodec.decode(raw).text;
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', '\\', '/', '\n', '\u0000', '\uD83D', 'é', '😀', '\u2028'),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
});

/** Whether the text has no half of a character. */
const isWhole = (text: string) => !/\p{Surrogate}/u.test(text);

describe('JSON strings', () => {
  it('without escapes are one copy from behind the quote', () => {
    expect(jsonStringCodec.decode('"ab"').runs).toEqual([{ kind: 'copy', at: 0, length: 2, from: 1, to: 3 }]);
  });

  it('decode as JSON.parse does', () => {
    fc.assert(
      fc.property(anyText.filter(isWhole), (text) => {
        expect(decode(JSON.stringify(text))).toBe(text);
        const allEscaped = [...JSON.stringify(text).slice(1, -1)].map((each) => each).join('');
        expect(decode(`"${allEscaped}"`)).toBe(text);
      }),
    );
    expect(decode('"\\u0041\\/\\b\\uD83D\\uDE00"')).toBe('A/\b😀');
  });

  it('are read as far as they are typed', () => {
    expect(['"ab', '"ab\\', '"a\\u12', '"a\\"', '"', '""', '"a\\qb"'].map(decode)).toEqual([
      'ab',
      'ab\\',
      'a\\u12',
      'a"',
      '',
      '',
      'a\\qb',
    ]);
  });

  it('stand for themselves without quotes', () => {
    expect(jsonStringCodec.decode('12')).toEqual({ text: '12' });
    expect(jsonStringCodec.decode('')).toEqual({ text: '' });
  });

  it('escape only what must be', () => {
    expect(jsonStringCodec.escape('a/é😀\n"\\\u0001\uD83D')).toBe('a/é😀\\n\\"\\\\\\u0001\\ud83d');
  });

  it('hold exactly the replacement after an edit', () => {
    const cut = fc.nat();
    fc.assert(
      fc.property(anyText, anyText, cut, cut, (value, insert, one, other) => {
        const raw = JSON.stringify(value);
        const text = documentText(raw).decode(jsonStringCodec);
        const [start = 0, end = 0] = [one, other].map((each) => each % (value.length + 1)).sort((a, b) => a - b);
        const expected = value.slice(0, start) + insert + value.slice(end);
        const edit = text.edit(start, end, insert);
        expect(edit === 'not-editable' ? edit : JSON.parse(applyEdits(raw, [edit]))).toBe(expected);
      }),
      { numRuns: 2000, seed: 5 },
    );
  });

  it('become strings when a bare value of a document is edited', () => {
    const edit = documentText('12').decode(jsonBareCodec).edit(0, 2, 'a"b');
    expect(edit).toEqual({ start: 0, end: 2, text: '"a\\"b"' });
  });
});
