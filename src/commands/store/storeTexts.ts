import { listed, type TextId, t } from '../../messages/index.ts';
import type { Failed, Failure, Occupant, StoreOutcome } from '../../store/index.ts';
import { cloudFailureText } from '../failure/failureText.ts';

/**
 * How a store ended that did not succeed: what happened, where the value is now, what is left to do.
 * @param stays says where the value is when nothing was edited
 */
export function outcomeText(
  outcome: Exclude<StoreOutcome, { kind: 'stored' }>,
  org: string,
  integration: string,
  stays: TextId,
): string {
  const what = outcome.kind === 'refused' ? refusedText(outcome, integration) : failedText(outcome);
  return `${org}: ${what} ${t(outcome.kind === 'failed' && mayBeEdited(outcome) ? 'store.checkFile' : stays)}`;
}

function refusedText(outcome: Extract<StoreOutcome, { kind: 'refused' }>, integration: string): string {
  switch (outcome.reason) {
    case 'occupied':
      return occupiedText(outcome.occupant, integration, 'store.occupied.todo');
    case 'fields-unseen':
      return t('store.fieldsUnseen', integration);
    case 'journal':
      return t('store.journal', outcome.place);
    case 'no-slot':
      return t('store.noSlot', integration);
    case 'damaged-value':
      return t('store.damagedValue');
    case 'no-fields':
    case 'bad-field-name':
    case 'empty-value':
      return t('store.badRequest');
  }
}

/** What a slot holds that is not empty, and who uses it. */
export function occupiedText(
  { typeName, fieldNames, actions, integrations }: Occupant,
  integration: string,
  todo: TextId,
): string {
  const parts = [t('store.occupied', integration, typeName ?? t('pick.unknownType'))];
  if (fieldNames && fieldNames.length > 0) parts.push(t('store.occupied.fields', listed(fieldNames)));
  if (actions.length > 0) parts.push(t('store.occupied.actions', listed(actions)));
  if (integrations.length > 1) parts.push(t('store.occupied.integrations', listed(integrations)));
  parts.push(t(todo));
  return parts.join(' ');
}

const STEP_TEXTS = {
  read: 'store.failed.read',
  create: 'store.failed.create',
  bind: 'store.failed.bind',
  rename: 'store.failed.verify',
  verify: 'store.failed.verify',
  edit: 'store.failed.edit',
  save: 'store.failed.edit',
} as const;

function failedText({ step, failure, undone }: Failed): string {
  const parts = [t(STEP_TEXTS[step]), failureReason(failure)];
  if (undone.kind === 'removed') parts.push(t('store.undone'));
  if (step === 'create' && undone.kind === 'nothing-to-undo' && isUnanswered(failure))
    parts.push(t('store.looksAgain'));
  // Whoever removed the credential of an edit that was made would remove the only copy of the value.
  if (undone.kind === 'left-behind' && !mayBeEdited({ step, failure }))
    parts.push(t('store.leftBehind', undone.credentialName));
  return parts.join(' ');
}

/** The editor failed in a way that does not say whether the edit was made. */
function mayBeEdited({ step, failure }: Pick<Failed, 'step' | 'failure'>): boolean {
  return step === 'edit' && typeof failure === 'object';
}

function isUnanswered(failure: Failed['failure']): boolean {
  return typeof failure === 'object' && (failure.kind === 'network' || failure.kind === 'timeout');
}

function failureReason(failure: Failure | 'changed' | 'refused'): string {
  if (failure === 'changed') return t('edit.changed');
  if (failure === 'refused') return t('edit.refused');
  if (failure.kind === 'not-verified') return t('store.notVerified');
  if (failure.kind === 'unexpected') return t('store.unexpected');
  return cloudFailureText(failure.kind, failure.facts);
}
