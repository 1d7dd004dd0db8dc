import { type Decoded, HOLE } from '../../text/index.ts';

/** Line breaks inside a plain or quoted scalar, with the white space around them: one is a space, more are one less. */
export interface Fold {
  readonly text: string;
  /** Where the next line's content begins. */
  readonly to: number;
}

/** Reads the fold whose first line break stands at or after `at`. */
export function readFold(raw: string, at: number): Fold {
  let breaks = 0;
  let to = at;
  for (; to < raw.length; to++) {
    const code = raw.charCodeAt(to);
    if (code === 10 || (code === 13 && raw.charCodeAt(to + 1) !== 10)) breaks++;
    else if (code !== 32 && code !== 9 && code !== 13) break;
  }
  return { text: breaks === 1 ? ' ' : '\n'.repeat(Math.max(0, breaks - 1)), to };
}

/** The end of `from..to` without the white space it ends with. */
export function trimmedEnd(raw: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(raw.charCodeAt(end - 1))) end--;
  return end;
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

export function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** What a parser would not read as this scalar: never the text that an edit expects. */
export function unreadable(raw: string): Decoded {
  return { text: HOLE, runs: [{ kind: 'hole', at: 0, length: 1, from: 0, to: raw.length }] };
}
