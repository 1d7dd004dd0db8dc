import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { Span } from '../../base/span.ts';
import { substitutionEnd } from './substitutions.ts';

/**
 * A piece of JSON. `string` has its quotes (the closing one may be missing); `literal` is a number, `true`, `false` or `null`;
 * `bare` is anything else that stands without quotes: a substitution, a hole, a word half typed.
 */
export interface JsonToken extends Span {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'literal' | 'bare';
  /** The token is not what JSON allows. */
  readonly broken: boolean;
}

/** The values of the scanner's own constants: a `const enum` cannot be imported from a declaration file. */
const EOF = 17;
const UNKNOWN = 16;
const STRING = 10;
const OPEN_BRACE = 1;
const KINDS: Readonly<Record<number, JsonToken['kind']>> = {
  [OPEN_BRACE]: '{',
  2: '}',
  3: '[',
  4: ']',
  5: ',',
  6: ':',
  7: 'literal',
  8: 'literal',
  9: 'literal',
  [STRING]: 'string',
  11: 'literal',
};
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Gives the tokens of a JSON text one by one until `take` returns false: without comments and white space, and with words that
 * touch (`{{a}}-b`, `12ab`) as one token.
 */
export function readJsonTokens(text: string, take: (token: JsonToken) => boolean): void {
  const scanner = createScanner(text, true);
  if (text.charCodeAt(0) === BYTE_ORDER_MARK) scanner.setPosition(1);
  let word: JsonToken | undefined;
  for (let token = next(scanner, text); token; token = next(scanner, text)) {
    const isWord = token.kind === 'bare' || token.kind === 'literal';
    if (isWord && word?.end === token.start) {
      word = { kind: 'bare', start: word.start, end: token.end, broken: true };
      continue;
    }
    if (word && !take(word)) return;
    word = isWord ? token : undefined;
    if (!isWord && !take(token)) return;
  }
  if (word) take(word);
}

function next(scanner: JSONScanner, text: string): JsonToken | undefined {
  const kind: number = scanner.scan();
  if (kind === EOF) return undefined;
  const start = scanner.getTokenOffset();
  const end = start + scanner.getTokenLength();
  if (kind === OPEN_BRACE) return substitution(scanner, text, start, start) ?? { kind: '{', start, end, broken: false };
  if (kind === UNKNOWN) {
    const braced = text.charCodeAt(end - 1) === 36 ? substitution(scanner, text, start, end - 1) : undefined;
    return braced ?? { kind: 'bare', start, end, broken: true };
  }
  const broken = kind === STRING && Number(scanner.getTokenError()) !== 0;
  return { kind: KINDS[kind] ?? 'bare', start, end, broken };
}

/** A bare token up to the end of the substitution that begins at `at`. */
function substitution(scanner: JSONScanner, text: string, start: number, at: number): JsonToken | undefined {
  const end = substitutionEnd(text, at);
  if (end === undefined) return undefined;
  scanner.setPosition(end);
  return { kind: 'bare', start, end, broken: false };
}
