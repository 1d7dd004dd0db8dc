import { type Decoded, RunBuilder, withoutLoneSurrogates } from '../../text/index.ts';
import { maskSubstitutions } from '../../tree/index.ts';
import { escapeInDouble, isPrintable, readYamlEscape } from './yamlEscapes.ts';
import { isBreak, readFold, trimmedEnd } from './yamlFold.ts';

const DOUBLE = /[\\\r\n"\uD800-\uDFFF]/;
const SINGLE = /['\r\n\uD800-\uDFFF]/;

/** Reads `"…"`; the closing quote may be missing. A quote inside a substitution does not end it. */
export function decodeDouble(raw: string): Decoded {
  return decodeSimple(raw, DOUBLE) ?? decodeQuoted(withoutLoneSurrogates(raw), /[\\\r\n"]/g);
}

/** Reads `'…'`; the closing quote may be missing. A quote inside a substitution does not end it. */
export function decodeSingle(raw: string): Decoded {
  return decodeSimple(raw, SINGLE) ?? decodeQuoted(withoutLoneSurrogates(raw), /['\r\n]/g);
}

export function doubleQuoted(text: string): string {
  return `"${escapeInDouble(text)}"`;
}

/** Single quotes have no escapes but their own: line breaks and control characters do not fit. */
export function escapeInSingle(text: string): string | undefined {
  return isPrintable(text, 'one') ? text.replaceAll("'", "''") : undefined;
}

function decodeSimple(raw: string, special: RegExp): Decoded | undefined {
  const end = raw.length > 1 && raw.charCodeAt(raw.length - 1) === raw.charCodeAt(0) ? raw.length - 1 : raw.length;
  const text = raw.slice(1, end);
  if (special.test(text)) return undefined;
  return { text, runs: text === '' ? [] : [{ kind: 'copy', at: 0, length: text.length, from: 1, to: end }] };
}

/** One special character of a quoted scalar: what it means, up to where; `end` closes the scalar. */
type Piece = { readonly text?: string; readonly from: number; readonly to: number } | 'end';

function decodeQuoted(raw: string, special: RegExp): Decoded {
  const out = new RunBuilder(raw);
  const structure = maskSubstitutions(raw);
  let copied = 1;
  let end = raw.length;
  special.lastIndex = 1;
  for (let found = special.exec(raw); found; found = special.exec(raw)) {
    const piece = readPiece(raw, structure, found.index, copied);
    if (piece === 'end') {
      end = found.index;
      break;
    }
    if (piece.text !== undefined) {
      out.copy(copied, piece.from);
      out.unit(piece.text, piece.from, piece.to);
      copied = piece.to;
    }
    special.lastIndex = piece.to;
  }
  out.copy(copied, end);
  return out.done();
}

function readPiece(raw: string, structure: string, at: number, copied: number): Piece {
  const code = raw.charCodeAt(at);
  if (isBreak(code)) {
    const fold = readFold(raw, at);
    return { text: fold.text, from: trimmedEnd(raw, copied, at), to: fold.to };
  }
  if (code === 92) {
    if (isBreak(raw.charCodeAt(at + 1))) return { text: '', from: at, to: readFold(raw, at + 1).to };
    return { from: at, ...readYamlEscape(raw, at) };
  }
  const single = code === 39;
  if (single && raw.charCodeAt(at + 1) === 39) return { text: "'", from: at, to: at + 2 };
  return structure.charCodeAt(at) === code ? 'end' : { from: at, to: at + 1 };
}
