import { type ActionsPort, actionsUsing } from './actionsUsing.ts';
import { ownByName } from './create.ts';
import { lookInto } from './documents.ts';
import { isNotFound } from './failure.ts';
import { intentFor } from './intent.ts';
import { forget } from './journal.ts';
import type { JournalEntry, JournalPort, MarkText, OrgPort, ReadDocument, SaveDocuments } from './ports.ts';
import { isGone } from './remove.ts';
import { boundTo } from './slot.ts';
import { isUnderWay } from './underWay.ts';
import { undo } from './undo.ts';

/** Milliseconds after which a credential that no listing shows was never created; listings lag up to half a minute. */
const LISTED_BY_THEN = 120_000;

/** What a run that did not end left, and what was done about it. */
export type Recovered = { readonly entry: JournalEntry } & Found;

/**
 * `cleared`: nothing of it is left in the org, and the documents have what they had · `finished`: the documents have their references, and
 * the credential is bound, or one with its fields that somebody has put in its place · `unsaved`: the same, but not on disk; the next
 * recovery looks again · `bound`: the credential is bound; nobody but the author can tell whether the documents use it · `kept`: it is
 * still there because the author said so · `undecided`: it is still there because the author did not say; the next recovery asks again ·
 * `in-use`: it is still there because Data Actions refer to its fields · `left-behind`: it is still there, or may be; the next recovery
 * looks again
 */
export type Found =
  | { readonly found: 'cleared' | 'finished' | 'bound' | 'kept' | 'undecided' | 'left-behind' }
  | { readonly found: 'unsaved'; readonly documents: readonly string[] }
  | { readonly found: 'in-use'; readonly actions: readonly string[] };

export interface RecoverPorts {
  readonly org: OrgPort & ActionsPort;
  /** The very one that the store writes. */
  readonly journal: JournalPort;
  /** Whether an entry is left for another time. */
  readonly skip?: (entry: JournalEntry) => boolean;
  readonly read: ReadDocument;
  readonly save: SaveDocuments;
  readonly mark: MarkText;
  /** Asks the author whether the credential of a run is taken out of the org; nothing where that is left open. */
  readonly ask: (entry: JournalEntry) => Promise<'remove' | 'keep' | undefined>;
  /** ISO time. */
  readonly now: () => string;
}

/**
 * Looks after the runs that a crash, a reload or a lost connection ended. One that had not come to the edit is taken back; of one that
 * had, the documents tell whether it is finished, and the author whether it is taken back. Runs under way in this process, and those
 * that began too recently to be judged, are left out. Not to be called again before it has ended: it may be asking.
 * @throws StorageError when the journal cannot be read
 */
export async function recover(ports: RecoverPorts): Promise<readonly Recovered[]> {
  const recovered: Recovered[] = [];
  for (const entry of await ports.journal.entries()) {
    if (isUnderWay(entry.id) || ports.skip?.(entry)) continue;
    const found = await lookAfter(ports, entry);
    if (found) recovered.push({ entry, ...found });
  }
  return recovered;
}

/** What is looked at again. */
const STAYS: ReadonlySet<Found['found']> = new Set(['undecided', 'unsaved', 'left-behind']);

async function lookAfter(ports: RecoverPorts, entry: JournalEntry): Promise<Found | undefined> {
  const found = await settled(ports, entry);
  if (found && !STAYS.has(found.found)) await forget(ports.journal, entry.id);
  return found;
}

async function settled(ports: RecoverPorts, entry: JournalEntry): Promise<Found | undefined> {
  const judged = await judge(ports, entry);
  if (judged !== 'ask') return judged;
  const answer = await ports.ask(entry);
  if (answer !== 'remove') return { found: answer === 'keep' ? 'kept' : 'undecided' };
  // Much may have happened while the question was open.
  const again = await judge(ports, entry);
  return again === 'ask' ? takenBack(ports.org, entry) : again;
}

/** What has become of it, what was done, or `ask`; `undefined` when it is too early to tell. */
async function judge(ports: RecoverPorts, entry: JournalEntry): Promise<Found | 'ask' | undefined> {
  const { org, read, mark, now } = ports;
  try {
    // First of all, because it fails in an org that is not the one the entry was written for.
    const config = await org.integrationConfig(entry.integrationId);
    const id = entry.credentialId ?? (await ownByName(org, entry.credentialName));
    const age = Date.parse(now()) - Date.parse(entry.started);
    if (id === undefined) return age < LISTED_BY_THEN ? undefined : { found: 'cleared' };
    const bound = boundTo(config, entry.slot);
    const standing = entry.documents.length > 0 ? await lookInto(entry, read, mark) : 'none';
    switch (intentFor(entry.step, standing, age)) {
      case 'take-back':
        return (await inUse(org, entry, bound === id)) ?? (await takenBack(org, { ...entry, credentialId: id }));
      case 'ask':
        if (bound !== id && (await isGone(org, id))) return { found: 'cleared' };
        return (await inUse(org, entry, bound === id)) ?? 'ask';
      case 'finish':
        return (await isThere(org, entry, id, bound)) ? saved(ports, entry) : { found: 'left-behind' };
      case 'tell':
        return { found: (await isThere(org, entry, id, bound)) ? 'bound' : 'left-behind' };
    }
  } catch {
    return { found: 'left-behind' };
  }
}

/** What Data Actions would lose with it: the fields that the slot does not hold before or after the run. */
async function inUse(
  org: RecoverPorts['org'],
  { fieldNames, integrationId, replaces }: JournalEntry,
  isBound: boolean,
): Promise<Found | undefined> {
  if (!isBound) return undefined;
  const stay = replaces === undefined ? [] : await fieldsOf(org, replaces);
  const lost = fieldNames.filter((name) => !stay.includes(name));
  const actions = await actionsUsing(org, integrationId, lost);
  return actions.length > 0 ? { found: 'in-use', actions } : undefined;
}

/** Those that the org shows; none of a credential that is gone. */
async function fieldsOf(org: OrgPort, id: string): Promise<readonly string[]> {
  try {
    return (await org.credential(id)).fieldNames ?? [];
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

/** The documents may hold the reference, and this credential the only copy of the value: it is bound, or what has taken its place lists its fields. */
async function isThere(
  org: OrgPort,
  { fieldNames }: JournalEntry,
  id: string,
  bound: string | undefined,
): Promise<boolean> {
  if (bound === undefined || bound === id) return bound === id;
  const listed = (await org.credential(bound)).fieldNames ?? [];
  return fieldNames.every((name) => listed.includes(name));
}

/** An editor that keeps unsaved changes over a crash may hold the references in memory only. */
async function saved({ save }: RecoverPorts, { documents }: JournalEntry): Promise<Found> {
  const unsaved = await save(documents).catch(() => documents);
  return unsaved.length > 0 ? { found: 'unsaved', documents: unsaved } : { found: 'finished' };
}

async function takenBack(org: OrgPort, entry: JournalEntry): Promise<Found> {
  return { found: (await undo(org, entry)).kind === 'left-behind' ? 'left-behind' : 'cleared' };
}
