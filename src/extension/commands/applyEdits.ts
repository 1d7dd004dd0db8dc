import * as vscode from 'vscode';
import type { DocumentEdits } from '../../store/index.ts';

/** `changed`: the document is no longer the one that was scanned. `refused`: the editor did not accept the edit. */
export type Applied = 'applied' | 'changed' | 'refused';

/** Applies edits in one undoable step, all or none, and only to the very text they were made from. */
export async function applyDocumentEdits(changes: readonly DocumentEdits[]): Promise<Applied> {
  const edit = new vscode.WorkspaceEdit();
  for (const change of changes) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(change.document));
    if (document.version !== change.version) return 'changed';
    for (const { start, end, text } of change.edits) {
      edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
  }
  return (await vscode.workspace.applyEdit(edit)) ? 'applied' : 'refused';
}
