import { isEntries, type Journals } from './journals.ts';
import type { JournalEntry, JournalPort } from './ports.ts';
import { atStorage, StorageError } from './storageError.ts';

const MEMENTO = 'storeJournal.';
const ASIDE = '.unreadable';

/** A memento of the editor. */
export interface KeyValues {
  keys(): readonly string[];
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** Journals in a memento. The editor writes it down a moment after it says so: a power cut may lose the newest step. */
export function mementoJournals(state: KeyValues): Journals {
  return {
    open: (orgId) => mementoJournal(state, MEMENTO + orgId),
    orgs: async () => {
      const keys = state.keys().filter((key) => key.startsWith(MEMENTO) && !key.endsWith(ASIDE));
      return keys.filter((key) => !isEmpty(state.get(key))).map((key) => key.slice(MEMENTO.length));
    },
  };
}

/** Methods that need no `this`: a copy of it works as well. */
function mementoJournal(state: KeyValues, key: string): JournalPort {
  const known = (): readonly JournalEntry[] => {
    const kept = state.get(key) ?? [];
    if (!isEntries(kept)) throw new StorageError(key);
    return kept;
  };
  const update = (next: readonly JournalEntry[]) => atStorage(key, () => state.update(key, next));
  return {
    entries: async () => known(),
    write: async (entry) => update([...known().filter(({ id }) => id !== entry.id), entry]),
    remove: async (id) => update(known().filter((each) => each.id !== id)),
    setAside: (place) =>
      atStorage(place, async () => {
        await state.update(place + ASIDE, state.get(place));
        await state.update(place, undefined);
      }),
  };
}

function isEmpty(kept: unknown): boolean {
  return kept === undefined || (Array.isArray(kept) && kept.length === 0);
}
