/**
 * Whether a word of a text has letters and digits, or a capital behind a small letter: what nearly every value has, and few words
 * of prose. One pass, whatever stands there.
 */
export function hasValueShape(text: string): boolean {
  let [hasDigit, hasLetter, hasSmall] = [false, false, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < ASCII ? (ASCII_KINDS[code] ?? 0) : kindOf(text, at);
    if (kind === SPACE) hasDigit = hasLetter = hasSmall = false;
    else if (kind === DIGIT) hasDigit = true;
    else if (kind !== OTHER) {
      if (kind === CAPITAL && hasSmall) return true;
      hasLetter = true;
      hasSmall ||= kind === SMALL;
    }
    if (hasDigit && hasLetter) return true;
  }
  return false;
}

const [OTHER, SPACE, DIGIT, LETTER, SMALL, CAPITAL] = [0, 1, 2, 3, 4, 5];
const ASCII = 128;
const ASCII_KINDS = Uint8Array.from({ length: ASCII }, (_, code) => kindOf(String.fromCharCode(code), 0));

function kindOf(text: string, at: number): number {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (/\s/.test(char)) return SPACE;
  if (/\d/.test(char)) return DIGIT;
  if (!/\p{L}/u.test(char)) return OTHER;
  return /\p{Ll}/u.test(char) ? SMALL : /\p{Lu}/u.test(char) ? CAPITAL : LETTER;
}
