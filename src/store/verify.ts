import type { JournalEntry, OrgPort } from './ports.ts';
import { boundTo } from './slot.ts';

/** `namesSeen`: whether the org listed the field names; some show none. */
export interface Verified {
  readonly namesSeen: boolean;
}

/**
 * Reads back what was stored: the slot must hold this run's credential, and the credential the fields where the org shows
 * names. `undefined` when it does not.
 */
export async function readBack(
  org: OrgPort,
  { integrationId, slot, fieldNames }: JournalEntry,
  credentialId: string,
): Promise<Verified | undefined> {
  if (boundTo(await org.integrationConfig(integrationId), slot) !== credentialId) return undefined;
  const seen = (await org.credential(credentialId)).fieldNames;
  if (seen === undefined) return { namesSeen: false };
  return fieldNames.every((name) => seen.includes(name)) ? { namesSeen: true } : undefined;
}
