import { t } from '../../messages/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';

/** Which org, in which region, and as whom. */
export function orgLines({ label, account }: Pick<ConnectedOrg, 'label' | 'account'>): string[] {
  const where = account ? [t('confirm.region', account.region), t('confirm.who', account.who)] : [];
  return [t('confirm.org', label), ...where];
}
