import type * as vscode from 'vscode';
import type { StorePlan } from '../../genesys/remedies/storeAndReplace.ts';
import { shownPath } from '../fileNames.ts';
import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';

/** What a store is about to do. */
export interface StoreQuestion {
  readonly org: string;
  readonly integration: string;
  readonly plan: Pick<StorePlan, 'fields' | 'edits'>;
  readonly document: vscode.TextDocument;
  /** Fields of the credential that is replaced; none where the slot is empty. */
  readonly held: readonly string[];
}

/** The one dialog before anything leaves the machine. No argument skips it. */
export async function confirmStore(
  ui: Ui,
  { org, integration, plan, document, held }: StoreQuestion,
): Promise<boolean> {
  const detail = [
    t('confirm.org', org),
    t('confirm.integration', integration),
    t('confirm.fields', plan.fields.map((field) => field.name).join(', ')),
    t('confirm.files', shownPath(document.uri), plan.edits.length),
    '',
    held.length > 0 ? t('confirm.replaces', held.join(', ')) : t('confirm.live'),
  ].join('\n');
  return ui.confirm(t('confirm.title'), detail, t('confirm.button'));
}
