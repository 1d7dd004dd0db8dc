import { describe, expect, it } from 'vitest';
import type { Answers } from '../support/author.ts';
import type { Misbehaviour } from '../support/misbehaving.ts';
import { secret } from '../support/values.ts';
import { Desk } from './support/atDesk.ts';

const PAYMENTS = 'Northwind Payments';
const OTHER = 'Northwind Booking API';
const [ENTER, PAGE, REVOKED] = ['Enter All Values…', 'Open the Page', 'It Is Revoked'];

/** Somebody to whom the rotation of one integration is due. */
async function due(misbehaves?: Misbehaviour): Promise<Desk> {
  const desk = new Desk(misbehaves ? { misbehaves } : {});
  const { id, name } = desk.practice.org.snapshot().organization;
  await desk.rotations.add({
    id: 'due',
    org: `PRACTICE · ${name}`,
    integration: PAYMENTS,
    orgId: id,
    integrationId: desk.practice.boundIn(PAYMENTS).id,
    fields: ['secretKey'],
    files: ['a.json'],
    stored: '2026-01-02T03:04:05.000Z',
    tokens: ['Stripe secret key'],
    history: { commits: 3, pushed: 'yes' },
  });
  return desk;
}

const retyped = (...presses: string[]): Required<Pick<Answers, 'inputs' | 'picks' | 'presses'>> => ({
  picks: [PAYMENTS],
  presses: [ENTER, ...presses],
  inputs: [secret(), secret()],
});

const dueIn = async (desk: Desk): Promise<string[]> => (await desk.rotations.due()).map(({ id }) => id);

describe('Rotate', () => {
  it('changes nothing until the last question is answered', async () => {
    const desk = await due();
    const before = desk.practice.boundIn(PAYMENTS);
    const shown = await desk.run('rotate', [], retyped());
    expect(desk.practice.boundIn(PAYMENTS)).toEqual(before);
    expect(shown).toContain('Give the integration the new values?');
  });

  it('opens the page of the provider, says how far the value has spread, and shows no value', async () => {
    const desk = await due();
    const answers = retyped(PAGE);
    const shown = await desk.run('rotate', [], answers);
    expect(shown).toMatch(/^https:\/\/dashboard\.stripe\.com\//m);
    expect(shown).toContain('URGENT: 3 commits');
    for (const value of answers.inputs) expect(shown).not.toContain(value);
  });

  it('puts a credential with the new values in the place of the present one, and keeps the list until the old one is revoked', async () => {
    const desk = await due();
    const before = desk.practice.boundIn(PAYMENTS);
    const answers = retyped();
    await desk.run('rotate', [], { ...answers, confirms: true });
    const after = desk.practice.boundIn(PAYMENTS);
    expect(after.values).toEqual({ secretKey: answers.inputs[0], accountId: answers.inputs[1] });
    expect(after.credential).not.toBe(before.credential);
    expect(desk.practice.org.snapshot().credentials.map(({ id }) => id)).toContain(before.credential);
    expect(await dueIn(desk)).toEqual(['due']);
  });

  it('advises to end nothing that another integration still uses', async () => {
    const desk = await due();
    const client = await desk.practice.client();
    const { id } = desk.practice.boundIn(OTHER);
    const config = await client.integrationConfig(id);
    const bound = { basicAuth: { id: desk.practice.boundIn(PAYMENTS).credential } };
    await client.putIntegrationConfig(id, { ...config, credentials: bound });
    const shown = await desk.run('rotate', [], { ...retyped(REVOKED), confirms: true });
    expect(shown).toContain(`still used by ${OTHER}`);
    expect(shown).not.toContain('then revoke the old value');
    expect(shown).not.toContain(REVOKED);
    expect(await dueIn(desk)).toEqual(['due']);
  });

  it('replaces what the org does not show only when the author says that the list is complete', async () => {
    const desk = await due(hidesFields);
    const values = [secret(), secret()];
    const answers = { picks: [PAYMENTS], presses: [ENTER], inputs: ['secretKey, accountId', ...values] };
    const shown = await desk.run('rotate', [], answers);
    expect(shown).toContain('is lost for every action');
    expect(shown).not.toContain('Give the');
    await desk.run('rotate', [], { ...answers, confirms: true });
    expect(desk.practice.boundIn(PAYMENTS).values).toEqual({ secretKey: values[0], accountId: values[1] });
  });

  it('takes it from the list when the author says that it is revoked', async () => {
    const desk = await due();
    await desk.run('rotate', [], { ...retyped(REVOKED), confirms: true });
    expect(await dueIn(desk)).toEqual([]);
  });
});

/** An org that shows no names of fields. */
const hidesFields: Misbehaviour = async (request, answer) => {
  const given = await answer(request);
  if (request.method !== 'GET' || !/\/credentials\/[^/]+$/.test(new URL(request.url).pathname)) return given;
  const { credentialFields: _hidden, ...shown } = (await given.json()) as Readonly<Record<string, unknown>>;
  return Response.json(shown, { status: given.status });
};
