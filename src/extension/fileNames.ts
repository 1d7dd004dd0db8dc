import * as vscode from 'vscode';
import { safeWords } from '../engine/detect/safeWords.ts';

/** A document's path in its workspace as it may be shown: a folder or file name that is a credential itself is hidden. */
export function shownPath(uri: vscode.Uri): string {
  return safeWords(vscode.workspace.asRelativePath(uri).split('/')).join('/');
}
