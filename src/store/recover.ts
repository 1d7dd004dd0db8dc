import { ownByName } from './create.ts';
import { forget } from './journal.ts';
import type { JournalEntry, JournalPort, OrgPort } from './ports.ts';
import { removeUnused } from './remove.ts';
import { boundTo } from './slot.ts';
import { isUnderWay } from './underWay.ts';

/** Milliseconds after which a credential that no listing shows was never created; listings lag up to half a minute. */
const LISTED_BY_THEN = 120_000;

/** What a run that did not end left, and what was done about it. */
export interface Recovered {
  readonly entry: JournalEntry;
  /**
   * `cleared`: nothing of it is left in the org · `bound`: its credential is bound; the files say whether its fields are
   * used · `left-behind`: its credential is still there, or may be, and was not removed; the next recovery looks again
   */
  readonly found: 'cleared' | 'bound' | 'left-behind';
}

/**
 * Looks after the runs that a crash, a reload or a lost connection ended. A credential that nothing uses and nothing can
 * refer to is removed; one that is bound may be referred to already, so it stays and is reported. Runs under way in this
 * process, and those that began too recently to be judged, are left out.
 * @param now ISO time
 */
export async function recover(
  org: OrgPort,
  journal: JournalPort,
  now: () => string = () => new Date().toISOString(),
): Promise<readonly Recovered[]> {
  const recovered: Recovered[] = [];
  for (const entry of journal.entries()) {
    if (isUnderWay(entry.id)) continue;
    const found = await lookAfter(org, entry, Date.parse(now()) - Date.parse(entry.started));
    if (found === 'too-early') continue;
    if (found !== 'left-behind') await forget(journal, entry.id);
    recovered.push({ entry, found });
  }
  return recovered;
}

async function lookAfter(org: OrgPort, entry: JournalEntry, age: number): Promise<Recovered['found'] | 'too-early'> {
  try {
    // First of all, because it fails in an org that is not the one the entry was written for.
    const config = await org.integrationConfig(entry.integrationId);
    const id = entry.credentialId ?? (await ownByName(org, entry.credentialName));
    if (id === undefined) return age < LISTED_BY_THEN ? 'too-early' : 'cleared';
    if (boundTo(config, entry.slot) === id) return 'bound';
    // The documents may hold the reference already, and this credential the only copy of the value.
    if (entry.step === 'edit') return 'left-behind';
    return (await removeUnused(org, id)) === 'removed' ? 'cleared' : 'left-behind';
  } catch {
    return 'left-behind';
  }
}
