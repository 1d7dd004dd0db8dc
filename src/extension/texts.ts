import * as vscode from 'vscode';
import { type TextId, textOfMessage } from '../messages/index.ts';

/** A user-facing text in the editor's language. */
export function t(id: TextId, ...args: (string | number)[]): string {
  return vscode.l10n.t(textOfMessage(id), ...args);
}
