import * as vscode from 'vscode';
import type { DocumentEdits } from '../../store/index.ts';

/** `changed`: the document is no longer the one that was scanned. `refused`: the editor did not accept the edit. */
export type Applied = 'applied' | 'changed' | 'refused';

/** Applies edits in one undoable step, all or none, and only to the very text they were made from. */
export async function applyDocumentEdits(changes: readonly DocumentEdits[]): Promise<Applied> {
  const documents = await Promise.all(
    changes.map(({ document }) => vscode.workspace.openTextDocument(vscode.Uri.parse(document))),
  );
  // From here to `applyEdit` nothing is awaited. A version number would not do: it begins anew when a document is opened again.
  if (documents.some((document, i) => document.getText() !== changes[i]?.text.reveal())) return 'changed';
  const edit = new vscode.WorkspaceEdit();
  documents.forEach((document, i) => {
    for (const { start, end, text } of changes[i]?.edits ?? [])
      edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  });
  return (await vscode.workspace.applyEdit(edit)) ? 'applied' : 'refused';
}
