import { isEntries, type Journals, mayBeUnderWay } from './journals.ts';
import type { JournalEntry, JournalPort } from './ports.ts';
import { atStorage, StorageError } from './storageError.ts';

/** The files of one folder, as text, by name. Each call rejects where it cannot be done. */
export interface Files {
  /** Empty where there is no folder yet. */
  list(): Promise<readonly string[]>;
  /** `undefined` where there is no such file. */
  read(name: string): Promise<string | undefined>;
  /** Makes the folder where there is none. */
  write(name: string, text: string): Promise<void>;
  /** Takes the place of a file of that name. */
  rename(from: string, to: string): Promise<void>;
  /** A file that is gone is removed. */
  remove(name: string): Promise<void>;
}

/** A folder with journals. */
export interface JournalFolder {
  readonly files: Files;
  /** Whether another window may use it at the same time: what is written down there lately may be under way. */
  readonly isShared: boolean;
}

const SUFFIX = '.journal.json';
const NEXT = '.next';
const ASIDE = '.unreadable';
/** Between an org and a run: encoded names have none. */
const RUN = ',';

/**
 * Journals in files, one for each run, so that no window ever writes what another one has written. A file takes the place of
 * the former one as a whole: what is written is on the disk when `write` resolves, and no crash leaves half of it. A version
 * before had one file for each org; those are read as well.
 * @param folders the first is where entries are written; the others are those of windows that are gone
 */
export function fileJournals(
  folders: () => Promise<readonly [JournalFolder, ...JournalFolder[]]>,
  now: () => number = Date.now,
): Journals {
  const own = new Set<string>();
  const open = (orgId: string): JournalPort => fileJournal({ folders, now, own }, orgId);
  return {
    open,
    orgs: async () => {
      const names = await Promise.all((await folders()).map(({ files }) => listed(files)));
      const ids = [...new Set(names.flat().flatMap((name) => orgOf(name) ?? []))];
      const waiting = await Promise.all(ids.map((id) => isWaiting(open(id))));
      return ids.filter((_id, i) => waiting[i]);
    },
  };
}

/** What cannot be read is not empty. */
async function isWaiting(journal: JournalPort): Promise<boolean> {
  return journal.entries().then(
    (entries) => entries.length > 0,
    () => true,
  );
}

interface Found {
  readonly folder: JournalFolder;
  readonly name: string;
  readonly entries: readonly JournalEntry[];
}

interface JournalPlace {
  readonly folders: Parameters<typeof fileJournals>[0];
  readonly now: () => number;
  /** Ids of what this window has written. */
  readonly own: Set<string>;
}

/** Methods that need no `this`: a copy of it works as well. */
function fileJournal({ folders, now, own }: JournalPlace, orgId: string): JournalPort {
  /** Where the others were read. */
  const read = new Map<string, readonly Found[]>();
  return {
    entries: async () => {
      const all = (await Promise.all((await folders()).map((folder) => foundIn(folder, orgId)))).flat();
      const seen = new Map<string, JournalEntry>();
      for (const { folder, entries } of all) {
        for (const entry of entries) {
          const isTheirs = folder.isShared && !own.has(entry.id) && mayBeUnderWay(entry, now());
          if (!isTheirs && !seen.has(entry.id)) seen.set(entry.id, entry);
        }
      }
      for (const id of seen.keys()) read.set(id, all.filter(holds(id)));
      return [...seen.values()];
    },
    write: async (entry) => {
      own.add(entry.id);
      const [{ files }] = await folders();
      await replace(files, nameOf(orgId, entry.id), [entry]);
    },
    remove: async (id) => {
      for (const found of read.get(id) ?? []) await removeFrom(found, id);
      const [{ files }] = await folders();
      const name = nameOf(orgId, id);
      if (own.has(id)) await atStorage(name, () => files.remove(name));
    },
    setAside: async (place) => {
      for (const { files } of await folders()) {
        if (!(await listed(files)).includes(place)) continue;
        await atStorage(place, () => files.rename(place, place + ASIDE));
      }
    },
  };
}

function holds(id: string): (found: Found) => boolean {
  return ({ entries }) => entries.some((entry) => entry.id === id);
}

/** With what a crash between two steps has left beside it. */
async function removeFrom({ folder: { files }, name, entries }: Found, id: string): Promise<void> {
  const others = entries.filter((entry) => entry.id !== id);
  if (others.length > 0) {
    await replace(files, name, others);
    return;
  }
  await atStorage(name, () => files.remove(name + NEXT));
  await atStorage(name, () => files.remove(name));
}

/** The entries of an org, by the newer form of file first. @throws StorageError for a file that cannot be read, or holds something else */
async function foundIn(folder: JournalFolder, orgId: string): Promise<readonly Found[]> {
  const names = (await listed(folder.files)).filter((name) => orgOf(name) === orgId);
  const found = names.sort(byForm).map(async (name) => ({ folder, name, entries: await readIn(folder.files, name) }));
  return Promise.all(found);
}

function byForm(a: string, b: string): number {
  return Number(b.includes(RUN)) - Number(a.includes(RUN)) || (a < b ? -1 : 1);
}

function listed(files: Files): Promise<readonly string[]> {
  return atStorage('journals', () => files.list());
}

async function readIn(files: Files, name: string): Promise<readonly JournalEntry[]> {
  const text = await atStorage(name, () => files.read(name));
  // Another window has settled it meanwhile.
  if (text === undefined) return [];
  const entries = parsed(text);
  if (!isEntries(entries)) throw new StorageError(name);
  return entries;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function replace(files: Files, name: string, entries: readonly JournalEntry[]): Promise<void> {
  await atStorage(name, () => files.write(name + NEXT, JSON.stringify(entries)));
  await atStorage(name, () => files.rename(name + NEXT, name));
}

function nameOf(orgId: string, entryId: string): string {
  return encodeURIComponent(orgId) + RUN + encodeURIComponent(entryId) + SUFFIX;
}

/** The org of a journal; `undefined` for every other file. */
function orgOf(name: string): string | undefined {
  if (!name.endsWith(SUFFIX)) return undefined;
  const [org = ''] = name.slice(0, -SUFFIX.length).split(RUN);
  try {
    return decodeURIComponent(org);
  } catch {
    return undefined;
  }
}
