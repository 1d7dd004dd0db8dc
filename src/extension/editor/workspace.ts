import * as vscode from 'vscode';
import type { Files, Folder, Workspace } from '../../commands/ports/workspace.ts';
import { readText } from '../findings/files.ts';
import { isLink, pathInFolder, textOf } from '../findings/teamFiles.ts';
import { filesIn, workspaceFiles } from '../findings/workspaceFiles.ts';
import { addressOf } from './documents.ts';
import { createFile } from './vscodeEditor.ts';

const parse = (uri: string): vscode.Uri => vscode.Uri.parse(uri);

/** The workspace of the window. */
export const WORKSPACE: Workspace = {
  get isTrusted() {
    return vscode.workspace.isTrusted;
  },
  get folders() {
    return (vscode.workspace.workspaceFolders ?? []).map(folder);
  },
  address: (uri) => addressOf(parse(uri)),
  folderOf(uri) {
    const found = vscode.workspace.getWorkspaceFolder(parse(uri));
    return found && folder(found);
  },
  pathInFolder: (uri) => pathInFolder(parse(uri)),
};

/** Its files. */
export const FILES: Files = {
  all: async (isWanted) => (await workspaceFiles(isWanted)).files.map(addressOf),
  beside: async (uri, isWanted) => (await filesIn(vscode.Uri.joinPath(parse(uri), '..'), isWanted)).map(addressOf),
  read: (uri) => readText(parse(uri)),
  textOf: (uri) => textOf(parse(uri)),
  join: (uri, path) => vscode.Uri.joinPath(parse(uri), path).toString(),
  isFile: async (uri) =>
    vscode.workspace.fs.stat(parse(uri)).then(
      ({ type }) => type === vscode.FileType.File,
      () => false,
    ),
  isLink: (uri) => isLink(parse(uri)),
  create: (uri, text) => createFile(parse(uri), text),
};

function folder({ name, uri }: vscode.WorkspaceFolder): Folder {
  return { name, uri: uri.toString() };
}
