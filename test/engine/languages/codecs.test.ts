import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionStringCodec } from '../../../src/engine/languages/expression/expressionStringCodec.ts';
import { formCodec } from '../../../src/engine/languages/http/formCodec.ts';
import { percentCodec } from '../../../src/engine/languages/http/percentCodec.ts';
import { xmlTextCodec } from '../../../src/engine/languages/http/xmlTextCodec.ts';
import { base64Codec } from '../../../src/engine/text/base64Codec.ts';
import { type Codec, HOLE } from '../../../src/engine/text/codec.ts';
import { documentText, type MappedText } from '../../../src/engine/text/mappedText.ts';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 12 });
/** Without the sign for a hole, which no value is written for. */
const wellFormed = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes(HOLE));

describe('percentCodec', () => {
  it('decodes like decodeURIComponent', () => {
    const written = fc.oneof(wellFormed.map(encodeURIComponent), fc.constantFrom('+', 'é', '%2f', '%C3%A9'));
    fc.assert(
      fc.property(fc.array(written), (pieces) => {
        expect(read(percentCodec, pieces.join(''))).toBe(decodeURIComponent(pieces.join('')));
      }),
    );
  });

  it('leaves broken escapes as they are', () => {
    expect(read(percentCodec, '100% %zz %C3 %41%FF%42 %E2%82')).toBe('100% %zz %C3 A%FFB %E2%82');
  });

  it('covers an escape as a whole', () => {
    expect(documentText('a%C3%A9b').decode(percentCodec).spans(1, 2)).toEqual([{ start: 1, end: 7 }]);
  });
});

describe('formCodec', () => {
  it('decodes like URLSearchParams', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const written = new URLSearchParams({ k: text }).toString().slice(2);
        expect(read(formCodec, written)).toBe(text);
        expect(new URLSearchParams(`k=${formCodec.escape(text)}`).get('k')).toBe(text);
      }),
    );
  });
});

describe('base64Codec', () => {
  it('decodes both alphabets, padded or not', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~éß€😀]{1,12}$/u), (text) => {
        const standard = Buffer.from(text).toString('base64');
        for (const written of [standard, standard.replaceAll('=', ''), Buffer.from(text).toString('base64url')]) {
          expect(read(base64Codec, written)).toBe(text);
        }
        expect(base64Codec.escape(text)).toBe(standard);
      }),
    );
  });

  it('reads Latin-1 where it is no UTF-8', () => {
    expect(read(base64Codec, Buffer.from('größe', 'latin1').toString('base64'))).toBe('größe');
  });

  it('leaves what holds no text as it is', () => {
    expect(read(base64Codec, Buffer.from([1, 2, 3, 250]).toString('base64'))).toBe('AQID+g==');
    expect(read(base64Codec, 'not base64!')).toBe('not base64!');
    expect(read(base64Codec, '')).toBe('');
  });

  it('is edited only as a whole', () => {
    const text = documentText(Buffer.from('user:old').toString('base64')).decode(base64Codec);
    expect(text.edit(5, 8, 'new')).toBe('not-editable');
    expect(text.edit(0, 8, 'user:new')).toEqual({
      start: 0,
      end: 12,
      text: Buffer.from('user:new').toString('base64'),
    });
  });
});

describe('xmlTextCodec', () => {
  it('decodes entities and leaves unknown ones', () => {
    expect(read(xmlTextCodec, 'a&amp;b&lt;&#65;&#x1F600;&nbsp;&amp')).toBe('a&b<A😀&nbsp;&amp');
    expect(read(xmlTextCodec, '&#0;&#xD800;&#x110000;')).toBe('&#0;&#xD800;&#x110000;');
  });
});

describe('expressionStringCodec', () => {
  it('decodes quotes and backslashes behind a backslash and nothing else', () => {
    expect(read(expressionStringCodec, '"a\\"b\\\\c\\n"')).toBe('a"b\\c\\n');
  });

  it('reads a string that is not closed', () => {
    expect(read(expressionStringCodec, '"abc')).toBe('abc');
    expect(read(expressionStringCodec, '"ab\\')).toBe('ab\\');
  });
});

describe('every codec', () => {
  const quoted = (text: string): string => `"${text}"`;
  it.each([
    [percentCodec, String],
    [formCodec, String],
    [base64Codec, String],
    [xmlTextCodec, String],
    [expressionStringCodec, quoted],
  ] as [Codec, (text: string) => string][])(
    '$name reads the replacement after an edit, or refuses it',
    (codec, around) => {
      const piece = fc.constantFrom(
        '%',
        '41',
        '%C3%A9',
        '+',
        '&',
        'amp;',
        '&#65;',
        '"',
        '\\',
        'YTpi',
        '=',
        'é',
        ' ',
        '\n',
      );
      const raw = fc.oneof(
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        anyText,
      );
      fc.assert(
        fc.property(raw, raw, fc.nat(), fc.nat(), (source, next, a, b) => {
          editHolds(documentText(around(source)), codec, next, a, b);
        }),
        { numRuns: 500 },
      );
    },
  );

  it.each([percentCodec, formCodec, base64Codec, xmlTextCodec])('$name writes any printable text', (codec) => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~é😀]{1,12}$/u), (text) => {
        expect(codec.decode(codec.escape(text) ?? '').text).toBe(text);
      }),
    );
  });
});

function read(codec: Codec, raw: string): string {
  return documentText(raw).decode(codec).text;
}

function editHolds(source: MappedText, codec: Codec, next: string, a: number, b: number): void {
  const before = source.decode(codec);
  const start = Math.min(a % (before.length + 1), b % (before.length + 1));
  const end = Math.max(a % (before.length + 1), b % (before.length + 1));
  const edit = before.edit(start, end, next);
  if (edit === 'not-editable') return;
  const expected = before.text.slice(0, start) + next + before.text.slice(end);
  expect(documentText(applyEdits(source.text, [edit])).decode(codec).text).toBe(expected);
}
