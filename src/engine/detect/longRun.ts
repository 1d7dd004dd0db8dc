const ASCII = 128;
const IN_WORD = new Uint8Array(ASCII);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-') {
  IN_WORD[character.charCodeAt(0)] = 1;
}

/**
 * Whether `length` letters, digits, `_` or `-` stand in a row somewhere. Looks at one character of each `length` and
 * around it only where that is one of them, so prose costs next to nothing.
 */
export function hasLongRun(text: string, length: number): boolean {
  for (let at = length - 1; at < text.length; at += length) {
    if (!inWord(text, at)) continue;
    let start = at;
    while (start > 0 && at - start < length && inWord(text, start - 1)) start--;
    let end = at + 1;
    while (end < text.length && end - start < length && inWord(text, end)) end++;
    if (end - start >= length) return true;
  }
  return false;
}

function inWord(text: string, at: number): boolean {
  return IN_WORD[text.charCodeAt(at)] === 1;
}
