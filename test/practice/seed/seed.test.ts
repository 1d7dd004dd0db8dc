import { describe, expect, it } from 'vitest';
import { seedPracticeOrg } from '../../../src/practice/seed/seed.ts';
import { counter, sampleOrg } from '../sampleOrg.ts';

describe('the sample org', () => {
  it('has a starting point of each kind', () => {
    const { state } = seedPracticeOrg({ newId: counter(), now: () => '2026-01-01T00:00:00Z' });
    const held = state.integrations.map(({ typeId, config }) => {
      const [id] = Object.values(config.credentials);
      return `${typeId}: ${state.credentials.find((credential) => credential.id === id)?.typeName ?? 'empty'}`;
    });
    expect(held.toSorted()).toEqual([
      'aws-lambda-data-actions: amazonWebServicesARN',
      'custom-rest-actions: basicAuth',
      'custom-rest-actions: empty',
      'custom-rest-actions: empty',
      'custom-rest-actions: empty',
      'custom-rest-actions: empty',
      'custom-rest-actions: empty',
      'custom-rest-actions: userDefined',
      'custom-rest-actions: userDefinedOAuth',
      'function-data-actions: empty',
      'purecloud-data-actions: pureCloudOAuthClient',
    ]);
  });

  it('has only actions that resolve with what their integration holds', async () => {
    const { org } = await sampleOrg();
    for (const { id, published } of org.snapshot().actions) {
      expect(org.renderRequest(id, {}), published?.name).toMatchObject({ ok: true });
    }
  });

  it('takes every id and value from outside', () => {
    const now = () => '2026-01-01T00:00:00Z';
    const [one, two] = ['a', 'b'].map((prefix) => {
      const newId = counter();
      return seedPracticeOrg({ newId: () => `${prefix}${newId()}`, now });
    });
    const values = (seed: typeof one) => [...(seed?.values.values() ?? [])].flatMap((fields) => Object.values(fields));
    const shared = values(one).filter((value) => values(two).includes(value));
    expect(shared.every((value) => value.startsWith('https://'))).toBe(true);
  });
});
