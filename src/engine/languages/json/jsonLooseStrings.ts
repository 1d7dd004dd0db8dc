import type { Span } from '../../../base/span.ts';

/** A string as it can be made out, and where reading goes on; without a span the quote at its start is a stray one. */
export interface LooseString {
  readonly span?: Span;
  readonly next: number;
}

/** A string with more quotes inside than this is taken to end at the first one. */
const MOST_INNER_QUOTES = 8;
const NEXT_QUOTE = /[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*/y;
const LINE_END = /[^\r\n]*/y;
/** What may follow a whole string. */
const AFTER_STRING = /[ \t\0]*(?:[,:}\]{[\r\n\uFFFC]|\/[/*]|$)/y;
const AFTER_VALUE = /[ \t\0]*(?:[,:}\]\r\n\uFFFC]|$)/y;
/** What may follow a quote that is one too many. */
const AFTER_STRAY = /[ \t\0]*(?:[,:}\]{[\r\n\uFFFC"]|$)/y;
const ONLY_STRUCTURE = /^[\s\0,:[\]{}]*$/;
/** The characters that stand between a value and the next string: found where a string runs on into the next one. */
const BETWEEN = /[\s,:[\]{}]/;

/**
 * The string whose quote stands at `start`, where quotes are not to be trusted: an end is believed where something that can
 * follow a string does. A string that lost its closing quote ends before the separators it swallowed, or with its line.
 */
export function readLooseString(text: string, start: number): LooseString {
  let first: number | undefined;
  for (let from = start + 1, inner = 0; inner <= MOST_INNER_QUOTES; inner++) {
    const quote = nextQuote(text, from);
    if (quote === undefined) break;
    const next = endAt(text, quote);
    if (next !== undefined) return { span: { start, end: quote + 1 }, next };
    const content = text.slice(start + 1, quote);
    if (inner === 0 && ONLY_STRUCTURE.test(content)) return { next: start + 1 };
    const cut = inner === 0 ? swallowed(text, start + 1, quote) : undefined;
    if (cut !== undefined) return { span: { start, end: withoutStray(text, cut) }, next: cut };
    first ??= quote;
    from = quote + 1;
  }
  return first === undefined ? unclosed(text, start) : { span: { start, end: first + 1 }, next: first + 1 };
}

/** A string in single quotes, where it ends like one. */
export function readSingleQuoted(text: string, start: number): LooseString | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\n' || char === '\r') return undefined;
    if (char === '\\') at++;
    else if (char === "'") {
      return matches(AFTER_VALUE, text, at + 1) ? { span: { start, end: at + 1 }, next: at + 1 } : undefined;
    }
  }
  return undefined;
}

/** Where reading goes on if a string ends with the quote at `quote`; `undefined` where it hardly does. */
function endAt(text: string, quote: number): number | undefined {
  const after = quote + 1;
  if (matches(AFTER_STRING, text, after)) return after;
  let at = after;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\0') at++;
  if (text[at] === "'" && matches(AFTER_STRAY, text, at + 1)) return at + 1;
  if (text[at] !== '"') return undefined;
  const next = nextQuote(text, at + 1);
  const isString = next !== undefined && !ONLY_STRUCTURE.test(text.slice(at + 1, next));
  if (isString && matches(AFTER_STRING, text, next + 1)) return after;
  return at === after && matches(AFTER_STRAY, text, at + 1) ? at + 1 : undefined;
}

/** Where the separators begin that a string without a closing quote took along; `undefined` where it took none. */
function swallowed(text: string, start: number, quote: number): number | undefined {
  let cut = quote;
  let hasSeparator = false;
  while (cut > start && BETWEEN.test(text.charAt(cut - 1))) {
    cut--;
    if (text[cut] === ',' || text[cut] === ':') hasSeparator = true;
  }
  return hasSeparator && cut > start ? cut : undefined;
}

/** Without what was written in place of the closing quote. */
function withoutStray(text: string, end: number): number {
  return text[end - 1] === "'" || text[end - 1] === '\0' ? end - 1 : end;
}

function unclosed(text: string, start: number): LooseString {
  LINE_END.lastIndex = start + 1;
  LINE_END.test(text);
  const next = Math.max(LINE_END.lastIndex, start + 1);
  let end = next;
  while (end > start + 1 && (text[end - 1] === ',' || text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return ONLY_STRUCTURE.test(text.slice(start + 1, end)) ? { next: start + 1 } : { span: { start, end }, next };
}

function nextQuote(text: string, from: number): number | undefined {
  NEXT_QUOTE.lastIndex = from;
  NEXT_QUOTE.test(text);
  const at = NEXT_QUOTE.lastIndex;
  return text[at] === '"' ? at : undefined;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
