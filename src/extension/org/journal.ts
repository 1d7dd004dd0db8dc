import type * as vscode from 'vscode';
import type { JournalEntry, JournalPort } from '../../store/index.ts';

const MEMENTO = 'storeJournal.';

/** The stores into one org that are under way, in the workspace's memento: ids and names, no values. It outlives the window. */
export function mementoJournal(state: vscode.Memento, orgId: string): JournalPort {
  const key = MEMENTO + orgId;
  const entries = (): readonly JournalEntry[] => state.get<readonly JournalEntry[]>(key, []);
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

/** The ids of the orgs into which a store is written down as under way. */
export function orgsWithEntries(state: vscode.Memento): readonly string[] {
  const keys = state.keys().filter((key) => key.startsWith(MEMENTO));
  return keys
    .filter((key) => state.get<readonly JournalEntry[]>(key, []).length > 0)
    .map((key) => key.slice(MEMENTO.length));
}
