import { type Codec, type Decoded, type Run, RunBuilder, withoutLoneSurrogates } from '../../text/index.ts';

/**
 * A JSON value with its quotes. A missing closing quote and half escapes are read as they stand; a raw text that does not
 * begin with a quote (a number, a word, a substitution) stands for itself.
 */
export const jsonStringCodec: Codec = {
  name: 'json-string',
  decode,
  escape: escapeJson,
  rewrite: quoted,
};

/** A JSON value without quotes, in a document that has to stay JSON: whatever is edited becomes a string. */
export const jsonBareCodec: Codec = {
  name: 'json-bare',
  decode,
  escape: () => undefined,
  rewrite: quoted,
};

/** A value in single quotes, which JSON does not have: what is edited gets double quotes. */
export const jsonSingleQuotedCodec: Codec = {
  name: 'json-single-quoted',
  decode: decodeSingleQuoted,
  escape: () => undefined,
  rewrite: quoted,
};

// biome-ignore format: one character class is easier to read on one line
const TO_ESCAPE = /["\\\x00-\x1F\x7F\u2028\u2029]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const SIMPLE: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const HEX4 = /^[0-9A-Fa-f]{4}$/;

function decode(raw: string): Decoded {
  if (raw.charCodeAt(0) !== 34) return { text: raw };
  if (raw.includes('\\') || !raw.isWellFormed()) return decodeEscapes(withoutLoneSurrogates(raw));
  const end = raw.length > 1 && raw.endsWith('"') ? raw.length - 1 : raw.length;
  return new Unquoted(raw.slice(1, end));
}

function decodeSingleQuoted(raw: string): Decoded {
  return raw.startsWith("'") ? decodeEscapes(withoutLoneSurrogates(raw), "'") : decode(raw);
}

/** A string without escapes, as nearly all are: its one run is made when it is asked for. */
class Unquoted implements Decoded {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get runs(): readonly Run[] {
    const { length } = this.text;
    return length === 0 ? [] : [{ kind: 'copy', at: 0, length, from: 1, to: 1 + length }];
  }
}

function decodeEscapes(raw: string, quote = '"'): Decoded {
  const out = new RunBuilder(raw);
  let from = 1;
  let at = raw.indexOf('\\', from);
  while (at >= 0) {
    const { text, to } = readEscape(raw, at);
    if (text !== undefined) {
      out.copy(from, at);
      out.unit(text, at, to);
      from = to;
    }
    at = raw.indexOf('\\', to);
  }
  const closed = raw.length - 1 >= from && raw.endsWith(quote);
  out.copy(from, closed ? raw.length - 1 : raw.length);
  return out.done();
}

/** Reads the escape at `at`; without `text` it is no escape, and its backslash stands for itself. */
function readEscape(raw: string, at: number): { readonly text?: string; readonly to: number } {
  const letter = raw.charAt(at + 1);
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { text: simple, to: at + 2 };
  const hex = raw.slice(at + 2, at + 6);
  if (letter === 'u' && HEX4.test(hex)) return { text: String.fromCharCode(Number.parseInt(hex, 16)), to: at + 6 };
  return { to: at + 1 };
}

function quoted(text: string): string {
  return `"${escapeJson(text)}"`;
}

function escapeJson(text: string): string {
  return text.replace(TO_ESCAPE, (char) => SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
