import * as vscode from 'vscode';

/** Writes documents to where they are kept; a document that is kept nowhere yet is left alone. @returns those that could not be written */
export async function saveDocuments(uris: readonly string[]): Promise<readonly string[]> {
  const unsaved: string[] = [];
  for (const uri of uris) {
    if (!(await isSaved(uri))) unsaved.push(uri);
  }
  return unsaved;
}

async function isSaved(uri: string): Promise<boolean> {
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    return document.isUntitled || !document.isDirty || (await document.save());
  } catch {
    return false;
  }
}
