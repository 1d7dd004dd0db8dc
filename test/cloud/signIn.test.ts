import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { type Answer, failureOf, type ScriptedOrg, scriptedOrg, signedIn } from './support/scriptedOrg.ts';

const ORGANIZATION = { json: { id: '1', name: 'Northwind' } };

describe('a sign-in', () => {
  it('sends a form with the client in the header', async () => {
    const org = await scriptedOrg();
    const secret = randomUUID();
    await signedIn(org, { clientId: 'client', clientSecret: new Sensitive(secret) });
    const [{ method, headers, body } = { method: '', headers: {}, body: '' }] = org.logins;
    expect([method, headers['content-type'], body]).toEqual([
      'POST',
      'application/x-www-form-urlencoded',
      'grant_type=client_credentials',
    ]);
    expect(headers.authorization).toBe(`Basic ${Buffer.from(`client:${secret}`).toString('base64')}`);
  });

  it.each<[string, Answer]>([
    ['refused in the shape of OAuth', { status: 401, json: { error: 'invalid_client', error_description: 'no' } }],
    ['answered without a token', { json: { expires_in: 60 } }],
    ['answered with a page', { text: '<h1>Welcome to the hotel</h1>' }],
    ['answered with a status only', { status: 400 }],
  ])('fails when it is %s', async (_name, answer) => {
    const secret = randomUUID();
    const org = await scriptedOrg({ login: () => answer });
    const error = await failureOf(signedIn(org, { clientSecret: new Sensitive(secret) }));
    expect(error).toMatchObject({ name: 'CloudError', kind: 'login' });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
    expect(org.logins).toHaveLength(1);
  });

  it('does not show a client secret that the org repeats', async () => {
    const secret = randomUUID();
    const login = (): Answer => ({ status: 401, json: { error: secret, contextId: secret, message: secret } });
    const error = await failureOf(signedIn(await scriptedOrg({ login }), { clientSecret: new Sensitive(secret) }));
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  });

  it('is renewed once for calls that meet the expired token together, and never twice for one call', async () => {
    const unauthorised: Answer = { status: 401, json: { code: 'bad.credentials' } };
    const org = await scriptedOrg({ answers: [unauthorised] });
    const { client } = await signedIn(org);
    const errors = await Promise.all([failureOf(client.organization()), failureOf(client.organization())]);
    for (const error of errors) expect(error).toMatchObject({ kind: 'api', facts: { status: 401 } });
    expect([org.seen.length, org.logins.length]).toEqual([4, 2]);
  });

  it('that renews a token ends for the call that is cancelled, and for that call only', async () => {
    const controller = new AbortController();
    let resume = (): void => {};
    const resumed = new Promise<void>((resolve) => {
      resume = resolve;
    });
    let isWaiting = false;
    const isBusy = (): boolean => org.seen.length > 0 && !isWaiting;
    const org: ScriptedOrg = await scriptedOrg({
      answers: [{ status: 401 }, { status: 401 }, ORGANIZATION],
      login: () => (isBusy() ? { status: 429 } : { json: { access_token: randomUUID() } }),
    });
    const sleep = (): Promise<void> => {
      isWaiting = true;
      return resumed;
    };
    const { client } = await signedIn(org, { sleep });
    const both = [failureOf(client.organization(controller.signal)), client.organization()] as const;
    await expect.poll(() => isWaiting && org.seen.length).toBe(2);
    controller.abort();
    expect(await both[0]).toMatchObject({ kind: 'aborted' });
    resume();
    expect(await both[1]).toMatchObject({ name: 'Northwind' });
  });
});
