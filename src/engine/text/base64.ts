const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;
VALUES['-'.charCodeAt(0)] = 62;
VALUES['_'.charCodeAt(0)] = 63;

/**
 * The bytes of base64 or base64url, with or without padding, each as one character; `undefined` where the text is
 * neither. Reads no more than `limit` bytes.
 */
export function decodeBase64(text: string, limit = Number.POSITIVE_INFINITY): string | undefined {
  const length = text.replace(/={1,3}$/, '').length;
  if (length % 4 === 1) return undefined;
  let bytes = '';
  let bits = 0;
  let held = 0;
  for (let i = 0; i < length && bytes.length < limit; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (VALUES[code] ?? -1) : -1;
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += String.fromCharCode((held >> bits) & 0xff);
    }
  }
  return bytes;
}

/** Whether bytes read as text: printable ASCII or well-formed UTF-8, and no control characters. */
function isText(bytes: string): boolean {
  if (/^[\t\r\n\x20-\x7e]*$/.test(bytes)) return true;
  return /^(?:[\t\r\n\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*$/.test(
    bytes,
  );
}

/** Whether base64 holds `user:password`, the content of a Basic authorization. */
export function decodesToPair(text: string): boolean {
  const bytes = decodeBase64(text);
  if (bytes === undefined || !isText(bytes)) return false;
  const colon = bytes.indexOf(':');
  return colon >= 0 && colon < bytes.length - 1;
}
