/**
 * Whether a word of a text has letters and digits, or a capital behind a small letter: what nearly every value has, and few words
 * of prose. One pass, whatever stands there.
 */
export function hasValueShape(text: string): boolean {
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < ASCII ? (ASCII_KINDS[code] ?? 0) : kindOf(text, at);
    if (kind === SPACE) seen = 0;
    else {
      if (kind === CAPITAL && (seen & SMALL) === SMALL) return true;
      seen |= kind;
      if ((seen & MIXED) === MIXED) return true;
    }
  }
  return false;
}

/** Bits of a character. What is neither capital nor small is a letter all the same. */
const [OTHER, DIGIT, LETTER, SMALL, CAPITAL, SPACE] = [0, 1, 2, 2 | 4, 2 | 8, 16];
const MIXED = DIGIT | LETTER;
const ASCII = 128;
const ASCII_KINDS = Uint8Array.from({ length: ASCII }, (_, code) => kindOf(String.fromCharCode(code), 0));

function kindOf(text: string, at: number): number {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (/\s/.test(char)) return SPACE;
  if (/\d/.test(char)) return DIGIT;
  if (!/\p{L}/u.test(char)) return OTHER;
  return /\p{Ll}/u.test(char) ? SMALL : /\p{Lu}/u.test(char) ? CAPITAL : LETTER;
}
