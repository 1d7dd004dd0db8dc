import { describe, expect, it } from 'vitest';
import { createPracticeOrg } from '../../../src/practice/org.ts';
import { seedPracticeOrg } from '../../../src/practice/seed/seed.ts';
import { counter, loginRequest, renderVelocity, sampleOrg, send } from '../sampleOrg.ts';

const ORIGIN = 'https://api.practice.genesys.invalid';

function orgAt(clock: { time: string }) {
  const newId = counter();
  const now = () => clock.time;
  const client = { id: newId(), secret: newId(), name: 'Tester', permissions: [] };
  const { state, values } = seedPracticeOrg({ newId, now });
  return {
    client,
    org: createPracticeOrg({ seed: state, values, render: renderVelocity, newId, now, clients: [client] }),
  };
}

describe('login', () => {
  it('gives a bearer token for client credentials', async () => {
    const { org, client } = orgAt({ time: '2026-01-01T00:00:00Z' });
    const { status, body } = await send(org, loginRequest(client.id, client.secret));
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 86_400, access_token: expect.any(String) });
  });

  it('refuses a wrong secret in the shape of OAuth', async () => {
    const { org, client } = orgAt({ time: '2026-01-01T00:00:00Z' });
    const { status, body } = await send(org, loginRequest(client.id, 'other'));
    expect(status).toBe(401);
    expect(body).toMatchObject({ error: 'invalid_client', error_description: expect.any(String) });
    expect(body).not.toHaveProperty('contextId');
  });

  it.each(['grant_type=password', ''])('refuses the form "%s"', async (form) => {
    const { org, client } = orgAt({ time: '2026-01-01T00:00:00Z' });
    expect((await send(org, loginRequest(client.id, client.secret, form))).status).toBe(400);
  });

  it('refuses a body that is no form', async () => {
    const { org, client } = orgAt({ time: '2026-01-01T00:00:00Z' });
    const request = loginRequest(client.id, client.secret);
    request.headers.set('content-type', 'text/plain');
    expect((await send(org, request)).status).toBe(400);
  });

  it('works under the loopback prefix too', async () => {
    const { org, client } = orgAt({ time: '2026-01-01T00:00:00Z' });
    const original = loginRequest(client.id, client.secret);
    const request = new Request('http://127.0.0.1:4711/login/oauth/token', {
      method: 'POST',
      headers: original.headers,
      body: 'grant_type=client_credentials',
    });
    expect((await send(org, request)).status).toBe(200);
  });

  it('ends a token after a day', async () => {
    const clock = { time: '2026-01-01T00:00:00Z' };
    const { org, client } = orgAt(clock);
    const { body } = await send<{ access_token: string }>(org, loginRequest(client.id, client.secret));
    const me = () =>
      new Request(`${ORIGIN}/api/v2/tokens/me`, { headers: { authorization: `Bearer ${body.access_token}` } });
    expect((await send(org, me())).status).toBe(200);
    clock.time = '2026-01-02T00:00:00Z';
    expect((await send(org, me())).body).toMatchObject({ status: 401, code: 'bad.credentials' });
  });
});

describe('the bearer token', () => {
  it('is demanded everywhere, with the message of the API', async () => {
    const { org } = await sampleOrg();
    const { status, headers, body } = await send<{ contextId: string }>(
      org,
      new Request(`${ORIGIN}/api/v2/integrations`),
    );
    expect(status).toBe(401);
    expect(body).toMatchObject({ status: 401, code: 'authentication.required', details: [], errors: [] });
    expect(headers.get('inin-correlation-id')).toBe(body.contextId);
  });

  it('says who and where', async () => {
    const { call } = await sampleOrg();
    const { body: token } = await call('GET', '/api/v2/tokens/me');
    const { body: organization } = await call('GET', '/api/v2/organizations/me');
    expect(token).toMatchObject({ OAuthClient: { name: 'Tester' }, organization: { name: organization.name } });
    expect(organization.name).toContain('Practice');
  });
});

describe('permissions', () => {
  it('are named when one is missing', async () => {
    const { call } = await sampleOrg({ permissions: [] });
    const { body } = await call('GET', '/api/v2/integrations');
    expect(body).toMatchObject({
      status: 403,
      code: 'missing.permissions',
      message: expect.stringContaining('You are missing the following permission(s): integrations:integration:view'),
      messageWithParams: expect.stringContaining('{permissions}'),
      messageParams: { permissions: 'integrations:integration:view' },
    });
  });

  it('suffice when any of several is there', async () => {
    const without = await sampleOrg({ permissions: [] });
    const withOne = await sampleOrg({ permissions: ['bridge:actions:view'] });
    expect((await without.call('GET', '/api/v2/integrations/actions')).body.code).toBe('missing.any.permissions');
    expect((await withOne.call('GET', '/api/v2/integrations/actions')).status).toBe(200);
  });

  it('are checked before the body is read', async () => {
    const { call } = await sampleOrg({ permissions: ['integrations:integration:view'] });
    expect((await call('POST', '/api/v2/integrations/credentials', '{')).status).toBe(403);
  });
});
