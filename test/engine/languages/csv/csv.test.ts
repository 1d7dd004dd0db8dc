import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../../../src/engine/languages/csv/csv.ts';

const plain = (source: string): string[][] => [...csvRows(source)].map(({ cells }) => cells.map((cell) => cell.text));

const written = (cell: string): string => (/[",\r\n;\t]|^$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

describe('a table', () => {
  it('is read as it was written, in any line breaks', () => {
    const row = fc.array(fc.string({ maxLength: 12 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (rows, lineBreak) => {
        const header = ['key', 'value'];
        const source = [header, ...rows].map((cells) => cells.map(written).join(',')).join(lineBreak);
        expect(plain(source)).toEqual([header, ...rows]);
        expect([...csvRows(source)].some(({ isBroken }) => isBroken)).toBe(false);
      }),
    );
  });

  it('gives the characters of each cell without its quotes', () => {
    const source = 'key,value\na,"b ""c"""\n';
    const spans = [...csvRows(source)].flatMap(({ cells }) => cells).map((cell) => cell.spans());
    const cells = spans.map((each) => each.map(({ start, end }) => source.slice(start, end)).join(''));
    expect(cells).toEqual(['key', 'value', 'a', 'b ""c""']);
  });

  it('ends a quote that is never closed with its line', () => {
    expect(plain('key,value\na,"half\nb,c')).toEqual([
      ['key', 'value'],
      ['a', 'half'],
      ['b', 'c'],
    ]);
  });

  it.each(['key,value\na,"b"c\nd,e', 'key,value\na,"b\nd,e'])('says from where on quotes do not fit: %j', (source) => {
    const broken = [...csvRows(source)].map(({ isBroken }) => isBroken);
    expect(broken.slice(0, 1)).toEqual([false]);
    expect(broken.slice(1)).not.toContain(false);
  });

  it('takes an edit of a quoted cell', () => {
    const source = 'key,value\na,"b"\n';
    const cell = [...csvRows(source)][1]?.cells[1];
    expect(cell?.edit(0, 1, 'x "y"')).toEqual({ start: 13, end: 14, text: 'x ""y""' });
  });
});
