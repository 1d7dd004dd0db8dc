import { describe, expect, it } from 'vitest';
import { failureOf, scriptedOrg, signedIn } from './support/scriptedOrg.ts';

const LEAD = 'Unable to perform the requested action.';

async function factsOf(json: object) {
  const { client } = await signedIn(await scriptedOrg({ answers: [{ status: 403, json }] }));
  const error = await failureOf(client.organization());
  return (error as { facts: object }).facts;
}

describe('a refusal', () => {
  it('names the permission that is missing', async () => {
    const message = `${LEAD} You are missing the following permission(s): integrations:integration:add`;
    expect(await factsOf({ code: 'missing.permissions', message })).toMatchObject({
      permissions: ['integrations:integration:add'],
      needs: 'all',
    });
  });

  it('names those of which one is enough, once each', async () => {
    const permissions = 'integrations:action:view, bridge:actions:view';
    const message = `${LEAD} You must have at least one of the following permissions assigned: ${permissions}`;
    expect(await factsOf({ code: 'missing.any.permissions', message, messageParams: { permissions } })).toMatchObject({
      permissions: ['integrations:action:view', 'bridge:actions:view'],
      needs: 'any',
    });
  });

  it('names the scope that the OAuth client lacks', async () => {
    expect(await factsOf({ code: 'forbidden', message: 'Missing scope: [integrations]' })).toMatchObject({
      scopes: ['integrations'],
    });
  });

  it.each([
    ['Missing scope: organization:readonly', ['organization:readonly']],
    ['Missing any of the scopes [users, users:readonly]', ['users', 'users:readonly']],
    ['A scope is missing.', []],
    ['The scope something:else is missing.', []],
  ])('names no other: %s', async (message, scopes) => {
    expect(await factsOf({ code: 'forbidden', message })).toMatchObject({ scopes });
  });

  it.each([{}, { message: 'no' }, { message: 7, messageParams: 'x' }, { message: 'see http://a.b:80:90/' }])(
    'that names nothing (%o) has nothing',
    async (json) => {
      const facts = await factsOf(json);
      expect(facts).not.toHaveProperty('permissions');
      expect(facts).not.toHaveProperty('scopes');
    },
  );

  it('is read in linear time', async () => {
    const started = performance.now();
    await factsOf({ message: 'a:'.repeat(500_000) });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
