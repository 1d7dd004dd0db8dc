import { BIGRAMS, BITS, CHANCE } from './bigrams.ts';

/** From here on a value is drawn by chance rather than written by a person: a thousand to one by likelihood. */
const RARE = 10;
/** Longer values are judged by their beginning. */
const LOOKED_AT = 200;

/** Bits for leaving letters for digits or back: words and numbers do it rarely, drawn characters all the time. */
const CLASS_CHANGE = 1.6;
/** Bits for a digit after a digit: numbers are common in names, and drawn digits look like them. */
const DIGIT = 0.2;
/** Bits for a punctuation character that does not join words. */
const PUNCTUATION = 1.2;
/** Bits for a change of case inside a word, where camel case would not have one yet. */
const EARLY_CASE_CHANGE = 2.4;
/** A word of camel case has at least this many letters. */
const CAMEL_WORD = 3;

/**
 * How much likelier the value is as drawn characters than as words or identifiers: bits of log-likelihood, negative for
 * words. Grows with length, so a short value needs to look odder than a long one. Entropy would not do: it knows only how
 * many different characters there are, and `customerIdentifier` has more of them than a key in hexadecimal.
 */
export function rarity(value: string): number {
  let bits = 0;
  let word = 0;
  let before = 0;
  const length = Math.min(value.length, LOOKED_AT);
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    bits += step(before, code, word);
    word = isLetter(code) && isLetter(before) && !startsWord(before, code) ? word + 1 : isLetter(code) ? 1 : 0;
    before = code;
  }
  return bits;
}

/** Whether a value looks drawn by a machine. */
export function isRare(value: string): boolean {
  return rarity(value) >= RARE;
}

function step(before: number, code: number, word: number): number {
  if (isLetter(code)) {
    if (isDigit(before)) return CLASS_CHANGE;
    if (!isLetter(before)) return 0;
    if (startsWord(before, code)) return word < CAMEL_WORD ? EARLY_CASE_CHANGE : 0;
    return letterPair(before, code);
  }
  if (isDigit(code)) return isLetter(before) ? CLASS_CHANGE : isDigit(before) ? DIGIT : 0;
  return isJoiner(code) || code > 127 ? 0 : PUNCTUATION;
}

function letterPair(before: number, code: number): number {
  const level = BIGRAMS[(before | 32) - 97]?.charCodeAt((code | 32) - 97) ?? 48 + CHANCE;
  return (48 + CHANCE - level) * BITS;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Lower case, then upper case: where camel case begins a word. */
function startsWord(before: number, code: number): boolean {
  return before >= 97 && code <= 90;
}

/** Space, tab, line break, `_`, `-`, `.`, `/`, `:`, `,`: what joins words into names, paths and sentences. */
function isJoiner(code: number): boolean {
  return ' \t\r\n_-./:,'.includes(String.fromCharCode(code));
}
