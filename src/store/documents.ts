import { parseJson } from '../engine/parse/json.ts';
import { childAt } from '../engine/parse/node.ts';
import { authResponseMembers, credentialReferences } from '../genesys/references.ts';
import type { JournalEntry, ReadDocument } from './ports.ts';
import type { KeyPathSegments } from './request.ts';

/** What a text refers to, each once: fields by their name, members of a custom auth action's answer as `authResponse.x`. */
export function referencesIn(text: string): string[] {
  const fields = new Set(credentialReferences(text).map(({ field }) => field));
  return [...fields, ...authResponseMembers(text).map((member) => `authResponse.${member}`)];
}

type Standing = 'references' | 'literals' | 'unknown';

/**
 * Whether the edits of a run were made, as far as the documents tell. They are made all at once but written one by one, so after
 * a crash one document may have its references and another one its literals: that leaves it open, as does a document that
 * cannot be read, or one whose edits leave nothing to tell by. There is at least one document.
 */
export async function lookInto(entry: JournalEntry, read: ReadDocument): Promise<Standing> {
  const texts = await Promise.all(entry.documents.map(read));
  const standings = new Set(texts.map((text, index) => standingOf(text, signsOf(entry, index))));
  const [first = 'unknown'] = standings;
  return standings.size > 1 ? 'unknown' : first;
}

/** What tells that the edits of a document were made. */
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

function standingOf(text: string | undefined, signs: readonly Sign[]): Standing {
  if (text === undefined || signs.length === 0) return 'unknown';
  const seen = signs.filter((sign) => sign(text)).length;
  if (seen === 0) return 'literals';
  return seen === signs.length ? 'references' : 'unknown';
}

function isThere(text: string, path: KeyPathSegments): boolean {
  const [root] = parseJson(text).roots;
  return childAt(root, ...path.map(String)) !== undefined;
}
