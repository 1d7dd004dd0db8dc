import { afterEach, describe, expect, it } from 'vitest';
import { PRACTICE_PERMISSIONS } from '../../src/practice/http/permissions.ts';
import { createPracticeOrg } from '../../src/practice/org.ts';
import type { Middleware } from '../../src/practice/ports.ts';
import { seedPracticeOrg } from '../../src/practice/seed/seed.ts';
import { type PracticeServer, servePractice } from '../support/httpPractice.ts';
import { counter, renderVelocity } from './sampleOrg.ts';

const servers: PracticeServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serve(middleware?: Middleware) {
  const newId = counter();
  const now = () => '2026-01-02T03:04:05.000Z';
  const client = { id: newId(), secret: newId(), name: 'HTTP', permissions: PRACTICE_PERMISSIONS };
  const { state, values } = seedPracticeOrg({ newId, now });
  const org = createPracticeOrg({
    seed: state,
    values,
    render: renderVelocity,
    newId,
    now,
    clients: [client],
    ...(middleware === undefined ? {} : { middleware }),
  });
  const server = await servePractice(org.handle);
  servers.push(server);
  return { server, client };
}

async function logIn(origin: string, client: { id: string; secret: string }): Promise<string> {
  const response = await fetch(`${origin}/login/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const body = (await response.json()) as { access_token: string };
  return body.access_token;
}

describe('over real HTTP on loopback', () => {
  it('a client logs in, stores a credential and reads it back', async () => {
    const { server, client } = await serve();
    const authorization = `Bearer ${await logIn(server.origin, client)}`;
    const url = `${server.origin}/api/v2/integrations/credentials`;
    const created = await fetch(url, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ type: { name: 'userDefined' }, credentialFields: { schlüssel: 'ä€𝄞' } }),
    });
    const { id } = (await created.json()) as { id: string };
    const read = await fetch(`${url}/${id}`, { headers: { authorization } });
    expect(await read.json()).toMatchObject({ id, credentialFields: { schlüssel: '********' } });
    expect(read.headers.get('inin-correlation-id')).toBeTruthy();
    expect((await fetch(`${url}/${id}`, { method: 'DELETE', headers: { authorization } })).status).toBe(204);
  });

  it('without a login everything is 401', async () => {
    const { server } = await serve();
    expect((await fetch(`${server.origin}/api/v2/integrations`)).status).toBe(401);
  });

  it('a handler that throws resets the connection', async () => {
    const { server } = await serve(() => Promise.reject(new Error('gone')));
    await expect(fetch(`${server.origin}/api/v2/integrations`)).rejects.toThrow();
  });
});
