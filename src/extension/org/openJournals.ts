import * as vscode from 'vscode';
import { fileJournals, type JournalFolder } from '../../store/fileJournals.ts';
import type { Journals } from '../../store/journals.ts';
import { mementoJournals } from '../../store/mementoJournals.ts';
import { siblingsOf } from '../../store/siblingFolders.ts';
import { folderFiles } from './folderFiles.ts';

/** In files of the workspace's own folder; a window without a folder has none, and keeps them in its memento. */
export function journalsOf({ storageUri, workspaceState }: vscode.ExtensionContext): Journals {
  if (!storageUri) return mementoJournals(workspaceState);
  let found: Promise<readonly [JournalFolder, ...JournalFolder[]]> | undefined;
  return fileJournals(() => {
    found ??= foldersOf(storageUri);
    return found;
  });
}

/**
 * The window's own folder, and those of other windows on the same workspace that were left. In Node the editor gives each window a
 * folder of its own and locks it; in a browser all of them share one.
 */
async function foldersOf(storage: vscode.Uri): Promise<readonly [JournalFolder, ...JournalFolder[]]> {
  const own = { files: folderFiles(storage), isShared: storage.scheme !== 'file' };
  const [name = '', workspace = ''] = storage.path.split('/').reverse();
  const all = vscode.Uri.joinPath(storage, '..', '..');
  const names = await folderFiles(all)
    .list()
    .catch(() => []);
  const others = siblingsOf(workspace, names).map((sibling) => ({
    files: folderFiles(vscode.Uri.joinPath(all, sibling, name)),
    isShared: true,
  }));
  return [own, ...others];
}
