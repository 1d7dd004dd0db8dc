import type { MessageId } from '../base/messageIds.ts';
import { CLI_TEXTS, type CliTextId } from './cli.ts';
import { EDITOR_TEXTS } from './editor.ts';
import { EVIDENCE_TEXTS } from './evidence.ts';
import { EXPLAIN_TEXTS } from './explain.ts';
import { FINDING_TEXTS } from './findings.ts';
import { firstOf } from './firstOf.ts';
import { RULE_TITLES } from './rules.ts';

/** Every text: those the pure rooms name by id, the names of the rules, and those of the editor and the command line. */
export type TextId = MessageId | keyof typeof RULE_TITLES | keyof typeof EDITOR_TEXTS | CliTextId;

const TEXTS: Readonly<Record<TextId, string>> = {
  ...FINDING_TEXTS,
  ...EXPLAIN_TEXTS,
  ...EVIDENCE_TEXTS,
  ...RULE_TITLES,
  ...CLI_TEXTS,
  ...EDITOR_TEXTS,
};

export const MESSAGE_IDS = Object.keys(TEXTS) as readonly TextId[];

/** The English text of a message, with its placeholders `{0}`, `{1}` … still in it. */
export function textOfMessage(id: TextId): string {
  return TEXTS[id];
}

/**
 * A message with its placeholders filled in, as `vscode.l10n.t` does: once, so an argument that looks like a placeholder
 * stays as it is, and a placeholder without an argument stays visible.
 * @param args safe words only, never a value from a document
 */
export function formatMessage(id: TextId, args: readonly string[] = []): string {
  return TEXTS[id].replace(/\{(\d+)\}/g, (placeholder, index: string) => args[Number(index)] ?? placeholder);
}

/** A user-facing text. @param args safe words only, never a value from a document */
export function t(id: TextId, ...args: (string | number)[]): string {
  return formatMessage(id, args.map(String));
}

/** Names for one sentence: of a long list how many there are besides. */
export function listed(names: readonly string[]): string {
  return lines(names).join(', ');
}

/** The same for what is below each other in a dialog. */
export function lines(sentences: readonly string[]): readonly string[] {
  const { first, more } = firstOf(sentences);
  return more > 0 ? [...first, t('list.more', more)] : first;
}
