import { referencesIn } from './documents.ts';
import type { JournalEntry, JournalPort, StorePorts, StoreStep, TextPrint } from './ports.ts';
import type { StoreRequest } from './request.ts';
import { unlessStorageFails } from './storageError.ts';

/** The entry of a run that goes forward. */
export type RunEntry = JournalEntry & { readonly step: StoreStep };

/** The first entry of a run. */
export function newEntry(
  request: StoreRequest,
  { slot, replaces, prints }: Pick<JournalEntry, 'slot' | 'replaces'> & { readonly prints: readonly TextPrint[] },
  { newId, now }: Pick<StorePorts, 'newId' | 'now'>,
): RunEntry {
  const id = newId();
  return {
    id,
    started: now(),
    step: 'create',
    integrationId: request.integrationId,
    integrationName: request.integrationName,
    slot,
    // The nonce makes it findable when the answer to its creation is lost. It goes when the credential gets its own name.
    credentialName: `${conventionalName(request.integrationId)} ${id}`,
    ...(replaces === undefined ? {} : { replaces }),
    fieldNames: request.fields.map((field) => field.name),
    documents: request.changes.map((change) => change.document),
    references: request.changes.map(({ edits }) => referencesIn(edits.map((edit) => edit.text).join('\n'))),
    removals: request.changes.map(({ removals = [] }) => removals),
    prints,
  };
}

/** The name under which Genesys Cloud itself keeps the credential of an integration. Not unique. */
export function conventionalName(integrationId: string): string {
  return `Integration-${integrationId}`;
}

/**
 * Removes an entry that is done with. Where the storage fails, the next recovery looks at it once more and finds nothing amiss: the org
 * and the documents are as they should be.
 * @throws what is no failure of the storage
 */
export async function forget(journal: JournalPort, entryId: string): Promise<void> {
  await unlessStorageFails(() => journal.remove(entryId));
}
