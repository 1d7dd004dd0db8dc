import type { MessageId } from '../../../src/base/messageIds.ts';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { Random } from '../../bench/support/random.ts';
import { planOf } from '../../genesys/remedies/support/equivalence.ts';
import type { DataAction } from '../../genesys/remedies/support/requestPlaces.ts';
import { VELOCITY_PLACES } from './places.ts';
import { heavyValue, password } from './values.ts';

/** A fix of one value in one place, or that there is none. */
export interface Case {
  readonly place: string;
  readonly value: string;
  readonly outcome: 'fixed' | 'refused' | 'not-found';
  /** Templates that the fix changes, before and after it; all, where it is refused. */
  readonly templates: readonly (readonly [string, string])[];
  /** What is stored. */
  readonly fields: Readonly<Record<string, string>>;
  readonly isMeaning: boolean;
  /** Why it was refused. */
  readonly reasons: readonly MessageId[];
}

/**
 * Fixes seeded values in all places.
 * @param perPlace values heavy in signs for each place
 * @param passwords drawn passwords, each in a random place
 */
export function* velocityCases(perPlace: number, passwords: number, seed = 1): Generator<Case> {
  const random = new Random(seed);
  for (const { name, action } of VELOCITY_PLACES) {
    for (let n = 0; n < perPlace; n++) yield caseOf(name, action, heavyValue(random));
  }
  for (let n = 0; n < passwords; n++) {
    const { name, action } = random.pick(VELOCITY_PLACES);
    yield caseOf(name, action, password(random));
  }
}

function caseOf(place: string, make: (value: string) => DataAction, value: string): Case {
  const before = make(value);
  const text = JSON.stringify(before, null, 2);
  const plan = planOf(text, before.integrationType);
  const reasons = plan.left.map(({ reason }) => reason);
  const none = { place, value, templates: [], fields: {}, isMeaning: false, reasons };
  if (plan.replacements.length === 0) {
    if (plan.left.length === 0) return { ...none, outcome: 'not-found' };
    return { ...none, outcome: 'refused', templates: templatesOf(before).map((template) => [template, template]) };
  }
  const after = templatesOf(JSON.parse(applyEdits(text, plan.edits)) as DataAction);
  const pairs = templatesOf(before).map((template, i) => [template, after[i] ?? ''] as const);
  return {
    ...none,
    outcome: 'fixed',
    templates: pairs.filter(([template, changed]) => template !== changed),
    fields: Object.fromEntries(plan.fields.map((field) => [field.name, field.value.reveal()])),
    isMeaning: plan.replacements.some(({ sameness }) => sameness === 'meaning'),
  };
}

function templatesOf({ config: { request } }: DataAction): readonly string[] {
  return [request.requestUrlTemplate, request.requestTemplate, ...Object.values(request.headers)];
}
