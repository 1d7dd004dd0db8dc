import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { connectUser, redeemCode, type TokenKeeper, type Tokens } from '../../src/cloud/index.ts';
import { type Answer, failureOf, type ScriptedOrg, scriptedOrg } from './support/scriptedOrg.ts';

const ORGANIZATION = { json: { id: '1', name: 'Northwind' } };
const EXPIRED: Answer = { status: 401, json: { code: 'bad.credentials' } };

function tokens(refresh?: string): Tokens {
  return { access: new Sensitive(randomUUID()), ...(refresh ? { refresh: new Sensitive(refresh) } : {}) };
}

function keeper(first?: Tokens): TokenKeeper & { now: Tokens | undefined } {
  const kept = {
    now: first,
    kept: async () => kept.now,
    keep: async (next: Tokens) => {
      kept.now = next;
    },
  };
  return kept;
}

function reach({ origin }: ScriptedOrg) {
  const fetch = (request: Request) => globalThis.fetch(request);
  return { at: { origin }, clientId: 'client', fetch, sleep: async () => {} };
}

describe('a code', () => {
  function redeem(org: ScriptedOrg, code = new Sensitive(randomUUID()), verifier = new Sensitive(randomUUID())) {
    return redeemCode({ ...reach(org), code, verifier, redirectUri: 'http://127.0.0.1:1/x' });
  }

  it('is exchanged with its verifier and without a client secret', async () => {
    const refresh_token = randomUUID();
    const org = await scriptedOrg({ login: () => ({ json: { access_token: 'a', refresh_token } }) });
    const code = new Sensitive(randomUUID());
    const verifier = new Sensitive(randomUUID());
    expect((await redeem(org, code, verifier)).refresh?.reveal()).toBe(refresh_token);
    const [{ headers, body } = { headers: {}, body: '' }] = org.logins;
    expect(headers.authorization).toBeUndefined();
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      grant_type: 'authorization_code',
      client_id: 'client',
      code: code.reveal(),
      redirect_uri: 'http://127.0.0.1:1/x',
      code_verifier: verifier.reveal(),
    });
  });

  it.each<Answer>(['reset', { status: 503 }])('is sent once, whatever happens to it (%o)', async (answer) => {
    const org = await scriptedOrg({ login: () => answer });
    expect(await failureOf(redeem(org))).toMatchObject({ name: 'CloudError' });
    expect(org.logins).toHaveLength(1);
  });

  it('that is refused is not in the error, even if the org repeats it', async () => {
    const code = randomUUID();
    const login = (): Answer => ({ status: 400, json: { error: code, contextId: code, description: code } });
    const error = await failureOf(redeem(await scriptedOrg({ login }), new Sensitive(code)));
    expect(error).toMatchObject({ kind: 'login', facts: { status: 400 } });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(code);
  });
});

describe('a user', () => {
  it('goes on with a token that is kept, without signing in', async () => {
    const org = await scriptedOrg({ answers: [ORGANIZATION] });
    const kept = tokens();
    const client = await connectUser({ ...reach(org), tokens: keeper(kept) });
    await client.organization();
    expect(org.seen[0]?.headers.authorization).toBe(`Bearer ${kept.access.reveal()}`);
    expect(org.logins).toEqual([]);
  });

  it('gets a new token for one that has expired, once, and it is kept', async () => {
    const access_token = randomUUID();
    const org = await scriptedOrg({ answers: [EXPIRED, ORGANIZATION], login: () => ({ json: { access_token } }) });
    const refresh = randomUUID();
    const kept = keeper(tokens(refresh));
    const client = await connectUser({ ...reach(org), tokens: kept });
    expect((await client.organization()).name).toBe('Northwind');
    expect(org.logins.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
      { grant_type: 'refresh_token', refresh_token: refresh, client_id: 'client' },
    ]);
    expect(kept.now?.access.reveal()).toBe(access_token);
    expect(kept.now?.refresh?.reveal()).toBe(refresh);
  });

  it('takes the token that another window has got meanwhile', async () => {
    const org = await scriptedOrg({ answers: [EXPIRED, ORGANIZATION] });
    const kept = keeper(tokens(randomUUID()));
    const client = await connectUser({ ...reach(org), tokens: kept });
    kept.now = tokens();
    await client.organization();
    expect(org.seen[1]?.headers.authorization).toBe(`Bearer ${kept.now.access.reveal()}`);
    expect(org.logins).toEqual([]);
  });

  it('takes it as well when the other window used the refresh token up', async () => {
    const kept = keeper(tokens(randomUUID()));
    const login = (): Answer => {
      kept.now = tokens();
      return { status: 400, json: { error: 'invalid_grant' } };
    };
    const client = await connectUser({
      ...reach(await scriptedOrg({ answers: [EXPIRED, ORGANIZATION], login })),
      tokens: kept,
    });
    expect((await client.organization()).name).toBe('Northwind');
  });

  it('has to sign in again where there is no refresh token, or it is refused', async () => {
    for (const refresh of [undefined, randomUUID()]) {
      const login = (): Answer => ({ status: 400, json: { error: 'invalid_grant' } });
      const org = await scriptedOrg({ answers: [EXPIRED], login });
      const client = await connectUser({ ...reach(org), tokens: keeper(tokens(refresh)) });
      expect(await failureOf(client.organization())).toMatchObject({ kind: 'login' });
      expect([org.seen.length, org.logins.length]).toEqual([1, refresh ? 1 : 0]);
    }
  });

  it('who is signed out is not connected', async () => {
    const org = await scriptedOrg();
    expect(await failureOf(connectUser({ ...reach(org), tokens: keeper() }))).toMatchObject({ kind: 'login' });
  });

  it('is known by name, in an org that may not say so', async () => {
    const answers = ({ path }: { path: string }): Answer =>
      path.endsWith('/users/me')
        ? { json: { name: 'Jo' } }
        : { json: { organization: { id: 'o', name: 'Northwind' }, OAuthClient: { name: 'Secrets' } } };
    const known = await connectUser({ ...reach(await scriptedOrg({ answers })), tokens: keeper(tokens()) });
    expect(await known.identity()).toEqual({
      organization: { id: 'o', name: 'Northwind' },
      user: 'Jo',
      oauthClient: 'Secrets',
    });
    const silent = await scriptedOrg({ answers: [{ status: 403, json: {} }] });
    expect(await (await connectUser({ ...reach(silent), tokens: keeper(tokens()) })).identity()).toEqual({});
  });

  it('ends the token, and signs in to nothing for that', async () => {
    const org = await scriptedOrg({ answers: [EXPIRED] });
    const client = await connectUser({ ...reach(org), tokens: keeper(tokens(randomUUID())) });
    expect(await failureOf(client.endToken())).toMatchObject({ facts: { status: 401 } });
    expect(org.seen.map(({ method, path }) => [method, path])).toEqual([['DELETE', '/api/v2/tokens/me']]);
    expect(org.logins).toEqual([]);
  });
});
