import { documentText, type MappedText } from '../../text/index.ts';
import { jsonStringCodec } from '../json/index.ts';

/** A line that gives a name a value, in an environment file or a TOML or INI file. */
export interface Assignment {
  readonly name: string;
  readonly text: MappedText;
  /** Offset of the line. */
  readonly at: number;
}

const LINE =
  /^[ \t\uFEFF]*(?:#[# \t]*|;[ \t]*|\/\/[ \t]*)?(?:export[ \t]+|set[ \t]+)?(["']?)([A-Za-z_][\w.-]{0,120})\1[ \t]*[=:][ \t]*/;
/** A value over several lines is a key file at the most. */
const LONGEST = 20_000;

/** Every assignment of a text, those in comments too, in order. Quoted values may go over lines. Linear. */
export function assignments(source: string): Assignment[] {
  const text = documentText(source);
  const found: Assignment[] = [];
  for (let at = 0; at < source.length; ) {
    const lineEnd = endOfLine(source, at);
    const [head, , name] = LINE.exec(source.slice(at, Math.min(lineEnd, at + 400))) ?? [];
    let next = lineEnd + 1;
    if (head !== undefined && name !== undefined) {
      const start = at + head.length;
      const end = valueEnd(source, start, lineEnd);
      const isDouble = source.charAt(start) === '"';
      const value = isDouble ? text.decodeSlice(start, end, jsonStringCodec) : text.slice(...inner(source, start, end));
      found.push({ name, text: value, at });
      next = Math.max(next, end);
    }
    at = next;
  }
  return found;
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

/** Behind the closing quote, or where a bare value ends: before a comment, white space, or the line's end. */
function valueEnd(source: string, start: number, lineEnd: number): number {
  const quote = source.charAt(start);
  if (quote === '"' || quote === "'") {
    const close = closingQuote(source, start, quote);
    if (close !== undefined) return close + 1;
  }
  const line = source.slice(start, lineEnd);
  const comment = line.search(/[ \t][#;]/);
  return start + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length;
}

function closingQuote(source: string, open: number, quote: string): number | undefined {
  const last = Math.min(source.length, open + LONGEST);
  for (let at = open + 1; at < last; at++) {
    const char = source.charAt(at);
    if (char === quote) return at;
    if (char === '\\' && quote === '"') at++;
    // Over several lines only where the next ones do not look like assignments: half typed is more likely.
    if (char === '\n' && LINE.test(source.slice(at + 1, at + 200))) return undefined;
  }
  return undefined;
}

function inner(source: string, start: number, end: number): [number, number] {
  const quote = source.charAt(start);
  if (quote !== "'" && quote !== '"') return [start, end];
  const isClosed = end - start > 1 && source.charAt(end - 1) === quote;
  return [start + 1, isClosed ? end - 1 : end];
}
