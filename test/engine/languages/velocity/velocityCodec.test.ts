import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { velocityCodec } from '../../../../src/engine/languages/velocity/velocityCodec.ts';
import { velocityStringCodec } from '../../../../src/engine/languages/velocity/velocityStringCodec.ts';
import { documentText, type MappedText } from '../../../../src/engine/text/mappedText.ts';
import { applyEdits } from '../../../../src/engine/text/textEdit.ts';

const HOLE = '\uFFFC';

describe('velocityCodec', () => {
  it('keeps adjacent holes apart', () => {
    expect(read('${a}${b}').text).toBe(HOLE + HOLE);
  });

  it('leaves a template without signs as it is', () => {
    expect(read('plain').text).toBe('plain');
  });

  it('reads the signs of $esc as the characters that are sent', () => {
    const text = read('a${esc.d}b${input.c}');
    expect(text.text).toBe(`a$b${HOLE}`);
    expect(text.spans(0, 3)).toEqual([{ start: 0, end: 10 }]);
    expect(read('a$!{esc.hash}$esc.dollar').text).toBe('a#$');
    expect(read('a${esc.d.x}').text).toBe(`a${HOLE}`);
    expect(read('#set($esc = $input.a)a${esc.d}').text).not.toContain('$');
  });

  it('says where every character came from', () => {
    const text = read('ab${x}cd## e\nf');
    expect(text.text).toBe(`ab${HOLE}cdf`);
    expect(text.spans(1, 4)).toEqual([{ start: 1, end: 7 }]);
    expect(text.spans(4, 6)).toEqual([
      { start: 7, end: 8 },
      { start: 13, end: 14 },
    ]);
  });

  it('writes only what reads back as text', () => {
    expect(edited('a-old-b', 2, 5, 'new$5')).toBe('a-new$5-b');
    expect(read('a-old-b').edit(2, 5, '${x}')).toBe('not-editable');
    expect(read('a-old-b').edit(2, 5, 'x##')).toBe('not-editable');
    expect(read('$input old').edit(1, 5, '.b')).toBe('not-editable');
  });

  it('reads the replacement after an edit, or refuses it', () => {
    const piece = fc.constantFrom(
      '$',
      '#',
      '{',
      '}',
      '(',
      ')',
      '"',
      '\\',
      'a',
      '.',
      '[',
      '*',
      '\n',
      ' ',
      '${x}',
      '#end',
    );
    const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, texts, fc.nat(), fc.nat(), (source, next, a, b) => editHolds(read, source, next, a, b)),
      {
        numRuns: 1000,
      },
    );
  });
});

describe('velocityStringCodec', () => {
  it('interpolates between double quotes only', () => {
    expect(readString('"${a}:x"').text).toBe(`${HOLE}:x`);
    expect(readString("'${a}:x'").text).toBe('${a}:x');
  });

  it('reads a quote that is written twice, and keeps backslashes', () => {
    expect(readString('"a""b\\c"').text).toBe('a"b\\c');
    expect(readString('"a""b"').spans(1, 2)).toEqual([{ start: 2, end: 4 }]);
    expect(readString("'a''b\"\"'").text).toBe('a\'b""');
    expect(readString('"a\\"b"').text).toBe('a\\');
  });

  it('reads \\u between double quotes only', () => {
    expect(readString('"a\\u0041${x}"').text).toBe(`aA${HOLE}`);
    expect(readString('"a\\u0041b"').spans(1, 2)).toEqual([{ start: 2, end: 8 }]);
    expect(readString("'a\\u0041'").text).toBe('a\\u0041');
  });

  it('reads a string that is not closed', () => {
    expect(readString('"abc').text).toBe('abc');
    expect(readString('"').text).toBe('');
  });

  it('refuses to write its own quote', () => {
    expect(readString('"old"').edit(0, 3, 'a"b')).toBe('not-editable');
    expect(readString("'old'").edit(0, 3, 'a"b')).toEqual({ start: 1, end: 4, text: 'a"b' });
    expect(readString('""').edit(0, 0, 'new')).toEqual({ start: 1, end: 1, text: 'new' });
  });

  it('reads the replacement after an edit, or refuses it', () => {
    const piece = fc.constantFrom('$', '#', '{', '}', '"', "'", '\\', 'a', '.', '${x}', '$x.y("z")');
    const texts = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
    const quotes = fc.constantFrom('"', "'");
    fc.assert(
      fc.property(texts, texts, quotes, fc.nat(), fc.nat(), (source, next, quote, a, b) =>
        editHolds(readString, `${quote}${source}${quote}`, next, a, b),
      ),
      { numRuns: 1000 },
    );
  });
});

function read(source: string): MappedText {
  return documentText(source).decode(velocityCodec);
}

function readString(source: string): MappedText {
  return documentText(source).decode(velocityStringCodec);
}

function edited(source: string, start: number, end: number, text: string): string {
  const edit = read(source).edit(start, end, text);
  return edit === 'not-editable' ? edit : applyEdits(source, [edit]);
}

function editHolds(reader: (source: string) => MappedText, source: string, next: string, a: number, b: number): void {
  const before = reader(source);
  const start = Math.min(a % (before.length + 1), b % (before.length + 1));
  const end = Math.max(a % (before.length + 1), b % (before.length + 1));
  const edit = before.edit(start, end, next);
  if (edit === 'not-editable') return;
  const expected = before.text.slice(0, start) + next + before.text.slice(end);
  expect(reader(applyEdits(source, [edit])).text).toBe(expected);
}
