import type { JournalEntry, JournalPort, StorePorts, StoreStep } from './ports.ts';
import type { StoreRequest } from './request.ts';

/** The entry of a run that goes forward. */
export type RunEntry = JournalEntry & { readonly step: StoreStep };

/** The first entry of a run. */
export function newEntry(
  request: StoreRequest,
  slot: string,
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
    // The conventional name, `Integration-<id>`, may be taken by a credential of somebody else's making, and a credential can
    // only be renamed with all its values at hand: giving it that name is a step of its own, for a later version. The nonce
    // makes it findable when the answer to its creation is lost.
    credentialName: `Integration-${request.integrationId} ${id}`,
    fieldNames: request.fields.map((field) => field.name),
    documents: request.changes.map((change) => change.document),
  };
}

/** Removes an entry that is done with. Where that fails, the next recovery looks at it once more and finds nothing amiss. */
export async function forget(journal: JournalPort, entryId: string): Promise<void> {
  try {
    await journal.remove(entryId);
  } catch {
    // The org and the documents are as they should be; an entry too many changes nothing about that.
  }
}
