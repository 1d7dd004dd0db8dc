import type { JournalEntry, JournalPort, OrgPort } from './ports.ts';
import { boundTo } from './slot.ts';
import { undo } from './undo.ts';

/** What a run that did not end left, and what was done about it. */
export interface Recovered {
  readonly entry: JournalEntry;
  /**
   * `cleared`: nothing of it is left in the org · `bound`: its credential is bound; the files say whether its fields are
   * used · `left-behind`: its credential is still there and could not be removed
   */
  readonly found: 'cleared' | 'bound' | 'left-behind';
}

/**
 * Looks after the runs that a crash, a reload or a lost connection ended. A credential that got no further than its
 * creation is removed; one that is bound may be referred to already, so it stays and is reported.
 */
export async function recover(org: OrgPort, journal: JournalPort): Promise<readonly Recovered[]> {
  const recovered: Recovered[] = [];
  for (const entry of journal.entries()) {
    const found = await lookAfter(org, entry);
    if (found !== 'left-behind') await journal.remove(entry.id);
    recovered.push({ entry, found });
  }
  return recovered;
}

async function lookAfter(org: OrgPort, entry: JournalEntry): Promise<Recovered['found']> {
  try {
    const bound = boundTo(await org.integrationConfig(entry.integrationId), entry.slot);
    if (bound !== undefined && bound === entry.credentialId) return 'bound';
  } catch {
    return 'left-behind';
  }
  return (await undo(org, entry)).kind === 'left-behind' ? 'left-behind' : 'cleared';
}
