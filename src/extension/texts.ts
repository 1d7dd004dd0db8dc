import * as vscode from 'vscode';
import { firstOf } from '../messages/firstOf.ts';
import { type TextId, textOfMessage } from '../messages/index.ts';

/** A user-facing text in the editor's language. */
export function t(id: TextId, ...args: (string | number)[]): string {
  return vscode.l10n.t(textOfMessage(id), ...args);
}

/** Names for one sentence: of a long list how many there are besides. */
export function listed(names: readonly string[]): string {
  return lines(names).join(', ');
}

/** The same for what stands below each other in a dialog. */
export function lines(sentences: readonly string[]): readonly string[] {
  const { first, more } = firstOf(sentences);
  return more > 0 ? [...first, t('list.more', more)] : first;
}
