import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPracticeOrg, PRACTICE_PERMISSIONS, seedPracticeOrg } from '../../../src/practice/index.ts';
import { counter, renderVelocity } from '../sampleOrg.ts';

const LOGIN = 'https://login.practice.genesys.invalid';
const API = 'https://api.practice.genesys.invalid';
const REDIRECT = 'http://127.0.0.1:47811/signed-in';

function orgWith({ refreshes = true, clock = { time: '2026-01-01T00:00:00Z' } } = {}) {
  const newId = counter();
  const now = () => clock.time;
  const { state, values } = seedPracticeOrg({ newId, now });
  const user = { name: 'Jo <b>', redirectUris: [REDIRECT], refreshes };
  const client = { id: 'pkce', secret: randomUUID(), name: 'Secrets', permissions: PRACTICE_PERMISSIONS, user };
  const org = createPracticeOrg({ seed: state, values, render: renderVelocity, newId, now, clients: [client] });
  const verifier = randomUUID() + randomUUID();
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const query = {
    client_id: 'pkce',
    redirect_uri: REDIRECT,
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'a&b<c>',
  };
  const open = (changed: object = {}) =>
    org.handle(new Request(`${LOGIN}/oauth/authorize?${new URLSearchParams({ ...query, ...changed })}`));
  const press = async (page: Response, answer: string) => {
    const id = /name="page" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const body = new URLSearchParams({ page: id, answer });
    const pressed = await org.handle(new Request(`${LOGIN}/oauth/authorize`, { method: 'POST', body }));
    return new URL(pressed.headers.get('location') ?? 'x:none').searchParams;
  };
  const token = async (form: Record<string, string>) => {
    const answer = await org.handle(
      new Request(`${LOGIN}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) }),
    );
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };
  const redeem = (code: string | null, changed: object = {}) =>
    token({
      grant_type: 'authorization_code',
      client_id: 'pkce',
      code: code ?? '',
      redirect_uri: REDIRECT,
      code_verifier: verifier,
      ...changed,
    });
  return { org, client, open, press, token, redeem };
}

describe('the page', () => {
  it('says who asks, and repeats nothing of the request', async () => {
    const { open } = orgWith();
    const page = await open();
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('<b>Secrets</b>');
    expect(text).toContain('Jo &#60;b&#62;');
    expect(text).not.toContain('a&b');
  });

  it('goes back with a code and the state it was given', async () => {
    const { open, press } = orgWith();
    const back = await press(await open(), 'allow');
    expect(back.get('state')).toBe('a&b<c>');
    expect(back.get('code')).toBeTruthy();
  });

  it('goes back without a code after a no', async () => {
    const { open, press } = orgWith();
    expect(Object.fromEntries(await press(await open(), 'deny'))).toEqual({ error: 'access_denied', state: 'a&b<c>' });
  });

  it.each([{ client_id: 'other' }, { redirect_uri: 'http://127.0.0.1:47811/other' }])(
    'goes nowhere for %o',
    async (changed) => {
      const { open } = orgWith();
      const page = await open(changed);
      expect([page.status, page.headers.get('location')]).toEqual([400, null]);
    },
  );

  it.each([{ code_challenge_method: 'plain' }, { code_challenge: '' }, { response_type: 'token' }])(
    'is refused to %o',
    async (changed) => {
      const { open } = orgWith();
      const location = (await open(changed)).headers.get('location') ?? '';
      expect(new URL(location).searchParams.get('error')).toBe('invalid_request');
    },
  );

  it('is answered once', async () => {
    const { open, press } = orgWith();
    const page = await open();
    await press(page.clone(), 'allow');
    expect([...(await press(page, 'allow'))]).toEqual([]);
  });
});

describe('a code', () => {
  it('is exchanged for tokens of the user', async () => {
    const { org, open, press, redeem } = orgWith();
    const { status, body } = await redeem((await press(await open(), 'allow')).get('code'));
    expect(status).toBe(200);
    const me = await org.handle(
      new Request(`${API}/api/v2/users/me`, { headers: { authorization: `Bearer ${body.access_token}` } }),
    );
    expect(await me.json()).toMatchObject({ name: 'Jo <b>' });
  });

  it.each([{ code_verifier: 'another' }, { redirect_uri: 'http://127.0.0.1:1/' }, { client_id: 'other' }])(
    'is refused with %o, and used up',
    async (changed) => {
      const { open, press, redeem } = orgWith();
      const code = (await press(await open(), 'allow')).get('code');
      expect(await redeem(code, changed)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
      expect((await redeem(code)).status).toBe(400);
    },
  );

  it('ends after five minutes', async () => {
    const clock = { time: '2026-01-01T00:00:00Z' };
    const { open, press, redeem } = orgWith({ clock });
    const code = (await press(await open(), 'allow')).get('code');
    clock.time = '2026-01-01T00:05:00Z';
    expect((await redeem(code)).status).toBe(400);
  });

  it('stands in no log', async () => {
    const { org, open, press, redeem } = orgWith();
    const code = (await press(await open(), 'allow')).get('code') ?? 'none';
    await redeem(code);
    expect(JSON.stringify(org.log)).not.toContain(code);
    expect(org.log.map(({ path }) => path)).toContain('/oauth/authorize');
  });
});

describe('a refresh token', () => {
  it('gives new tokens, once', async () => {
    const { open, press, redeem, token } = orgWith();
    const { body } = await redeem((await press(await open(), 'allow')).get('code'));
    const form = { grant_type: 'refresh_token', client_id: 'pkce', refresh_token: body.refresh_token ?? '' };
    expect(await token(form)).toMatchObject({ status: 200, body: { refresh_token: expect.any(String) } });
    expect(await token(form)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('is not issued where it is not to be', async () => {
    const { open, press, redeem } = orgWith({ refreshes: false });
    expect((await redeem((await press(await open(), 'allow')).get('code'))).body).not.toHaveProperty('refresh_token');
  });
});

describe('a token', () => {
  it('ends when its user asks for that', async () => {
    const { org, open, press, redeem } = orgWith();
    const { body } = await redeem((await press(await open(), 'allow')).get('code'));
    const me = (method: string) =>
      org.handle(
        new Request(`${API}/api/v2/tokens/me`, { method, headers: { authorization: `Bearer ${body.access_token}` } }),
      );
    expect((await me('DELETE')).status).toBe(204);
    expect((await me('GET')).status).toBe(401);
  });

  it('is not given to the client itself', async () => {
    const { org, client } = orgWith();
    const headers = { authorization: `Basic ${btoa(`pkce:${client.secret}`)}` };
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    const answer = await org.handle(new Request(`${LOGIN}/oauth/token`, { method: 'POST', headers, body }));
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'unauthorized_client' }]);
  });
});
