const ASCII = 128;

/** Letters, digits, `_` and `-`. */
export const WORD_CHARACTERS = setOf((char) => /[\w-]/.test(char));
/** Every ASCII character that is neither white space nor control. */
export const VISIBLE_CHARACTERS = setOf((char) => char > ' ' && char < '\x7f');

/**
 * Whether `length` characters of a set stand in a row somewhere. Looks at one character of each `length` and
 * around it only where that is one of them, so prose costs next to nothing.
 */
export function hasLongRun(text: string, length: number, set: Uint8Array = WORD_CHARACTERS): boolean {
  for (let at = length - 1; at < text.length; at += length) {
    if (set[text.charCodeAt(at)] !== 1) continue;
    let start = at;
    while (start > 0 && at - start < length && set[text.charCodeAt(start - 1)] === 1) start--;
    let end = at + 1;
    while (end < text.length && end - start < length && set[text.charCodeAt(end)] === 1) end++;
    if (end - start >= length) return true;
  }
  return false;
}

function setOf(isIn: (char: string) => boolean): Uint8Array {
  return Uint8Array.from({ length: ASCII }, (_, code) => (isIn(String.fromCharCode(code)) ? 1 : 0));
}
