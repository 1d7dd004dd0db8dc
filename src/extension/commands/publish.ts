import type { ActionConfig, PublishedAction } from '../../cloud/orgClient.ts';
import type { TextId } from '../../messages/index.ts';
import { FormerVersions } from '../org/formerVersions.ts';
import type { ConnectedOrg } from '../org/orgs.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { carryOut, publishFailureText } from './publishing.ts';
import { rollBack } from './rollBackAction.ts';
import { testInOrg } from './testAction.ts';

/** What is said of a change. */
export interface PublishTexts {
  readonly done: TextId;
  readonly ok: TextId;
}

/** Of a change that takes a literal out of the action. */
export const OF_LITERAL: PublishTexts = {
  done: 'update.done',
  ok: 'after.ok',
};
/** Of any other change. */
export const OF_OTHER: PublishTexts = {
  done: 'update.done.noLiteral',
  ok: 'after.fine',
};

/** Publishes a confirmed change of an action, says how it ended, and offers to take it back. The earlier version is kept. */
export async function publish(
  services: Services,
  org: ConnectedOrg,
  action: PublishedAction,
  config: ActionConfig,
  texts: PublishTexts,
): Promise<void> {
  const { ui } = services;
  const outcome = await carryOut(services, org, action, config);
  const formerVersions = new FormerVersions(services.context.secrets);
  if (outcome.kind === 'unknown') await formerVersions.keep(org.orgId, action);
  if (outcome.kind !== 'published') {
    await ui.error(publishFailureText(outcome, action.name, org.label));
    return;
  }
  await formerVersions.keep(org.orgId, action, outcome.version);
  const [test, back] = [t('test.offer'), t('update.rollBack')];
  const pressed = await ui.info(t(texts.done, action.name, org.label), t(texts.ok), test, back);
  const wantsBack = pressed === test ? await testInOrg(services, org, action, back) : pressed === back;
  const former = wantsBack ? await formerVersions.of(org.orgId, action.id) : undefined;
  if (former) await rollBack(services, org, former);
}
