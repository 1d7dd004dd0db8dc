import type { PublishedAction } from '../../cloud/orgClient.ts';
import { t } from '../../messages/index.ts';
import type { PublishOutcome } from '../../store/index.ts';
import { cloudFailureText } from '../failure/failureText.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';

/** Publishes a configuration while that is shown. */
export async function whilePublishing<Outcome extends { readonly kind: string }>(
  { log, ui }: Pick<Ports, 'log' | 'ui'>,
  { label }: Pick<ConnectedOrg, 'label'>,
  { name }: PublishedAction,
  publishes: () => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await ui.busy(t('update.progress', label, name), publishes);
  log.info('publish', { outcome: outcome.kind });
  return outcome;
}

/** How a publication ended that did not succeed, for all that is known. */
export function publishFailureText(
  outcome: Exclude<PublishOutcome, { kind: 'published' }>,
  name: string,
  label: string,
): string {
  if (outcome.kind === 'unknown') return t('update.unknown', name, label);
  const left = outcome.draft === 'left' ? [t('update.draftLeft')] : [];
  if (outcome.kind === 'refused') return [t(`update.refused.${outcome.reason}`, name, label), ...left].join(' ');
  const { kind, facts } = outcome.failure;
  const why = kind === 'unexpected' || kind === 'not-verified' ? t('store.unexpected') : cloudFailureText(kind, facts);
  return [t('update.failed', name, label), why, ...left].join(' ');
}
