import { type FormerVersion, FormerVersions } from '../org/formerVersions.ts';
import type { ConnectedOrg } from '../org/orgs.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { fileAction } from './fileAction.ts';
import { carryOut, publishFailureText } from './publishing.ts';

/** Publishes what the Data Action of a file was before its last update, as long as nobody has changed it since. */
export async function rollBackAction(services: Services, uri: unknown): Promise<void> {
  const { ui } = services;
  const found = await fileAction(services, uri);
  if (!found) return;
  const { listed, org } = found;
  const former = await new FormerVersions(services.context.secrets).of(org.orgId, listed.id);
  if (former) await rollBack(services, org, former);
  else await ui.info(t('update.rollBack.none', listed.name, org.label));
}

/** Asks, publishes the earlier version, and says how it ended. */
export async function rollBack(services: Services, org: ConnectedOrg, former: FormerVersion): Promise<void> {
  const { ui } = services;
  const { action, published } = former;
  const detail = t('update.rollBack.detail', org.label);
  if (!(await ui.confirm(t('update.rollBack.confirm', action.name), detail, t('update.rollBack.button')))) return;
  const now = await ui.busy(t('update.reading', org.label), () => org.client.action(action.id));
  if (published !== undefined && now.version !== published) {
    await ui.warn(t('update.rollBack.changed', action.name, org.label));
    return;
  }
  const outcome = await carryOut(services, org, now, action.config);
  if (outcome.kind !== 'published') {
    await ui.error(publishFailureText(outcome, action.name, org.label));
    return;
  }
  await new FormerVersions(services.context.secrets).forget(former);
  await ui.info(t('update.rolledBack', action.name, org.label));
}
