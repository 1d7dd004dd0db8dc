import type { MappedText } from '../../text/index.ts';
import { percentCodec } from './percentCodec.ts';

/** A key with its value, as it is written. */
export interface NamedText {
  /** Percent-decoded. */
  readonly name: MappedText;
  /** Not decoded: a URL and a form differ in how. Empty where there is no `=`. */
  readonly value: MappedText;
}

/** In a URL: `&`, also as an entity of the text around it, and `;` where another key follows. */
export const QUERY_SEPARATOR = /&(?:amp;)?|;(?=[A-Za-z_][\w.-]{0,63}=)/g;
/** In a form body. */
export const FORM_SEPARATOR = /&/g;

/** Splits `key=value&key=value`. Pieces of white space or nothing are left out. */
export function splitPairs(text: MappedText, separators: RegExp): readonly NamedText[] {
  const source = text.text;
  const pairs: NamedText[] = [];
  let from = 0;
  const add = (end: number): void => {
    if (source.slice(from, end).trim() !== '') pairs.push(pairOf(text, from, end));
  };
  for (const separator of source.matchAll(separators)) {
    add(separator.index);
    from = separator.index + separator[0].length;
  }
  add(source.length);
  return pairs;
}

function pairOf(text: MappedText, start: number, end: number): NamedText {
  const written = trimmed(text, start, end);
  const equals = written.text.indexOf('=');
  const name = written.slice(0, equals < 0 ? written.length : equals);
  return { name: name.decode(percentCodec), value: written.slice(equals < 0 ? written.length : equals + 1) };
}

/** A stretch of a text without the white space around it. */
export function trimmed(text: MappedText, start = 0, end = text.length): MappedText {
  const piece = text.text.slice(start, end);
  const from = start + (piece.length - piece.trimStart().length);
  return text.slice(from, Math.max(from, start + piece.trimEnd().length));
}
