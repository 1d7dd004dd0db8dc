import { Sensitive } from '../../base/sensitive.ts';
import type { Around, KeptLiteral, Waiting } from './waiting.ts';

/** UTF-16 units on either side of a literal by which its place is known again. */
const AROUND = 24;

/** What a text has where a literal was replaced. */
export type Place = 'reference' | 'literal' | 'neither';

/** What is written on either side of a stretch of text. Offsets in UTF-16 units, end exclusive. */
export function around(text: string, start: number, end: number): Around {
  return {
    before: new Sensitive(text.slice(Math.max(0, start - AROUND), start)),
    after: new Sensitive(text.slice(end, end + AROUND)),
  };
}

/**
 * What a text has now where a literal was replaced. The literal counts only in its old surroundings: a short one is found
 * anywhere by chance. Where both are there, the nearer one counts.
 */
export function placeIn(text: string, { reference, offset }: Waiting, kept: KeptLiteral): Place {
  const literal = literalAt(text, offset, kept);
  const found = nearest(text, reference, offset);
  if (literal === undefined) return found === undefined ? 'neither' : 'reference';
  return found !== undefined && Math.abs(found - offset) < Math.abs(literal - offset) ? 'reference' : 'literal';
}

function literalAt(text: string, offset: number, kept: KeptLiteral): number | undefined {
  const [before, after] = [kept.before.reveal(), kept.after.reveal()];
  // An earlier version kept no surroundings: nothing can be said then.
  if (before === '' && after === '') return undefined;
  const at = nearest(text, before + kept.written.reveal() + after, offset - before.length);
  return at === undefined ? undefined : at + before.length;
}

/** Where a word stands in a text, nearest to an offset. UTF-16 units; `undefined` where it does not. */
export function nearest(text: string, word: string, offset: number): number | undefined {
  if (word === '') return undefined;
  let found: number | undefined;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (found === undefined || Math.abs(at - offset) < Math.abs(found - offset)) found = at;
  }
  return found;
}

/** A file that may be the one whose value waits, under another name. */
export interface OtherFile {
  readonly uri: string;
  readonly text: string;
}

/** The files that have the reference, the likeliest first: of the same name, then with it at the nearest place. */
export function likelyFiles({ uri = '', reference, offset }: Waiting, files: readonly OtherFile[]): readonly string[] {
  const name = lastOf(uri);
  return files
    .flatMap((file) => {
      const at = nearest(file.text, reference, offset);
      const isNamed = lastOf(file.uri) === name;
      return at === undefined ? [] : [{ uri: file.uri, isNamed, distance: Math.abs(at - offset) }];
    })
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || a.distance - b.distance)
    .map((each) => each.uri);
}

function lastOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
