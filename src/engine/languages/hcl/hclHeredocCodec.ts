import { type Decoded, HOLE, withoutLoneSurrogates } from '../../text/index.ts';
import { Interpolations, templateSign } from './hclInterpolation.ts';
import { TemplateTokens } from './templateTokens.ts';

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
  const out = new TemplateTokens(raw);
  readLines(raw, opening.length, end, out);
  if (dash === '-') out.unindent();
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

function spacesAt(raw: string, start: number, end: number): number {
  let at = start;
  while (at < end && (raw.charCodeAt(at) === 32 || raw.charCodeAt(at) === 9)) at++;
  return at - start;
}

/** A line break of two characters stays one, so that no edit leaves the first of them, which HCL refuses. */
function readLines(raw: string, from: number, end: number, out: TemplateTokens): void {
  const interpolations = new Interpolations(raw);
  let copied = from;
  for (let at = from; at < end; ) {
    const piece = pieceAt(raw, at, end, interpolations);
    if (!piece) {
      at++;
      continue;
    }
    out.copy(copied, at);
    if (piece.text === HOLE) out.hole(at, piece.to);
    else out.unit(piece.text, at, piece.to);
    at = piece.to;
    copied = at;
  }
  out.copy(copied, end);
}

function pieceAt(
  raw: string,
  at: number,
  end: number,
  interpolations: Interpolations,
): { readonly text: string; readonly to: number } | undefined {
  const code = raw.charCodeAt(at);
  if (code === 13 && raw.charCodeAt(at + 1) === 10) return { text: '\r\n', to: at + 2 };
  const sign = code === 36 || code === 37 ? templateSign(raw, at) : 'text';
  if (sign === 'escape') return { text: raw.slice(at + 1, at + 3), to: at + 3 };
  const to = sign === 'interpolation' ? interpolations.endOf(at, end) : -1;
  return to < 0 ? undefined : { text: HOLE, to };
}
