import { setSlot } from './bind.ts';
import { ownByName } from './create.ts';
import { isRejected } from './failure.ts';
import type { Undone } from './outcome.ts';
import type { JournalEntry, OrgPort } from './ports.ts';
import { isGone, removeUnused } from './remove.ts';

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
    await giveBack(org, entry, id);
    return (await removeUnused(org, id)) === 'removed' ? { kind: 'removed' } : leftBehind(entry, id);
  } catch {
    return leftBehind(entry, id);
  }
}

/** Gives the slot back what it held, or nothing if that is gone by now. Somebody else's binding stays as it is. */
async function giveBack(org: OrgPort, { integrationId, slot, replaces }: JournalEntry, id: string): Promise<void> {
  try {
    await setSlot(org, { integrationId, slot, from: id, to: replaces });
  } catch (error) {
    if (replaces === undefined || !isRejected(error) || !(await isGone(org, replaces))) throw error;
    await setSlot(org, { integrationId, slot, from: id, to: undefined });
  }
}

/** For the author to look at: the credential is, or may be, still in the org. */
export function leftBehind({ credentialName }: JournalEntry, credentialId: string | undefined): Undone {
  return { kind: 'left-behind', credentialName, ...(credentialId === undefined ? {} : { credentialId }) };
}
