import { Interpolations, templateSign } from '../parse/hclInterpolation.ts';
import { type Decoded, HOLE } from './codec.ts';
import { RunBuilder } from './runBuilder.ts';
import { withoutLoneSurrogates } from './surrogates.ts';

const HEADER = /^<<(-?)([\p{L}_][\p{L}\p{N}_-]{0,200})[ \t]*(?:\r\n|\n|$)/u;
/** What no heredoc can hold: it has no escapes. */
const UNWRITABLE = /(?![\t\n])\p{Cc}|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u;

/**
 * Reads `<<WORD` and `<<-WORD` up to the line with the word, which may be missing. Of `<<-` the smallest indentation is taken
 * away; blank lines do not count for it and keep what they have.
 */
export function decodeHeredoc(original: string): Decoded {
  const raw = withoutLoneSurrogates(original);
  const header = HEADER.exec(raw);
  if (!header) return { text: raw };
  const [opening, dash, word = ''] = header;
  const end = closingLine(raw, opening.length, word);
  const indent = dash === '-' ? smallestIndent(raw, opening.length, end) : 0;
  const out = new RunBuilder(raw);
  const interpolations = new Interpolations(raw);
  for (let at = opening.length; at < end; ) {
    if (!isBlank(raw, at, end)) at += indent;
    at = readLine(raw, at, { end, interpolations, out });
  }
  return out.done();
}

/** A text inside a heredoc: new lines stand where `<<` lets them, unindented ones where `<<-` would move all others are refused by reading back. */
export function escapeInHeredoc(text: string): string | undefined {
  if (text.includes(HOLE) || UNWRITABLE.test(text)) return undefined;
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

/** Where the line begins that ends the heredoc, or the end of the raw text. */
function closingLine(raw: string, from: number, word: string): number {
  for (let at = from; at < raw.length; ) {
    const next = afterLine(raw, at);
    if (isWordLine(raw, at, next, word)) return at;
    at = next;
  }
  return raw.length;
}

/** Whether a line holds a word and white space only. @param next where the following line begins */
export function isWordLine(text: string, start: number, next: number, word: string): boolean {
  if (next - start < word.length) return false;
  const at = start + spacesAt(text, start, next);
  return text.startsWith(word, at) && text.slice(at + word.length, next).trim() === '';
}

function afterLine(raw: string, at: number): number {
  const feed = raw.indexOf('\n', at);
  return feed < 0 ? raw.length : feed + 1;
}

function smallestIndent(raw: string, from: number, end: number): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let at = from; at < end; at = afterLine(raw, at)) {
    if (!isBlank(raw, at, end)) smallest = Math.min(smallest, spacesAt(raw, at, end));
  }
  return Number.isFinite(smallest) ? smallest : 0;
}

/** Whether a line has nothing but white space and its line break. */
function isBlank(raw: string, at: number, end: number): boolean {
  const after = at + spacesAt(raw, at, end);
  const code = raw.charCodeAt(after);
  return after < end && (code === 10 || (code === 13 && raw.charCodeAt(after + 1) === 10));
}

function spacesAt(raw: string, start: number, end: number): number {
  let at = start;
  while (at < end && (raw.charCodeAt(at) === 32 || raw.charCodeAt(at) === 9)) at++;
  return at - start;
}

interface Reading {
  readonly end: number;
  readonly interpolations: Interpolations;
  readonly out: RunBuilder;
}

/** Reads from an offset to the end of its line, or of a line an interpolation ends on. @returns where the next line begins */
function readLine(raw: string, from: number, { end, interpolations, out }: Reading): number {
  let copied = from;
  for (let at = from; at < end; ) {
    const code = raw.charCodeAt(at);
    if (code === 10) {
      out.copy(copied, at + 1);
      return at + 1;
    }
    const sign = code === 36 || code === 37 ? templateSign(raw, at) : 'text';
    const to = sign === 'escape' ? at + 3 : sign === 'interpolation' ? interpolations.endOf(at, end) : -1;
    if (to < 0) {
      at++;
      continue;
    }
    out.copy(copied, at);
    if (sign === 'escape') out.unit(raw.slice(at + 1, to), at, to);
    else out.hole(at, to);
    at = to;
    copied = to;
  }
  out.copy(copied, end);
  return end;
}
