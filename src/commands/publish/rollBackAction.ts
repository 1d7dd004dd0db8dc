import type { ActionSummary } from '../../cloud/orgClient.ts';
import { t } from '../../messages/index.ts';
import { type FormerVersion, FormerVersions, publishAction, versionToRollBack } from '../../store/index.ts';
import { isStorageError, unlessStorageFails } from '../../store/storageError.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import { fileAction } from './fileAction.ts';
import { publishFailureText, whilePublishing } from './publishing.ts';

/** Publishes what the Data Action of a file was before its last update, as long as nobody has changed it since. */
export async function rollBackAction(
  ports: Pick<Ports, 'documents' | 'log' | 'orgs' | 'secrets' | 'ui'>,
  uri: unknown,
): Promise<void> {
  const { ui } = ports;
  const found = await fileAction(ports, uri);
  if (!found) return;
  const { listed, org } = found;
  const former = await formerVersion(ports, org, listed);
  if (former === 'unreadable') return;
  if (former) await rollBack(ports, org, former);
  else await ui.info(t('update.rollBack.none', listed.name, org.label));
}

/** What is kept of an action; where that cannot be read, it is told. */
export async function formerVersion(
  { secrets, ui }: Pick<Ports, 'secrets' | 'ui'>,
  { label, orgId }: ConnectedOrg,
  { id, name }: Pick<ActionSummary, 'id' | 'name'>,
): Promise<FormerVersion | 'unreadable' | undefined> {
  try {
    return await new FormerVersions(secrets).of(orgId, id);
  } catch (error) {
    if (!isStorageError(error)) throw error;
    await ui.warn(t('update.rollBack.unreadable', name, label));
    return 'unreadable';
  }
}

/** Asks, publishes the earlier version, and says how it ended. */
export async function rollBack(
  ports: Pick<Ports, 'log' | 'secrets' | 'ui'>,
  org: ConnectedOrg,
  former: FormerVersion,
): Promise<void> {
  const { ui } = ports;
  const { action } = former;
  const detail = t('update.rollBack.detail', org.label);
  if (!(await ui.confirm(t('update.rollBack.confirm', action.name), detail, t('update.rollBack.button')))) return;
  const now = await ui.busy(t('update.reading', org.label), () => org.client.action(action.id));
  const back = versionToRollBack(former, now);
  if (typeof back === 'string') {
    await ui.warn(t(ROLL_BACK_TEXTS[back], action.name, org.label));
    return;
  }
  const outcome = await whilePublishing(ports, org, now, () => publishAction(org.client, now, back.action.config));
  if (outcome.kind !== 'published') {
    await ui.error(publishFailureText(outcome, action.name, org.label));
    return;
  }
  await unlessStorageFails(() => new FormerVersions(ports.secrets).discard(org.orgId, action.id));
  await ui.info(t('update.rolledBack', action.name, org.label));
}

const ROLL_BACK_TEXTS = {
  changed: 'update.rollBack.changed',
  'not-published': 'update.rollBack.notPublished',
} as const;
