import type * as vscode from 'vscode';
import type { Accounts } from '../auth/accounts.ts';
import { regionOf, type Session, sessionLabel } from '../auth/session.ts';
import { type ChosenOrg, chosenOrg, chooseOrg as keep } from '../settings.ts';
import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';

/** Stands beside the orgs to choose. */
const SIGN_IN = 'sign-in';

interface OrgItem extends vscode.QuickPickItem {
  readonly org: ChosenOrg;
}

/** Asks for the org that stores go to. @returns the chosen one; `none` when the author picks none or leaves */
export async function chooseOrg(ui: Ui, accounts: Accounts): Promise<ChosenOrg> {
  const now = chosenOrg();
  const current = t('org.current');
  const items: OrgItem[] = [
    ...(await accounts.sessions.all()).map(itemOf),
    { org: SIGN_IN, label: t('org.signIn'), detail: t('org.signIn.detail') },
    { org: 'practice', label: t('org.practice'), detail: t('org.practice.detail') },
    { org: 'none', label: t('org.none'), detail: t('org.none.detail') },
  ];
  const picked = await ui.pick(
    items.map((item) => (item.org === now ? { ...item, description: current } : item)),
    { title: t('org.choose'), placeHolder: t('org.choose.hint'), ignoreFocusOut: true },
  );
  const org = picked?.org === SIGN_IN ? (await accounts.signIn())?.id : picked?.org;
  if (org === undefined) return now;
  await keep(org);
  return org;
}

function itemOf(session: Session): OrgItem {
  return { org: session.id, label: sessionLabel(session), detail: regionOf(session) };
}
