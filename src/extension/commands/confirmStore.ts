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
}

/** The one dialog before anything leaves the machine. No argument skips it. */
export async function confirmStore(ui: Ui, { org, integration, plan, document }: StoreQuestion): Promise<boolean> {
  const detail = [
    t('confirm.org', org),
    t('confirm.integration', integration),
    t('confirm.fields', plan.fields.map((field) => field.name).join(', ')),
    t('confirm.files', shownPath(document.uri), plan.edits.length),
    '',
    t('confirm.live'),
  ].join('\n');
  return ui.confirm(t('confirm.title'), detail, t('confirm.button'));
}
