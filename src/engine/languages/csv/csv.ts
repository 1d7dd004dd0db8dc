import { documentText, type MappedText } from '../../text/index.ts';
import { csvCellCodec } from './csvCellCodec.ts';

/** A row of a CSV text. */
export interface CsvRow {
  /** Without their quotes. */
  readonly cells: readonly MappedText[];
  /** Whether a quote here or in a row before is not closed, or something follows one that is: cells may be pieces of others. */
  readonly isBroken: boolean;
}

const SEPARATORS = [',', ';', '\t'] as const;

/** Reads CSV (RFC 4180) with the separator of its first line. A quote that is never closed ends with its line. Linear. */
export function* csvRows(source: string): Generator<CsvRow> {
  const text = documentText(source);
  const separator = separatorOf(source);
  let at = source.startsWith('\uFEFF') ? 1 : 0;
  let isBroken = false;
  while (at < source.length) {
    const cells: MappedText[] = [];
    for (;;) {
      const cell = readCell(source, at, separator);
      isBroken ||= cell.isOpen;
      cells.push(
        cell.isQuoted ? text.decodeSlice(cell.start, cell.end, csvCellCodec) : text.slice(cell.start, cell.end),
      );
      at = cell.next;
      if (source.charAt(at) !== separator) break;
      at++;
    }
    isBroken ||= at < source.length && !/^\r?\n/.test(source.slice(at, at + 2));
    yield { cells, isBroken };
    at = source.startsWith('\r\n', at) ? at + 2 : at + 1;
  }
}

function separatorOf(source: string): string {
  const line = source.slice(0, 2000).split('\n', 1)[0] ?? '';
  return SEPARATORS.reduce((best, each) => (count(line, each) > count(line, best) ? each : best));
}

function count(line: string, sign: string): number {
  return line.split(sign).length;
}

function readCell(source: string, start: number, separator: string) {
  if (source.charAt(start) === '"') {
    const close = closingQuote(source, start + 1);
    if (close !== undefined) return { start: start + 1, end: close, next: close + 1, isQuoted: true, isOpen: false };
  }
  let end = start;
  while (end < source.length && source.charAt(end) !== separator && source.charAt(end) !== '\n') end++;
  const next = end;
  if (source.charAt(end - 1) === '\r' && end > start) end--;
  const isOpen = source.charAt(start) === '"';
  return { start: isOpen ? start + 1 : start, end, next: isOpen || end === next ? next : end, isQuoted: false, isOpen };
}

/** Cells are short: a quote that is not closed soon is half typed. */
const LONGEST_CELL = 10_000;

function closingQuote(source: string, from: number): number | undefined {
  const last = Math.min(source.length, from + LONGEST_CELL);
  for (let at = from; at < last; at++) {
    if (source.charAt(at) !== '"') continue;
    if (source.charAt(at + 1) === '"') at++;
    else return at;
  }
  return undefined;
}
