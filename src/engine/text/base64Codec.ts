import { decodeBase64 } from './base64.ts';
import type { Codec, Decoded } from './codec.ts';
import { bytesOf, encodeBase64, textOfBytes } from './utf8.ts';

/**
 * Base64 in the standard or the URL alphabet, padded or not. Only what reads as text (UTF-8 or Latin-1, printable) counts as
 * decoded; everything else stands for itself. Written in the standard alphabet with padding.
 */
export const base64Codec: Codec = {
  name: 'base64',
  decode,
  escape: (text) => encodeBase64(bytesOf(text)),
  opaque: true,
};

function decode(raw: string): Decoded {
  const bytes = raw === '' ? undefined : decodeBase64(raw);
  const text = bytes === undefined ? undefined : textOfBytes(bytes);
  if (text === undefined || text === '') return { text: raw };
  return { text, runs: [{ kind: 'unit', at: 0, length: text.length, from: 0, to: raw.length }] };
}
