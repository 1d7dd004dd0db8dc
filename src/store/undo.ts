import { setSlot } from './bind.ts';
import { isNotFound } from './failure.ts';
import type { Undone } from './outcome.ts';
import type { JournalEntry, OrgPort } from './ports.ts';
import { boundTo } from './slot.ts';

/**
 * Takes back what a run did: empties the slot if it holds this run's credential, and deletes the credential if nothing
 * uses it. It is known by its journalled id, or by its unique name when no id was answered; nothing else is ever deleted.
 * What cannot be taken back is reported, not retried for ever.
 */
export async function undo(org: OrgPort, entry: JournalEntry): Promise<Undone> {
  try {
    const ids = entry.credentialId === undefined ? await idsByName(org, entry.credentialName) : [entry.credentialId];
    if (ids.length === 0) return { kind: 'removed' };
    const [id, ...others] = ids;
    if (id === undefined || others.length > 0) return leftBehind(entry);
    await unbind(org, entry, id);
    if ((await org.integrationsUsing(id)).length > 0) return leftBehind(entry, id);
    await deleteCredential(org, id);
    return { kind: 'removed' };
  } catch {
    return leftBehind(entry);
  }
}

async function idsByName(org: OrgPort, name: string): Promise<string[]> {
  return (await org.credentialsNamed(name)).map((credential) => credential.id);
}

async function unbind(org: OrgPort, { integrationId, slot }: JournalEntry, id: string): Promise<void> {
  if (boundTo(await org.integrationConfig(integrationId), slot) !== id) return;
  await setSlot(org, integrationId, slot, { expected: id, credentialId: undefined });
}

/** Gone is gone, whoever did it. */
async function deleteCredential(org: OrgPort, id: string): Promise<void> {
  try {
    await org.deleteCredential(id);
  } catch (error) {
    if (!isNotFound(error)) await deleteAgain(org, id);
  }
}

async function deleteAgain(org: OrgPort, id: string): Promise<void> {
  try {
    await org.deleteCredential(id);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

function leftBehind({ credentialName, credentialId }: JournalEntry, found = credentialId): Undone {
  return { kind: 'left-behind', credentialName, ...(found === undefined ? {} : { credentialId: found }) };
}
