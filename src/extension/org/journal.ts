import type * as vscode from 'vscode';
import type { JournalEntry, JournalPort } from '../../store/index.ts';

const MEMENTO = 'storeJournal';

/** The stores under way, in the workspace's memento: ids and names, no values. It outlives the window. */
export function mementoJournal(state: vscode.Memento): JournalPort {
  const entries = (): readonly JournalEntry[] => state.get<readonly JournalEntry[]>(MEMENTO, []);
  return {
    entries,
    write: async (entry) => {
      await state.update(MEMENTO, [...entries().filter((each) => each.id !== entry.id), entry]);
    },
    remove: async (id) => {
      await state.update(
        MEMENTO,
        entries().filter((each) => each.id !== id),
      );
    },
  };
}
