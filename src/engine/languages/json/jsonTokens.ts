import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { Span } from '../../../base/span.ts';
import { substitutionEnd } from '../../tree/index.ts';

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
  let word: JsonToken | undefined;
  for (let at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0; ; ) {
    const token = plain(text, at) ?? other(scanner, text, at);
    if (!token) break;
    at = token.end;
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

/**
 * A bracket, a separator or a whole string, as nearly every token is: found without the scanner, which reads character by
 * character and copies what it reads.
 */
function plain(text: string, from: number): JsonToken | undefined {
  const start = afterSpace(text, from);
  const kind = PLAIN[text.charCodeAt(start)];
  if (kind === undefined || (kind === '{' && text.charCodeAt(start + 1) === BRACE)) return undefined;
  const end = kind === 'string' ? wholeStringEnd(text, start) : start + 1;
  return end === undefined ? undefined : { kind, start, end, broken: false };
}

/** Two opening braces may begin a substitution. */
const PLAIN: readonly (JsonToken['kind'] | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (char === '"') return 'string';
  return char === '{' || char === '}' || char === '[' || char === ']' || char === ':' || char === ','
    ? char
    : undefined;
});
const BACKSLASH = 92;
const QUOTE = 34;
const BRACE = 123;
const HEX4 = /[0-9A-Fa-f]{4}/y;

/** The end of the string that opens at `start`; `undefined` where it does not close, or holds what JSON does not allow. */
function wholeStringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < 32) return undefined;
    if (code !== BACKSLASH) continue;
    const letter = text.charAt(++at);
    if (letter === 'u') {
      HEX4.lastIndex = at + 1;
      if (!HEX4.test(text)) return undefined;
    } else if (!'"\\/bfnrt'.includes(letter)) return undefined;
  }
  return undefined;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9; ) {
    code = text.charCodeAt(++at);
  }
  return at;
}

/** Any other token: one that is broken, a word, a number, a substitution, or what follows a comment. */
function other(scanner: JSONScanner, text: string, from: number): JsonToken | undefined {
  scanner.setPosition(from);
  const kind: number = scanner.scan();
  if (kind === EOF) return undefined;
  const start = scanner.getTokenOffset();
  const end = start + scanner.getTokenLength();
  if (kind === OPEN_BRACE) return substitution(text, start, start) ?? { kind: '{', start, end, broken: false };
  if (kind === UNKNOWN) {
    const braced = text.charCodeAt(end - 1) === 36 ? substitution(text, start, end - 1) : undefined;
    return braced ?? { kind: 'bare', start, end, broken: true };
  }
  const broken = kind === STRING && Number(scanner.getTokenError()) !== 0;
  return { kind: KINDS[kind] ?? 'bare', start, end, broken };
}

/** A bare token up to the end of the substitution that begins at `at`. */
function substitution(text: string, start: number, at: number): JsonToken | undefined {
  const end = substitutionEnd(text, at);
  if (end === undefined) return undefined;
  return { kind: 'bare', start, end, broken: false };
}
