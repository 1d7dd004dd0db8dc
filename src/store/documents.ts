import { authResponseMembers, credentialReferences } from '../genesys/references.ts';
import type { JournalEntry, ReadDocument } from './ports.ts';

/** What a text refers to, each once: fields by their name, members of a custom auth action's answer as `authResponse.x`. */
export function referencesIn(text: string): string[] {
  const fields = new Set(credentialReferences(text).map(({ field }) => field));
  return [...fields, ...authResponseMembers(text).map((member) => `authResponse.${member}`)];
}

type Standing = 'references' | 'literals' | 'unknown';

/**
 * Whether the edits of a run were made, as far as the documents tell. They are made all at once but written one by one, so after
 * a crash one document may have its references and another one its literals: that leaves it open, as does a document that
 * cannot be read, or one whose edits refer to nothing. There is at least one document.
 */
export async function lookInto({ documents, references }: JournalEntry, read: ReadDocument): Promise<Standing> {
  const texts = await Promise.all(documents.map(read));
  const standings = new Set(texts.map((text, index) => standingOf(text, references[index] ?? [])));
  const [first = 'unknown'] = standings;
  return standings.size > 1 ? 'unknown' : first;
}

function standingOf(text: string | undefined, expected: readonly string[]): Standing {
  if (text === undefined) return 'unknown';
  const present = referencesIn(text);
  const found = expected.filter((name) => present.includes(name)).length;
  if (found < expected.length) return found === 0 ? 'literals' : 'unknown';
  return expected.length > 0 ? 'references' : 'unknown';
}
