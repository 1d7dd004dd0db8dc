import { type Codec, type Decoded, HOLE, type Run, withoutLoneSurrogates } from '../../text/index.ts';
import { decodeHeredoc, escapeInHeredoc } from './hclHeredocCodec.ts';
import { Interpolations, templateSign } from './hclInterpolation.ts';
import { builderFor } from './templateTokens.ts';

/**
 * A quoted HCL template with its quotes (the closing one may be missing), or a heredoc from `<<` to the word that ends it. A raw text
 * that begins with neither stands for itself: a label, a number. Interpolations and directives are holes.
 */
export const hclStringCodec: Codec = {
  name: 'hcl-string',
  decode: (raw) => decodeText(raw),
  escape: escapeInQuotes,
  rewrite: quoted,
};

/** The same for heredocs: what does not fit is written anew in quotes. */
export const hclHeredocCodec: Codec = {
  name: 'hcl-heredoc',
  decode: (raw) => decodeText(raw),
  escape: escapeInHeredoc,
  rewrite: quoted,
};

/** A value whose quotes are missing: whatever is edited becomes a string. */
export const hclBareCodec: Codec = {
  name: 'hcl-bare',
  decode: (raw) => decodeText(raw),
  escape: () => undefined,
  rewrite: quoted,
};

/** A reference, an operator, a word: something dynamic as a whole. */
export const hclReferenceCodec: Codec = {
  name: 'hcl-reference',
  decode: (raw) => ({ text: HOLE, runs: [{ kind: 'hole', at: 0, length: 1, from: 0, to: raw.length }] }),
  escape: () => undefined,
};

const SPECIAL = /[\\\uD800-\uDFFF]|[$%]\{/;
const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const WRITTEN: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };
const HEX = /^[0-9A-Fa-f]+$/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const TO_ESCAPE = /["\\\p{Cc}\u2028\u2029\uFEFF]|[$%](?=\{)/gu;

function decodeText(raw: string): Decoded {
  if (raw.startsWith('<<')) return decodeHeredoc(raw);
  return raw.charCodeAt(0) === 34 ? decodeQuoted(raw) : { text: raw };
}

function quoted(text: string): string | undefined {
  const escaped = escapeInQuotes(text);
  return escaped === undefined ? undefined : `"${escaped}"`;
}

/** Everything can be written but a hole and half a character, which HCL has no escape for. */
function escapeInQuotes(text: string): string | undefined {
  if (text.includes(HOLE) || LONE_SURROGATE.test(text)) return undefined;
  return text.replace(TO_ESCAPE, (char) => {
    if (char === '$' || char === '%') return char + char;
    return WRITTEN[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function decodeQuoted(original: string): Decoded {
  if (SPECIAL.test(original)) return decodeEscapes(withoutLoneSurrogates(original));
  const end = original.length > 1 && original.charCodeAt(original.length - 1) === 34 ? -1 : undefined;
  return new Plain(original.slice(1, end));
}

/** A string without escapes, as nearly all are: its one run is made when it is asked for. */
class Plain implements Decoded {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get runs(): readonly Run[] {
    const { length } = this.text;
    return length === 0 ? [] : [{ kind: 'copy', at: 0, length, from: 1, to: 1 + length }];
  }
}

/** Reads up to the quote that closes; what stands behind it decodes to nothing. */
function decodeEscapes(raw: string): Decoded {
  const out = builderFor(raw);
  const interpolations = new Interpolations(raw);
  let copied = 1;
  let at = 1;
  for (; at < raw.length; ) {
    const code = raw.charCodeAt(at);
    if (code === 34) break;
    const piece = code === 92 ? readEscape(raw, at) : readSign(raw, at, interpolations);
    if (piece === undefined) {
      at++;
      continue;
    }
    out.copy(copied, at);
    if (piece.text === HOLE) out.hole(at, piece.to);
    else out.unit(piece.text, at, piece.to);
    at = piece.to;
    copied = at;
  }
  out.copy(copied, at);
  return out.done();
}

interface Piece {
  readonly text: string;
  readonly to: number;
}

/** The escape at a backslash; `undefined` where it is none, and the backslash stands for itself. */
function readEscape(raw: string, at: number): Piece | undefined {
  const letter = raw.charAt(at + 1);
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { text: simple, to: at + 2 };
  const length = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const digits = raw.slice(at + 2, at + 2 + length);
  if (length === 0 || digits.length < length || !HEX.test(digits)) return undefined;
  const code = Number.parseInt(digits, 16);
  const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return { text: isCharacter ? String.fromCodePoint(code) : '\uFFFD', to: at + 2 + length };
}

function readSign(raw: string, at: number, interpolations: Interpolations): Piece | undefined {
  const sign = templateSign(raw, at);
  if (sign === 'text') return undefined;
  if (sign === 'escape') return { text: raw.slice(at + 1, at + 3), to: at + 3 };
  const end = interpolations.endOf(at);
  return end < 0 ? undefined : { text: HOLE, to: end };
}
