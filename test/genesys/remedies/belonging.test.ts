import { expect, it } from 'vitest';
import { type Belonging, type BelongingFacts, belongingOf } from '../../../src/genesys/remedies/belonging.ts';

const CRM = { id: 'crm', name: 'CRM' };
const ACTIONS = [
  { name: 'Create Case', integrationId: 'crm' },
  { name: 'Find Order', integrationId: 'orders' },
  { name: 'Ping', integrationId: 'crm' },
  { name: 'Ping', integrationId: 'orders' },
  { name: 'Nowhere' },
];
const ITS: Belonging = { kind: 'its' };
const UNKNOWN: Belonging = { kind: 'unknown' };

const cases: readonly [why: string, facts: Partial<BelongingFacts>, expected: Belonging][] = [
  ['the author said so', { said: 'crm', name: 'Find Order' }, ITS],
  ['the author said another one', { said: 'orders', name: 'Create Case' }, { kind: 'another', ids: ['orders'] }],
  ['the org has the action in it', { name: 'Create Case' }, ITS],
  ['also under the name of an export', { name: 'Create Case - Exported 2026-01-31 @ 9:05' }, ITS],
  ['the org has it in another one', { name: 'Find Order', category: 'CRM' }, { kind: 'another', ids: ['orders'] }],
  ['the org has one of that name in it, too', { name: 'Ping' }, ITS],
  ['the category is its name', { name: 'New', category: 'CRM' }, ITS],
  ['the category is another word', { name: 'New', category: 'Customers' }, UNKNOWN],
  ['the org does not say where the action is', { name: 'Nowhere' }, UNKNOWN],
  ['nothing is known', {}, UNKNOWN],
];

it.each(cases)('belongs where %s', (_, facts, expected) => {
  const known = { said: undefined, name: undefined, category: undefined, ...facts };
  expect(belongingOf(known, ACTIONS, CRM)).toEqual(expected);
});

it('goes by the category where only a name is known', () => {
  const facts = { said: undefined, name: 'Find Order', category: 'CRM' };
  expect(belongingOf(facts, ACTIONS, { name: 'CRM' })).toEqual(ITS);
  expect(belongingOf(facts, ACTIONS, { name: 'Other' })).toEqual(UNKNOWN);
});
