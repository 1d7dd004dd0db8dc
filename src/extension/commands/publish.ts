import type { ActionConfig, PublishedAction } from '../../cloud/orgClient.ts';
import type { TextId } from '../../messages/index.ts';
import { type PublishOutcome, publishAction } from '../../store/index.ts';
import type { ConnectedOrg } from '../org/orgs.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { cloudFailureText } from './failureText.ts';
import { testInOrg } from './testAction.ts';

/** What is said of a change and of the way back. */
export interface PublishTexts {
  readonly done: TextId;
  readonly ok: TextId;
  readonly rollBack: TextId;
  readonly rolledBack: TextId;
}

/** Of a change that takes a literal out of the action. */
export const OF_LITERAL: PublishTexts = {
  done: 'update.done',
  ok: 'after.ok',
  rollBack: 'update.rollBack.detail',
  rolledBack: 'update.rolledBack',
};
/** Of any other change. */
export const OF_OTHER: PublishTexts = {
  done: 'update.done.noLiteral',
  ok: 'after.fine',
  rollBack: 'update.rollBack.noLiteral',
  rolledBack: 'update.rolledBack.noLiteral',
};

/** Publishes a confirmed change of an action, says how it ended, and offers to take it back while its outcome is on the screen. */
export async function publish(
  services: Services,
  org: ConnectedOrg,
  action: PublishedAction,
  config: ActionConfig,
  texts: PublishTexts,
): Promise<void> {
  const { ui } = services;
  const outcome = await carryOut(services, org, action, config);
  if (outcome.kind !== 'published') {
    await ui.error(outcomeText(outcome, action.name, org.label));
    return;
  }
  const [test, rollBack] = [t('test.offer'), t('update.rollBack')];
  const pressed = await ui.info(t(texts.done, action.name, org.label), t(texts.ok), test, rollBack);
  const wantsBack = pressed === test ? await testInOrg(services, org, action, rollBack) : pressed === rollBack;
  if (!wantsBack) return;
  const detail = t(texts.rollBack, org.label);
  if (!(await ui.confirm(t('update.rollBack.confirm', action.name), detail, t('update.rollBack.button')))) return;
  const published = { ...action, version: outcome.version };
  const back = await carryOut(services, org, published, action.config);
  if (back.kind === 'published') await ui.info(t(texts.rolledBack, action.name, org.label));
  else await ui.error(outcomeText(back, action.name, org.label));
}

async function carryOut(
  { log, ui }: Services,
  { client, label }: ConnectedOrg,
  action: PublishedAction,
  config: ActionConfig,
): Promise<PublishOutcome> {
  const outcome = await ui.busy(t('update.progress', label, action.name), () => publishAction(client, action, config));
  log.info('publish', { outcome: outcome.kind });
  return outcome;
}

function outcomeText(outcome: Exclude<PublishOutcome, { kind: 'published' }>, name: string, label: string): string {
  if (outcome.kind === 'unknown') return t('update.unknown', name, label);
  const left = outcome.draft === 'left' ? [t('update.draftLeft')] : [];
  if (outcome.kind === 'refused') return [t(`update.refused.${outcome.reason}`, name, label), ...left].join(' ');
  const { kind, facts } = outcome.failure;
  const why = kind === 'unexpected' || kind === 'not-verified' ? t('store.unexpected') : cloudFailureText(kind, facts);
  return [t('update.failed', name, label), why, ...left].join(' ');
}
