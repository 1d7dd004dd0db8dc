import * as vscode from 'vscode';
import type { ActiveDocument, Address, Documents, OpenDocument } from '../../commands/ports/documents.ts';
import { nameOf } from '../findings/scanner.ts';
import { VSCODE_EDITOR } from './vscodeEditor.ts';

/** The documents of VS Code. */
export const DOCUMENTS: Documents = {
  editor: VSCODE_EDITOR,
  active() {
    const editor = vscode.window.activeTextEditor;
    return editor && activeDocument(editor);
  },
  open: async (uri) => opened(await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))),
  textOf: (uri) => vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri)?.getText(),
  async show(uri) {
    await vscode.window.showTextDocument(vscode.Uri.parse(uri));
  },
  async showNew(language, content) {
    const document = await vscode.workspace.openTextDocument({ language, content });
    await vscode.window.showTextDocument(document, { preview: false });
  },
};

/** Where a file is, as commands know it. */
export function addressOf(uri: vscode.Uri): Address {
  return { uri: uri.toString(), name: nameOf(uri), path: vscode.workspace.asRelativePath(uri) };
}

function activeDocument({ document, selection }: vscode.TextEditor): ActiveDocument {
  const [start, end] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
  return { document: opened(document), selection: { start, end } };
}

function opened(document: vscode.TextDocument): OpenDocument {
  return {
    ...addressOf(document.uri),
    get isDirty() {
      return document.isDirty;
    },
    getText: () => document.getText(),
  };
}
