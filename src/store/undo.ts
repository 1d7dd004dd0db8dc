import { setSlot } from './bind.ts';
import { ownByName } from './create.ts';
import type { Undone } from './outcome.ts';
import type { JournalEntry, OrgPort } from './ports.ts';
import { removeUnused } from './remove.ts';

/**
 * Takes back what a run did: gives the slot back what it held if it holds this run's credential, and deletes the credential if nothing
 * uses it. It is known by its journalled id, or by its unique name when no id was answered; nothing else is ever deleted.
 * What cannot be taken back is reported, not retried for ever.
 */
export async function undo(org: OrgPort, entry: JournalEntry): Promise<Undone> {
  let id = entry.credentialId;
  try {
    id ??= await ownByName(org, entry.credentialName);
    if (id === undefined) return { kind: 'nothing-to-undo' };
    const { integrationId, slot, replaces } = entry;
    // Somebody else's binding stays as it is.
    await setSlot(org, { integrationId, slot, from: id, to: replaces });
    return (await removeUnused(org, id)) === 'removed' ? { kind: 'removed' } : leftBehind(entry, id);
  } catch {
    return leftBehind(entry, id);
  }
}

/** For the author to look at: the credential is, or may be, still in the org. */
export function leftBehind({ credentialName }: JournalEntry, credentialId: string | undefined): Undone {
  return { kind: 'left-behind', credentialName, ...(credentialId === undefined ? {} : { credentialId }) };
}
