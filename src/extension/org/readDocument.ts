import * as vscode from 'vscode';

/** The text of a document as the author has it, with unsaved changes; `undefined` where there is none to read. */
export async function readDocument(uri: string): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))).getText();
  } catch {
    return undefined;
  }
}
