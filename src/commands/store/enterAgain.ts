import { t } from '../../messages/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';

/** Says which fields of an integration have no value any more; nothing where all have theirs, or the org is a real one. */
export function enterAgain(org: ConnectedOrg, integrationId: string | undefined): string | undefined {
  const lost = integrationId === undefined ? [] : (org.lostFields?.(integrationId) ?? []);
  return lost.length > 0 ? t('practice.enterAgain', lost.join(', ')) : undefined;
}
