import type * as vscode from 'vscode';
import type { JournalEntry, JournalPort } from '../../store/index.ts';
import type { Journals } from './journals.ts';

const MEMENTO = 'storeJournal.';

/** Journals in a memento. The editor writes it down a moment after it says so: a power cut may lose the newest step. */
export function mementoJournals(state: vscode.Memento): Journals {
  return {
    open: async (orgId) => mementoJournal(state, MEMENTO + orgId),
    orgs: async () => {
      const keys = state.keys().filter((key) => key.startsWith(MEMENTO));
      return keys.filter((key) => entriesAt(state, key).length > 0).map((key) => key.slice(MEMENTO.length));
    },
  };
}

function mementoJournal(state: vscode.Memento, key: string): JournalPort {
  const entries = (): readonly JournalEntry[] => entriesAt(state, key);
  return {
    entries,
    write: async (entry) => {
      await state.update(key, [...entries().filter((each) => each.id !== entry.id), entry]);
    },
    remove: async (id) => {
      await state.update(
        key,
        entries().filter((each) => each.id !== id),
      );
    },
  };
}

function entriesAt(state: vscode.Memento, key: string): readonly JournalEntry[] {
  return state.get<readonly JournalEntry[]>(key, []);
}
