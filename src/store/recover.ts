import { ownByName } from './create.ts';
import { lookInto } from './documents.ts';
import { forget } from './journal.ts';
import type { JournalEntry, JournalPort, OrgPort, ReadDocument, SaveDocuments } from './ports.ts';
import { boundTo } from './slot.ts';
import { isUnderWay } from './underWay.ts';
import { undo } from './undo.ts';

/** Milliseconds after which a credential that no listing shows was never created; listings lag up to half a minute. */
const LISTED_BY_THEN = 120_000;

/** What a run that did not end left, and what was done about it. */
export interface Recovered {
  readonly entry: JournalEntry;
  /**
   * `cleared`: nothing of it is left in the org, and the literals are in the files · `finished`: the files have their
   * references, and the credential is bound, or one with its fields that somebody has put in its place · `bound`: the credential is bound; nobody but the author can tell whether the
   * files use it · `left-behind`: the credential is still there, or may be, and was not removed; the next recovery looks again
   */
  readonly found: 'cleared' | 'finished' | 'bound' | 'left-behind';
}

export interface RecoverPorts {
  readonly org: OrgPort;
  readonly journal: JournalPort;
  readonly read: ReadDocument;
  readonly save: SaveDocuments;
  /** ISO time. */
  readonly now: () => string;
}

/**
 * Looks after the runs that a crash, a reload or a lost connection ended. One that had not come to the edit is taken back;
 * of one that had, the documents tell whether it is finished or taken back. Runs under way in this process, and those that
 * began too recently to be judged, are left out.
 */
export async function recover({ org, journal, read, save, now }: RecoverPorts): Promise<readonly Recovered[]> {
  const recovered: Recovered[] = [];
  for (const entry of journal.entries()) {
    if (isUnderWay(entry.id)) continue;
    const found = await lookAfter(org, read, entry, Date.parse(now()) - Date.parse(entry.started));
    if (found === 'too-early') continue;
    if (found === 'finished') await saved(save, entry);
    if (found !== 'left-behind') await forget(journal, entry.id);
    recovered.push({ entry, found });
  }
  return recovered;
}

async function lookAfter(
  org: OrgPort,
  read: ReadDocument,
  entry: JournalEntry,
  age: number,
): Promise<Recovered['found'] | 'too-early'> {
  try {
    // First of all, because it fails in an org that is not the one the entry was written for.
    const config = await org.integrationConfig(entry.integrationId);
    const id = entry.credentialId ?? (await ownByName(org, entry.credentialName));
    if (id === undefined) return age < LISTED_BY_THEN ? 'too-early' : 'cleared';
    const mayBeEdited = entry.step === 'edit' || entry.step === 'save';
    // A store that edits nothing is done where an edit would begin.
    const documents = entry.documents.length > 0 ? await lookInto(entry, read) : 'none';
    const isEdited = documents === 'references' || (documents !== 'literals' && mayBeEdited);
    if (!isEdited) return await takenBack(org, { ...entry, credentialId: id });
    const bound = boundTo(config, entry.slot);
    // The documents may hold the reference, and this credential the only copy of the value.
    if (bound !== id && !(await hasFields(org, bound, entry))) return 'left-behind';
    return documents === 'unknown' ? 'bound' : 'finished';
  } catch {
    return 'left-behind';
  }
}

/** Whether what has taken the place of the run's credential since then lists its fields. */
async function hasFields(org: OrgPort, bound: string | undefined, { fieldNames }: JournalEntry): Promise<boolean> {
  if (bound === undefined) return false;
  const listed = (await org.credential(bound)).fieldNames ?? [];
  return fieldNames.every((name) => listed.includes(name));
}

/** An editor that keeps unsaved changes over a crash may hold the references in memory only. */
async function saved(save: SaveDocuments, { documents }: JournalEntry): Promise<void> {
  try {
    await save(documents);
  } catch {
    // The references work where they are; the editor shows what is not saved.
  }
}

async function takenBack(org: OrgPort, entry: JournalEntry): Promise<'cleared' | 'left-behind'> {
  return (await undo(org, entry)).kind === 'left-behind' ? 'left-behind' : 'cleared';
}
