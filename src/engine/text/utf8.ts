import { withoutLoneSurrogates } from './surrogates.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\uFFFC\uFFFE\uFFFF]/u;
const BYTE_ESCAPE = /%([0-9A-F]{2})/g;
const PIECE = 4096;

/** The UTF-8 bytes of a text, each as one character. */
export function bytesOf(text: string): string {
  return encodeURIComponent(withoutLoneSurrogates(text)).replace(BYTE_ESCAPE, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The printable text that bytes (each one character) hold: UTF-8, or else Latin-1; `undefined` where they hold none. */
export function textOfBytes(bytes: string): string | undefined {
  const text = utf8(bytes) ?? bytes;
  return UNPRINTABLE.test(text) ? undefined : text;
}

/** Standard base64 with padding of bytes, each one character. */
export function encodeBase64(bytes: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [0, 1, 2].map((j) => (i + j < bytes.length ? bytes.charCodeAt(i + j) : 0));
    const group = (a << 16) | (b << 8) | c;
    const chars = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((group >> shift) & 63)).join('');
    const known = bytes.length - i;
    text += known >= 3 ? chars : chars.slice(0, known + 1).padEnd(4, '=');
  }
  return text;
}

function utf8(bytes: string): string | undefined {
  try {
    return decodeURIComponent(percentEscapes(bytes));
  } catch {
    return undefined;
  }
}

function percentEscapes(bytes: string): string {
  let escapes = '';
  for (let i = 0; i < bytes.length; i += PIECE) {
    escapes += bytes
      .slice(i, i + PIECE)
      .replace(/[^A-Za-z0-9]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
  }
  return escapes;
}
