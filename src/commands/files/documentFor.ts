import type { OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';

/** The document of a command: the one a quick fix names, or the active editor's. */
export async function documentFor(
  { documents }: Pick<Ports, 'documents'>,
  uri: unknown,
): Promise<OpenDocument | undefined> {
  return typeof uri === 'string' ? documents.open(uri) : documents.active()?.document;
}
