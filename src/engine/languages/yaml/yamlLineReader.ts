import type { Span } from '../../../base/span.ts';
import { LineCursor } from './yamlLineCursor.ts';
import { dashesAt, isOpenQuote, joinedKey, keyAt, skipBlanks, strayLength, valueAt } from './yamlLineParts.ts';

/** A line of a broken YAML text, read by itself, and what belongs to it on the lines below. */
export interface YamlLine {
  /** How far what it begins with is indented; tabs are not counted. */
  readonly column: number;
  readonly hasTab: boolean;
  /** Where the dashes stand that it begins with. */
  readonly dashes: readonly number[];
  /** Whether the last of them has no space behind it or is two, so that it may be no dash at all. */
  readonly isOddDash: boolean;
  /** How far what stands behind the dashes is indented; the column where there is none. */
  readonly inner: number;
  readonly key: Span | undefined;
  readonly value: Span | undefined;
  /** Between two documents. */
  readonly isMark?: true;
  /** How many parts of the same line stand before it, each with a key. */
  readonly joined: number;
}

const DOCUMENT_MARK = /^(?:---|\.\.\.)(?:[ \t]|$)/;
/** Signs without a word. */
const SIGNS_ONLY = /^[:,;.!?#|>~=+*&%@-]{1,3}$/;
const BLOCK_HEADER = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;
/** No more lines are likely to have become one. */
const MOST_JOINED = 4;

/** Reads each line by itself. Linear. */
export function readYamlLines(text: string): YamlLine[] {
  const lines = new LineCursor(text);
  const read: YamlLine[] = [];
  for (let line = lines.next(); line; line = lines.next()) readLine(text, line, lines, read);
  return read;
}

function readLine(text: string, line: Span, lines: LineCursor, out: YamlLine[]): void {
  const content = skipBlanks(text, line.start, line.end);
  if (content === line.end || text[content] === '#') return;
  if (content === line.start && DOCUMENT_MARK.test(text.slice(content, content + 4))) {
    out.push({
      column: 0,
      hasTab: false,
      dashes: [],
      isOddDash: false,
      inner: 0,
      key: undefined,
      value: undefined,
      joined: 0,
      isMark: true,
    });
    return;
  }
  const before = text.slice(line.start, content);
  const uncounted = before.replace(/[^\t\uFEFF]/g, '').length;
  const outer = strayLength(text, content, line.end);
  const first = content + outer;
  const { dashes, at: behind, isOdd } = dashesAt(text, first, line.end);
  const inner = outer > 0 || dashes.length === 0 ? 0 : strayLength(text, behind, line.end);
  const at = behind + inner;
  const left = line.start + uncounted + (outer > 0 ? 1 : 0);
  const columns = {
    column: first - left,
    hasTab: before.includes('\t'),
    dashes,
    isOddDash: isOdd,
    inner: at - left - (inner > 0 ? 1 : 0),
    joined: 0,
  };
  const key = keyAt(text, at, line.end);
  const from = key ? skipBlanks(text, text.indexOf(':', key.end) + 1, line.end) : at;
  addValue(text, { start: from, end: line.end }, { ...columns, key }, lines, out);
}

type Begun = Omit<YamlLine, 'value'>;

/** Adds a line with what stands behind its key, and another one where that holds a key, too. */
function addValue(text: string, rest: Span, line: Begun, lines: LineCursor, out: YamlLine[]): void {
  const value = valueAt(text, rest.start, rest.end);
  if (!value || (!line.key && SIGNS_ONLY.test(text.slice(value.start, value.end)))) {
    if (line.key || line.dashes.length > 0) out.push({ ...line, value: undefined });
    return;
  }
  if (BLOCK_HEADER.test(text.slice(value.start, rest.end))) {
    out.push({ ...line, value: { start: value.start, end: lines.endOfBlock(rest.end, line.inner) } });
    return;
  }
  if (isOpenQuote(text, value)) {
    out.push({ ...line, value: { start: value.start, end: lines.endOfQuoted(value, line.inner) ?? value.end } });
    return;
  }
  const joined = line.key && line.joined < MOST_JOINED ? joinedKey(text, value, rest.end) : undefined;
  // A colon at the end of a value is one too many, unless it has something below it.
  if (!joined || (joined.isLast && lines.nextColumn() <= line.inner)) {
    out.push({ ...line, value });
    return;
  }
  const { key } = joined;
  out.push({ ...line, value: joined.value });
  const from = skipBlanks(text, text.indexOf(':', key.end) + 1, rest.end);
  const inner = joined.value ? line.inner : line.inner + 1;
  const next: Begun = {
    column: inner,
    inner,
    hasTab: false,
    dashes: [],
    isOddDash: false,
    key,
    joined: line.joined + 1,
  };
  addValue(text, { start: from, end: rest.end }, next, lines, out);
}
