import * as vscode from 'vscode';
import { refuseLink } from './practiceHome.ts';

/**
 * Gives files of a folder the texts they were made with, whatever is there; other files stay. What a link leads to is not written.
 * @param files texts by path below the folder
 * @returns the paths of those that could not be written
 */
export async function restoreFiles(folder: vscode.Uri, files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const [path, text] of files) {
    try {
      await restore(folder, path, text);
    } catch {
      failed.push(path);
    }
  }
  return failed;
}

async function restore(folder: vscode.Uri, path: string, text: string): Promise<void> {
  let uri = folder;
  for (const part of path.split('/')) {
    uri = vscode.Uri.joinPath(uri, part);
    await refuseLink(uri);
  }
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await leaveEdits(uri);
}

/** An editor with unsaved changes keeps them from the disk: it shows what is there again. */
async function leaveEdits(uri: vscode.Uri): Promise<void> {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (!document?.isDirty) return;
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}
