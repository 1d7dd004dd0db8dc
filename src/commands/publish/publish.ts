import type { ActionConfig, PublishedAction } from '../../cloud/orgClient.ts';
import type { ActionUpdate } from '../../genesys/remedies/index.ts';
import { type TextId, t } from '../../messages/index.ts';
import { FormerVersions, type KeepingOutcome, publishKeeping } from '../../store/index.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import { publishFailureText, whilePublishing } from './publishing.ts';
import { formerVersion, rollBack } from './rollBackAction.ts';
import { testInOrg } from './testAction.ts';
import { placesText } from './updateTexts.ts';

/** What is said of a change. */
export interface PublishTexts {
  /** What it means that it is published. */
  readonly detail: TextId;
  readonly done: TextId;
  readonly ok: TextId;
}

/** Of a change that takes a literal out of the action. */
export const OF_LITERAL: PublishTexts = {
  detail: 'update.confirm.detail',
  done: 'update.done',
  ok: 'after.ok',
};
/** Of any other change. */
export const OF_OTHER: PublishTexts = {
  detail: 'update.confirm.detail',
  done: 'update.done.noLiteral',
  ok: 'after.fine',
};

/** Of a custom auth action. */
export const OF_AUTH: PublishTexts = { ...OF_OTHER, detail: 'update.auth.confirm.detail' };

/** A change of an action that nobody has agreed to yet. */
export interface PlannedUpdate {
  readonly plan: ActionUpdate;
  readonly config: ActionConfig;
  readonly texts: PublishTexts;
}

/** Shows a change of an action, publishes it when the author agrees, says how it ended, and offers to take it back. The earlier version is kept. */
export async function publish(
  ports: Pick<Ports, 'log' | 'secrets' | 'ui' | 'views'>,
  org: ConnectedOrg,
  action: PublishedAction,
  { plan, config, texts }: PlannedUpdate,
): Promise<void> {
  const { ui, views } = ports;
  await views.update(plan, action.name, org.label);
  const detail = t(texts.detail, org.label, placesText(plan.changed));
  if (!(await ui.confirm(t('update.confirm', action.name), detail, t('update.confirm.button')))) return;
  const former = new FormerVersions(ports.secrets);
  const outcome = await whilePublishing(ports, org, action, () =>
    publishKeeping({ org: org.client, former }, org.orgId, action, config),
  );
  if (outcome.kind !== 'published') {
    await sayNotPublished(ports, org, action, former, outcome);
    return;
  }
  const [test, back] = [t('test.offer'), t('update.rollBack')];
  const pressed = await ui.info(t(texts.done, action.name, org.label), t(texts.ok), test, back);
  const wantsBack = pressed === test ? await testInOrg(ports, org, action, back) : pressed === back;
  const earlier = wantsBack ? await formerVersion(ports, org, action) : undefined;
  if (earlier && earlier !== 'unreadable') await rollBack(ports, org, earlier);
}

/** What is kept of the action and cannot be read is the author's to discard. */
async function sayNotPublished(
  { ui }: Pick<Ports, 'ui'>,
  { label, orgId }: ConnectedOrg,
  { id, name }: PublishedAction,
  former: FormerVersions,
  outcome: Exclude<KeepingOutcome, { kind: 'published' }>,
): Promise<void> {
  if (outcome.kind !== 'not-kept') {
    await ui.error(publishFailureText(outcome, name, label));
    return;
  }
  const discard = t('update.notKept.discard');
  if ((await ui.error(t('update.notKept', name, label), discard)) === discard) await former.discard(orgId, id);
}
