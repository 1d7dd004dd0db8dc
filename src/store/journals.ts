import type { JournalEntry, JournalPort } from './ports.ts';

/** The stores that are under way, for each org: ids and names, no values. They outlive the window. */
export interface Journals {
  open(orgId: string): JournalPort;
  /** The ids of the orgs into which a store is written down as under way, or of which that cannot be told. */
  orgs(): Promise<readonly string[]>;
}

/**
 * Milliseconds for which an entry that another window may have written is that window's: no store takes so long. An entry is
 * written anew at each step.
 */
const QUIET = 10 * 60_000;

/** Whether the store of an entry may be under way in another window still. @param now milliseconds since 1970 */
export function mayBeUnderWay({ started, touched = started }: JournalEntry, now: number): boolean {
  return now - Date.parse(touched) < QUIET;
}

/** Whether what was read is a list of entries, as far as everything that looks at them relies on it. */
export function isEntries(value: unknown): value is readonly JournalEntry[] {
  return Array.isArray(value) && value.every(isEntry);
}

const TEXTS = ['id', 'started', 'step', 'integrationId', 'integrationName', 'slot', 'credentialName'];
const LISTS = ['fieldNames', 'documents', 'references'];

function isEntry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const members = value as Readonly<Record<string, unknown>>;
  return (
    TEXTS.every((name) => typeof members[name] === 'string') && LISTS.every((name) => Array.isArray(members[name]))
  );
}
