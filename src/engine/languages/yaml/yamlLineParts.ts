import type { Span } from '../../../base/span.ts';

const PLAIN_KEY_END = /:(?=[ \t]|$)/;
/** A dash that lost its space, or was typed twice, before a key. */
const ODD_DASH = /^-+[ \t]*(?=["'\w])(?=[^\s].*:(?:[ \t]|$))/;
/** One character too many before a key or a dash, in or behind what the line is indented by. */
const STRAY = /^(?:[^\w\s#-]|\w(?=[ \t]{2}))[ \t]*(?=["']?[\w$][\w .$-]{0,80}["']?[ \t]*:(?:[ \t]|$)|-[ \t])/;
const PROPERTIES = /^(?:[&!][^ \t]*[ \t]+)+/;
const COLON = /[ \t]*:(?:[ \t]|$)/y;
/** A key inside what should be a value: two lines became one. */
const JOINED_KEY = /[ \t]{2}(["']?[A-Za-z][\w.-]*["']?):(?=[ \t]|$)/;
/** Keys and what they are indented by are no longer. */
const MOST_STRAY = 300;

/** The length of a stray character and the blanks behind it; 0 where there is none. */
export function strayLength(text: string, at: number, end: number): number {
  const first = text.charAt(at);
  if (isQuote(first) && quotedLength(text.slice(at, end)) !== undefined) return 0;
  if ((first === '{' || first === '[') && /[}\]][ \t]*$/.test(text.slice(at, end))) return 0;
  return STRAY.exec(text.slice(at, Math.min(end, at + MOST_STRAY)))?.[0].length ?? 0;
}

/** The dashes that a line begins with, and where what is behind them begins. */
export function dashesAt(text: string, from: number, end: number): { dashes: number[]; at: number; isOdd: boolean } {
  const dashes: number[] = [];
  let at = from;
  while (text[at] === '-' && (at + 1 === end || text[at + 1] === ' ' || text[at + 1] === '\t')) {
    dashes.push(at);
    at = skipBlanks(text, at + 1, end);
  }
  const odd = text[at] === '-' ? ODD_DASH.exec(text.slice(at, end)) : null;
  return odd ? { dashes: [...dashes, at], at: at + odd[0].length, isOdd: true } : { dashes, at, isOdd: false };
}

/** A key where a value should be, or behind one. */
export interface JoinedKey {
  readonly key: Span;
  readonly value: Span | undefined;
  /** Whether nothing stands behind it. */
  readonly isLast: boolean;
}

/** A key behind or inside a value, and what is left of that. */
export function joinedKey(text: string, value: Span, end: number): JoinedKey | undefined {
  const first = text.charAt(value.start);
  if (first === '{' || first === '[') return undefined;
  // The blanks before a value count: they are what a line that begins there was indented by.
  const from = isQuote(first) ? value.end : value.start - 2;
  const found = JOINED_KEY.exec(text.slice(from, isQuote(first) ? end : value.end));
  if (!found) return undefined;
  const [whole, name = ''] = found;
  const start = from + found.index + whole.length - 1 - name.length;
  const valueEnd = isQuote(first) ? value.end : from + found.index;
  const key = { start, end: start + name.length };
  const isLast = skipBlanks(text, start + name.length + 1, end) >= end;
  return { key, value: valueEnd > value.start ? { start: value.start, end: valueEnd } : undefined, isLast };
}

/** The key at an offset, quoted or plain, without signs that belong to none; `undefined` where no colon ends one. */
export function keyAt(text: string, at: number, end: number): Span | undefined {
  const rest = text.slice(at, end);
  const quoted = quotedLength(rest);
  if (quoted !== undefined) {
    COLON.lastIndex = quoted;
    if (COLON.test(rest)) return { start: at, end: at + quoted };
    return undefined;
  }
  if (rest.startsWith('{') || rest.startsWith('[')) return undefined;
  const colon = rest.search(PLAIN_KEY_END);
  if (colon <= 0) return undefined;
  return withoutStraySigns(text, at, at + colon);
}

/** A key without a quote at one end, and without colons and dashes that belong to none. */
function withoutStraySigns(text: string, from: number, to: number): Span | undefined {
  let [start, end] = [from, to];
  while (end > start && /[\s"':]/.test(text.charAt(end - 1))) end--;
  while (start < end && /[\s"':-]/.test(text.charAt(start))) start++;
  return start < end ? { start, end } : undefined;
}

/** The value on the rest of a line, without what is said of it and without a comment. */
export function valueAt(text: string, at: number, end: number): Span | undefined {
  const properties = PROPERTIES.exec(text.slice(at, end));
  const start = at + (properties?.[0].length ?? 0);
  const rest = text.slice(start, end);
  if (rest === '' || rest.startsWith('#')) return undefined;
  const quoted = quotedLength(rest);
  if (quoted !== undefined) return { start, end: start + quoted };
  const comment = isQuote(rest.charAt(0)) ? -1 : rest.search(/[ \t]#/);
  const plain = comment < 0 ? rest : rest.slice(0, comment);
  return { start, end: start + plain.trimEnd().length };
}

function isQuote(char: string): boolean {
  return char === '"' || char === "'";
}

/** Whether a stretch begins with a quote that is not closed in it. */
export function isOpenQuote(text: string, { start, end }: Span): boolean {
  return isQuote(text.charAt(start)) && quotedLength(text.slice(start, end)) === undefined;
}

/** The length of the quoted scalar that `line` begins with, where its closing quote is on the line. */
function quotedLength(line: string): number | undefined {
  const quote = line.charAt(0);
  return isQuote(quote) ? closingQuote(line, 1, quote) : undefined;
}

/** Behind the next quote that closes. */
export function closingQuote(line: string, from: number, quote: string): number | undefined {
  for (let at = from; at < line.length; at++) {
    if (quote === '"' && line[at] === '\\') at++;
    else if (line[at] === quote && quote === "'" && line[at + 1] === quote) at++;
    else if (line[at] === quote) return at + 1;
  }
  return undefined;
}

/** The first offset from `from` on that holds no blank, or `end`. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t' || text[at] === '\uFEFF')) at++;
  return at;
}
