import { readFileSync } from 'node:fs';
import { decode } from '../engine/text/index.ts';

/** Larger files are left out: no flow and no Data Action comes near it. Bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** A file's text without its byte order mark, or that it is no text. Throws what the file system throws. */
export function readText(path: string): ReadText {
  const bytes = readFileSync(path);
  const text = decode(bytes);
  return text === undefined ? { kind: 'binary' } : { kind: 'text', text, bytes: bytes.length };
}

export type ReadText =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'binary' };
