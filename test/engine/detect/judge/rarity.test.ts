import { describe, expect, it } from 'vitest';
import { isRare, rarity } from '../../../../src/engine/detect/judge/rarity.ts';
import { ALPHANUMERIC, DIGITS, HEX, LOWER } from '../support/literals.ts';
import { randomText, seeded } from '../support/tokenGenerator.ts';

const WORDS = `customerIdentifier conversationId getAuthorizationCode ExternalContactOrganization userParams
  participantAttributes InitialGreetingPrompt callback_scheduled_time mickelsen051599__Policy_Number__c QueueOverflowThreshold
  inboundCallTasksTaskNumber10 emergency-group-status WeekendOpeningHours translationMapDefaults application/json
  architectScheduleEvaluation salesforceCaseManagement DIGITAL_BOT_FALLBACK enUsNeuralVoice RetrieveCustomerByPhone
  Kundenservicewarteschlange atendimentoAoCliente rendezVousTelephonique numeroDeTelefono Warteschleifenansage
  interaction.participants.attributes /api/v2/conversations/callbacks V2Contact_ListColumn SEQ_MENU_03_OPTION_2
  createdByUserWithUnknownDepartment https://api.mypurecloud.com/api/v2/users inventoryStatusDescription`.split(/\s+/);

function share(alphabet: string, length: number): number {
  const random = seeded(length);
  const drawn = Array.from({ length: 1000 }, () => randomText(random, alphabet, length));
  return drawn.filter(isRare).length / drawn.length;
}

describe('rarity', () => {
  it('takes no word, identifier, path or address for drawn', () => {
    expect(WORDS.filter(isRare)).toEqual([]);
  });

  it('takes drawn letters and digits for drawn, the surer the longer', () => {
    expect(share(ALPHANUMERIC, 12)).toBeGreaterThan(0.85);
    expect(share(ALPHANUMERIC, 16)).toBeGreaterThan(0.95);
    expect(share(ALPHANUMERIC, 24)).toBeGreaterThan(0.99);
    expect(share(LOWER + DIGITS, 20)).toBeGreaterThan(0.98);
    expect(share(`${ALPHANUMERIC}+/`, 40)).toBe(1);
  });

  it('takes drawn hexadecimal for drawn', () => {
    expect(share(HEX, 20)).toBeGreaterThan(0.9);
    expect(share(HEX, 32)).toBeGreaterThan(0.99);
  });

  it('does not take numbers for drawn', () => {
    expect(isRare('4155550123')).toBe(false);
    expect(isRare('20261123093000')).toBe(false);
  });

  it('tells better than entropy', () => {
    const drawn = randomText(seeded(3), HEX, 24);
    expect(entropy('getCustomerQueueBySkill')).toBeGreaterThan(entropy(drawn));
    expect(rarity('getCustomerQueueBySkill')).toBeLessThan(rarity(drawn));
  });

  it('is nothing for an empty text', () => {
    expect(rarity('')).toBe(0);
  });
});

function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return -[...counts.values()].reduce((sum, count) => sum + (count / text.length) * Math.log2(count / text.length), 0);
}
