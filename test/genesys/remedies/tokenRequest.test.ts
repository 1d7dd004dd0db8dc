import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { planTokenRequest, type TokenMembers, takeTokenFromAuth } from '../../../src/genesys/remedies/tokenRequest.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { renderTemplate } from '../../../src/genesys/velocity/render.ts';
import { drawn } from '../support/values.ts';

const secret = drawn(41);
const FORM = `grant_type=client_credentials&client_id=svc-orders&client_secret=${secret}`;

interface Parts {
  readonly request?: object;
  readonly response?: object;
  readonly more?: object;
  readonly config?: object;
}

function tokenAction({ request, response, more, config }: Parts = {}): string {
  const asked = {
    requestUrlTemplate: 'https://login.example.com/oauth/token',
    requestType: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    requestTemplate: FORM,
    ...request,
  };
  const answer = { translationMap: {}, successTemplate: `$${'{rawResult}'}`, ...response };
  const kind = { integrationType: 'custom-rest-actions', actionType: 'custom', ...more };
  return JSON.stringify(
    { name: 'Get Token', ...kind, config: { request: asked, response: answer, ...config } },
    null,
    2,
  );
}

function planned(parts: Parts = {}) {
  const text = tokenAction(parts);
  const { detections } = scanDocument({ name: 'Get-Token.custom.json', text });
  const plan = planTokenRequest({ text, detections }, renderTemplate);
  return plan && { ...plan, after: JSON.parse(applyEdits(text, plan.document.edits)) };
}

const ref = (path: string): string => `$${`{${path}}`}`;

describe('a token request made by hand', () => {
  it('becomes the custom auth action, with its secret in the credential', () => {
    const plan = planned();
    expect(plan?.after.actionType).toBe('customAuth');
    expect(plan?.after.config.request.requestTemplate).toBe(
      `grant_type=client_credentials&client_id=svc-orders&client_secret=$esc.urlFormEncode(${ref('credentials.clientSecret')})`,
    );
    expect(plan?.fields.map(({ name, value }) => [name, value.reveal()])).toEqual([['clientSecret', secret]]);
    expect(plan?.after.config.request.headers).toEqual({ 'Content-Type': 'application/x-www-form-urlencoded' });
  });

  it('may say who it is in a Basic header', () => {
    const Authorization = `Basic ${Buffer.from(`svc-orders:${secret}`).toString('base64')}`;
    const plan = planned({ request: { headers: { Authorization }, requestTemplate: 'grant_type=client_credentials' } });
    expect(plan?.after.config.request.headers.Authorization).toContain('$encoding.base64(');
    expect(plan?.fields.map(({ value }) => value.reveal())).toContain(secret);
  });

  it.each([
    ['in JSON', { requestTemplate: JSON.stringify({ grant_type: 'client_credentials', client_secret: secret }) }],
    ['in the URL', { requestUrlTemplate: `https://login.example.com/token?${FORM}`, requestTemplate: '' }],
    [
      'in a header',
      { headers: { grant_type: 'client_credentials' }, requestTemplate: JSON.stringify({ client_secret: secret }) },
    ],
    ['of a user', { requestTemplate: `grant_type=password&username=svc&password=${secret}` }],
  ])('is known by its grant %s', (_where, request) => {
    expect(planned({ request })?.fields.map(({ value }) => value.reveal())).toContain(secret);
  });

  it('loses the time limit, which a custom auth action cannot have', () => {
    expect(planned({ config: { timeoutSeconds: 20 } })?.after.config).not.toHaveProperty('timeoutSeconds');
  });

  it.each<readonly [string, Parts]>([
    ['another grant', { request: { requestTemplate: FORM.replace('client_credentials', 'refresh_token') } }],
    ['what a flow gives it', { request: { requestTemplate: `${FORM}&scope=${ref('input.scope')}` } }],
    ['no literal', { request: { requestTemplate: 'grant_type=client_credentials' } }],
    ['a custom auth action', { more: { actionType: 'customAuth' } }],
    ['another type of integration', { more: { integrationType: 'function-data-actions' } }],
    [
      'a literal that no reference can replace',
      { response: { translationMapDefaults: { client_secret: `"${secret}"` } } },
    ],
  ])('is not one with %s', (_what, parts) => {
    expect(planned(parts)).toBeUndefined();
  });

  it.each<readonly [string, object, object | undefined]>([
    ['as it is', {}, { accessToken: 'access_token', tokenType: 'token_type' }],
    [
      'under another name',
      {
        translationMap: { tok: '$.access_token', left: '$.expires_in' },
        successTemplate: `{"left": ${ref('left')}, "token": "${ref('tok')}"}`,
      },
      { accessToken: 'token' },
    ],
    [
      'through an escape',
      { translationMap: { t: "$['access_token']" }, successTemplate: `{ "jwt": $esc.jsonEncode(${ref('t')}) }` },
      { accessToken: 'jwt' },
    ],
    ['not at all', { successTemplate: '{ "ok": true }' }, undefined],
  ])('passes its token on %s', (_how, response, token) => {
    expect(planned({ response })?.token).toEqual(token);
  });
});

const RAW = { accessToken: 'access_token', tokenType: 'token_type' };

function taken(headers: Readonly<Record<string, string>>, token: TokenMembers = RAW, more: object = {}) {
  const kind = { integrationType: 'custom-rest-actions', actionType: 'custom', ...more };
  const text = JSON.stringify({ name: 'Orders', ...kind, config: { request: { headers } } });
  return JSON.parse(applyEdits(text, takeTokenFromAuth(text, token))).config.request.headers;
}

describe('an action whose token a flow gives it', () => {
  it.each([
    [`Bearer ${ref('input.token')}`, `Bearer ${ref('authResponse.access_token')}`],
    [`bearer $!${'{input.accessToken}'}`, `bearer ${ref('authResponse.access_token')}`],
    [ref('input.token'), ref('authResponse.access_token')],
    [
      `${ref('input.type')} ${ref('input.token')}`,
      `${ref('authResponse.token_type')} ${ref('authResponse.access_token')}`,
    ],
  ])('takes it from the custom auth action: %s', (before, after) => {
    expect(taken({ Accept: 'a', authorization: before })).toEqual({ Accept: 'a', authorization: after });
  });

  it('takes the member that the custom auth action has', () => {
    expect(taken({ Authorization: `Bearer ${ref('input.token')}` }, { accessToken: 'jwt' })).toEqual({
      Authorization: `Bearer ${ref('authResponse.jwt')}`,
    });
  });

  it.each<readonly [string, Readonly<Record<string, string>>, object]>([
    ['a Basic header', { Authorization: `Basic ${ref('input.basic')}` }, {}],
    ['a literal', { Authorization: 'Bearer abc' }, {}],
    ['something around it', { Authorization: `Bearer x${ref('input.token')}` }, {}],
    ['another header', { 'X-Token': ref('input.token') }, {}],
    [
      'another type of integration',
      { Authorization: ref('input.token') },
      { integrationType: 'purecloud-data-actions' },
    ],
    ['the custom auth action', { Authorization: ref('input.token') }, { actionType: 'customAuth' }],
  ])('stays as it is with %s', (_what, headers, more) => {
    expect(taken(headers, RAW, more)).toEqual(headers);
  });

  it('stays as it is where the type of the token is not known', () => {
    const headers = { Authorization: `${ref('input.type')} ${ref('input.token')}` };
    expect(taken(headers, { accessToken: 'token' })).toEqual(headers);
  });
});
