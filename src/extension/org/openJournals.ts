import type * as vscode from 'vscode';
import { FileJournals } from './fileJournals.ts';
import type { Journals } from './journals.ts';
import { mementoJournals } from './mementoJournals.ts';

/** In files of the workspace's own folder; a window without a folder has none, and keeps them in its memento. */
export function journalsOf({ storageUri, workspaceState }: vscode.ExtensionContext): Journals {
  return storageUri ? new FileJournals(storageUri) : mementoJournals(workspaceState);
}
