import * as vscode from 'vscode';
import type { FileSystems } from '../../store/editing/schemes.ts';

/** What VS Code knows of file systems now. */
export function fileSystems(): FileSystems {
  return {
    folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
    isWritable: (scheme) => vscode.workspace.fs.isWritableFileSystem(scheme),
  };
}
