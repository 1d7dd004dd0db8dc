import type * as vscode from 'vscode';
import type { JournalPort } from '../../store/index.ts';
import { FileJournals } from './fileJournals.ts';
import { mementoJournals } from './mementoJournals.ts';

/** The stores that are under way, for each org: ids and names, no values. They outlive the window. */
export interface Journals {
  /** The same one each time. */
  open(orgId: string): Promise<JournalPort>;
  /** The ids of the orgs into which a store is written down as under way. */
  orgs(): Promise<readonly string[]>;
}

/** In files of the workspace's own folder; a window without a folder has none, and keeps them in its memento. */
export function journalsOf({ storageUri, workspaceState }: vscode.ExtensionContext): Journals {
  return storageUri ? new FileJournals(storageUri) : mementoJournals(workspaceState);
}
