import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';
import type { ChosenOrg } from '../ports/settings.ts';
import type { PickItem } from '../ports/ui.ts';
import { regionOf, type Session, sessionLabel } from './session.ts';

/** Stands beside the orgs to choose. */
const SIGN_IN = 'sign-in';

interface OrgItem extends PickItem {
  readonly org: ChosenOrg;
}

/** Asks for the org that stores go to. @returns the chosen one; `none` when the author picks none or leaves */
export async function chooseOrg({
  accounts,
  settings,
  ui,
}: Pick<Ports, 'accounts' | 'settings' | 'ui'>): Promise<ChosenOrg> {
  const now = settings.chosenOrg();
  const current = t('org.current');
  const items: OrgItem[] = [
    ...(await accounts.sessions()).map(itemOf),
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
  await settings.chooseOrg(org);
  return org;
}

function itemOf(session: Session): OrgItem {
  return { org: session.id, label: sessionLabel(session), detail: regionOf(session) };
}
