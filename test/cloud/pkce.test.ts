import { createHash, randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { newAuthorization, pastedAnswer, redirectAnswer } from '../../src/cloud/index.ts';
import { failureOf } from './support/scriptedOrg.ts';

const AT = { key: 'eu_central_1', domain: 'mypurecloud.de' };
const REDIRECT = 'http://127.0.0.1:47811/signed-in';

describe('a sign-in in the browser', () => {
  it('opens the login of the region, with the hash of a verifier that is not in the address', async () => {
    const { url, state, verifier } = await newAuthorization(AT, 'client', REDIRECT);
    const { origin, pathname, searchParams } = new URL(url);
    expect([origin, pathname]).toEqual(['https://login.mypurecloud.de', '/oauth/authorize']);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'client',
      redirect_uri: REDIRECT,
      response_type: 'code',
      code_challenge: createHash('sha256').update(verifier.reveal()).digest('base64url'),
      code_challenge_method: 'S256',
      state,
    });
    expect(verifier.reveal()).toMatch(/^[\w-]{43}$/);
    expect(url).not.toContain(verifier.reveal());
  });

  it('has a state and a verifier of its own', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => newAuthorization(AT, 'client', REDIRECT)));
    expect(a?.state).not.toBe(b?.state);
    expect(a?.verifier.reveal()).not.toBe(b?.verifier.reveal());
  });

  it('goes nowhere but to Genesys Cloud', async () => {
    const at = { key: 'x', domain: 'mypurecloud.de.example' };
    expect(await failureOf(newAuthorization(at, 'client', REDIRECT))).toMatchObject({ kind: 'blocked' });
  });
});

describe('its answer', () => {
  const code = randomUUID();
  const state = randomUUID();

  it.each([
    `${REDIRECT}?code=${code}&state=${state}`,
    `vscode://a.b/signed-in?state=${state}&code=${code}#done`,
    `code=${code}&state=${state}`,
  ])('is a code', (address) => {
    const answer = redirectAnswer(address, state);
    expect(typeof answer === 'object' && answer.code.reveal()).toBe(code);
    expect(inspect(answer)).not.toContain(code);
  });

  it.each([
    '',
    REDIRECT,
    `${REDIRECT}?code=${code}`,
    `${REDIRECT}?code=${code}&state=${randomUUID()}`,
    `${REDIRECT}?code=${code}&state=`,
  ])('is none with another state (%#)', (address) => {
    expect(redirectAnswer(address, state)).toBeUndefined();
    expect(pastedAnswer(address, state)).toBeUndefined();
  });

  it('is a no', () => {
    expect(redirectAnswer(`${REDIRECT}?error=access_denied&state=${state}`, state)).toBe('refused');
  });

  it.each([code, ` ${code}\n`, `${REDIRECT}?code=${code}&state=${state}`])('can be pasted (%#)', (pasted) => {
    const answer = pastedAnswer(pasted, state);
    expect(typeof answer === 'object' && answer.code.reveal()).toBe(code);
  });
});
