import * as vscode from 'vscode';
import type { Files } from '../../store/fileJournals.ts';

const { fs } = vscode.workspace;

/** The files of a folder that need not be there yet. */
export function folderFiles(folder: vscode.Uri): Files {
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  return {
    list: async () => {
      const listed = await unlessMissing(() => fs.readDirectory(folder));
      return (listed ?? []).map(([name]) => name);
    },
    read: async (name) => {
      const bytes = await unlessMissing(() => fs.readFile(at(name)));
      return bytes && new TextDecoder().decode(bytes);
    },
    write: async (name, text) => fs.writeFile(at(name), new TextEncoder().encode(text)),
    rename: async (from, to) => fs.rename(at(from), at(to), { overwrite: true }),
    remove: async (name) => unlessMissing(() => fs.delete(at(name))),
  };
}

/** Only what is not there counts as nothing; what cannot be read does not. */
async function unlessMissing<Result>(act: () => Thenable<Result>): Promise<Result | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
