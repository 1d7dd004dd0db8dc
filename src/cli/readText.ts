import { readFileSync } from 'node:fs';

/** Larger files are left out: no flow and no Data Action comes near it. Bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** Where a NUL tells a binary file. Bytes. */
const PROBE = 8 * 1024;

/** A file's text without its byte order mark, or that it is no text. Throws what the file system throws. */
export function readText(path: string): ReadText {
  const bytes = readFileSync(path);
  const text = decode(bytes);
  return text === undefined ? { kind: 'binary' } : { kind: 'text', text, bytes: bytes.length };
}

export type ReadText =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'binary' };

/**
 * UTF-16 where its byte order mark says so, else UTF-8; a byte that fits neither becomes a replacement character, so
 * everything around it is still scanned.
 */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, PROBE).includes(0)) return undefined;
  return new TextDecoder('utf-8').decode(bytes);
}
