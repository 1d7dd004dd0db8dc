import * as vscode from 'vscode';
import type { EditorPort, NotWritable } from '../../store/editing/editor.ts';
import { isMarkedReadOnly } from '../../store/editing/readOnly.ts';
import { canBeEdited, isOwnText } from '../../store/editing/schemes.ts';
import { fileSystems } from './fileSystems.ts';

/** VS Code, as the editing of documents needs it. The one place that applies edits. */
export const VSCODE_EDITOR: EditorPort<vscode.TextDocument> = {
  open: async (uri) => vscode.workspace.openTextDocument(vscode.Uri.parse(uri)),
  whyNotWritable,
  async bytes({ uri }) {
    try {
      return await vscode.workspace.fs.readFile(uri);
    } catch {
      return undefined;
    }
  },
  encode: async (text, encoding) => vscode.workspace.encode(text, { encoding }),
  async decode(bytes, encoding) {
    try {
      return await vscode.workspace.decode(bytes, { encoding });
    } catch {
      return undefined;
    }
  },
  async edit(changes) {
    const edit = new vscode.WorkspaceEdit();
    for (const { document, edits } of changes) {
      for (const { start, end, text } of edits)
        edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
    return vscode.workspace.applyEdit(edit);
  },
};

/** Makes a file that is not there yet, in one step that can be undone. @returns whether it is there as it should be */
export async function createFile(uri: vscode.Uri, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  const bytes = await VSCODE_EDITOR.bytes(await vscode.workspace.openTextDocument(uri));
  return bytes !== undefined && new TextDecoder().decode(bytes) === text;
}

/**
 * As far as it can be asked: no API tells what the author has made read-only for this session, so whoever edits looks afterwards
 * whether the document can be saved.
 */
async function whyNotWritable(document: vscode.TextDocument): Promise<NotWritable | undefined> {
  const { uri, isUntitled, isDirty } = document;
  const systems = fileSystems();
  if (!canBeEdited(uri.scheme, systems)) return isOwnText(uri.scheme, systems) ? 'read-only' : 'foreign';
  // A document that is read-only in whichever way is never dirty.
  if (isUntitled || isDirty) return undefined;
  return (await isReadOnlyFile(uri)) || isMarked(uri) ? 'read-only' : undefined;
}

async function isReadOnlyFile(uri: vscode.Uri): Promise<boolean> {
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    // Whoever cannot read it says so.
    return false;
  }
}

function isMarked(uri: vscode.Uri): boolean {
  const files = vscode.workspace.getConfiguration('files', uri);
  const [include, exclude] = [files.get('readonlyInclude', {}), files.get('readonlyExclude', {})];
  return isMarkedReadOnly([vscode.workspace.asRelativePath(uri, false), uri.path], { include, exclude });
}
