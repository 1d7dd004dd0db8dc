import * as vscode from 'vscode';

/** The document of a command: the one a quick fix names, or the active editor's. */
export async function documentFor(uri: unknown): Promise<vscode.TextDocument | undefined> {
  if (uri instanceof vscode.Uri) return vscode.workspace.openTextDocument(uri);
  return vscode.window.activeTextEditor?.document;
}
