import type * as vscode from 'vscode';
import { type ChosenOrg, chosenOrg, chooseOrg as keep } from '../settings.ts';
import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';

interface OrgItem extends vscode.QuickPickItem {
  readonly org: ChosenOrg;
}

/** Asks for the org that stores go to. @returns the chosen one; `none` when the author picks none or leaves */
export async function chooseOrg(ui: Ui): Promise<ChosenOrg> {
  const now = chosenOrg();
  const current = t('org.current');
  const items: OrgItem[] = [
    { org: 'practice', label: t('org.practice'), detail: t('org.practice.detail') },
    { org: 'none', label: t('org.none'), detail: t('org.none.detail') },
  ];
  const picked = await ui.pick(
    items.map((item) => (item.org === now ? { ...item, description: current } : item)),
    { title: t('org.choose'), placeHolder: t('org.choose.hint') },
  );
  if (!picked) return now;
  await keep(picked.org);
  return picked.org;
}
