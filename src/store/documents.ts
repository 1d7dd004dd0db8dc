import { parseJson } from '../engine/languages/json/index.ts';
import { childAt } from '../engine/tree/index.ts';
import { authResponseMembers, credentialReferences } from '../genesys/references.ts';
import type { JournalEntry, MarkText, ReadDocument } from './ports.ts';
import type { KeyPathSegments } from './request.ts';
import { sideOf } from './textPrint.ts';

/** What a text refers to, each once: fields by their name, members of a custom auth action's answer as `authResponse.x`. */
export function referencesIn(text: string): string[] {
  const fields = new Set(credentialReferences(text).map(({ field }) => field));
  return [...fields, ...authResponseMembers(text).map((member) => `authResponse.${member}`)];
}

/** `edited` and `unedited`: the very text after or before the edits, but for its credentials. */
export type Standing = 'edited' | 'unedited' | 'unknown';

/**
 * Whether the edits of a run were made, as far as the documents tell. They are made all at once but written one by one, so after
 * a crash one document may have its references and another one its literals: that leaves it open, as does a document that
 * cannot be read, or one that somebody has changed since. There is at least one document.
 */
export async function lookInto(entry: JournalEntry, read: ReadDocument, mark: MarkText): Promise<Standing> {
  const standings = new Set(
    await Promise.all(entry.documents.map((document, index) => standingOf(entry, index, document, read, mark))),
  );
  const [first = 'unknown'] = standings;
  return standings.size > 1 ? 'unknown' : first;
}

async function standingOf(
  entry: JournalEntry,
  index: number,
  document: string,
  read: ReadDocument,
  mark: MarkText,
): Promise<Standing> {
  const text = await read(document);
  if (text === undefined) return 'unknown';
  const print = entry.prints?.[index];
  if (!print) return bySigns(text, signsOf(entry, index));
  const side = await sideOf(document, text, print, mark);
  return side === undefined ? 'unknown' : SIDES[side];
}

const SIDES = { before: 'unedited', after: 'edited' } as const;

/** What tells that the edits of a document were made, where a version before wrote down nothing else. */
type Sign = (text: string) => boolean;

function signsOf({ references, removals = [] }: JournalEntry, index: number): readonly Sign[] {
  const referred = (references[index] ?? []).map(
    (name): Sign =>
      (text) =>
        referencesIn(text).includes(name),
  );
  const removed = (removals[index] ?? []).map(
    (path): Sign =>
      (text) =>
        !isThere(text, path),
  );
  return [...referred, ...removed];
}

function bySigns(text: string, signs: readonly Sign[]): Standing {
  if (signs.length === 0) return 'unknown';
  const seen = signs.filter((sign) => sign(text)).length;
  if (seen === 0) return 'unedited';
  return seen === signs.length ? 'edited' : 'unknown';
}

function isThere(text: string, path: KeyPathSegments): boolean {
  const [root] = parseJson(text).roots;
  return childAt(root, ...path.map(String)) !== undefined;
}
