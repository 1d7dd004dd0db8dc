import { credentialReferences } from '../genesys/references.ts';
import type { JournalEntry, ReadDocument } from './ports.ts';

/** The fields that a text refers to, each once. */
export function referencesIn(text: string): string[] {
  return [...new Set(credentialReferences(text).map(({ field }) => field))];
}

/**
 * Whether the edits of a run were made, as far as the documents tell: all are made or none is, so one document that cannot be
 * read, or some references without the others, leave it open.
 */
export async function lookInto(
  { documents, references }: JournalEntry,
  read: ReadDocument,
): Promise<'references' | 'literals' | 'unknown'> {
  const texts = await Promise.all(documents.map(read));
  const present = new Set(texts.flatMap((text) => referencesIn(text ?? '')));
  const found = references.filter((name) => present.has(name)).length;
  if (references.length > 0 && found === references.length) return 'references';
  return found === 0 && !texts.includes(undefined) ? 'literals' : 'unknown';
}
