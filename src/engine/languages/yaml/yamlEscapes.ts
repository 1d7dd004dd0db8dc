const SIMPLE: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1B',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xA0',
  L: '\u2028',
  P: '\u2029',
};
const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const HEX = /^[0-9A-Fa-f]+$/;

/** Reads the escape whose backslash stands at `at`; without `text` it is none, and the backslash stands for itself. */
export function readYamlEscape(raw: string, at: number): { readonly text?: string; readonly to: number } {
  const letter = raw.charAt(at + 1);
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { text: simple, to: at + 2 };
  const length = HEX_LENGTH[letter];
  const to = at + 2 + (length ?? 0);
  const digits = raw.slice(at + 2, to);
  if (length === undefined || digits.length < length || !HEX.test(digits)) return { to: at + 1 };
  return { text: fromCodePoint(Number.parseInt(digits, 16)), to };
}

function fromCodePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

const NAMES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1B': '\\e',
  '\x85': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
};
// biome-ignore format: one character class is easier to read on one line
const TO_ESCAPE = /["\\\x00-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Writes `text` for the inside of double quotes: everything can be written there. */
export function escapeInDouble(text: string): string {
  return text.replace(TO_ESCAPE, (char) => NAMES[char] ?? hexEscape(char.charCodeAt(0)));
}

function hexEscape(code: number): string {
  return code <= 0xff
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What YAML lets stand only as an escape in double quotes, the tab and the line feed aside. */
const UNPRINTABLE = /[\x00-\x08\x0B-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]/;

/** Whether `text` can stand unescaped: one line where `lines` is `one`, line feeds allowed where it is `many`. */
export function isPrintable(text: string, lines: 'one' | 'many'): boolean {
  return !UNPRINTABLE.test(text) && (lines === 'many' || !text.includes('\n'));
}
