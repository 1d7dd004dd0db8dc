import { describe, expect, it } from 'vitest';
import { sampleOrg, send } from '../sampleOrg.ts';

const CREDENTIALS = '/api/v2/integrations/credentials';

describe('requests the API does not know', () => {
  it('404 for an unknown path', async () => {
    const { call } = await sampleOrg();
    expect((await call('GET', '/api/v2/securedata')).body).toMatchObject({ status: 404, code: 'not.found' });
  });

  it('404 for an unknown id', async () => {
    const { call } = await sampleOrg();
    for (const path of ['credentials/x', 'x', 'x/config/current', 'types/x', 'actions/x', 'actions/x/draft']) {
      expect((await call('GET', `/api/v2/integrations/${path}`)).status, path).toBe(404);
    }
  });

  it('405 for a method the path does not have', async () => {
    const { call } = await sampleOrg();
    expect((await call('DELETE', '/api/v2/integrations')).status).toBe(405);
  });

  it('415 for a body that is not JSON by its type', async () => {
    const { call } = await sampleOrg();
    const headers = { 'content-type': 'text/plain' };
    expect((await call('POST', CREDENTIALS, '{}', headers)).body).toMatchObject({
      status: 415,
      code: 'unsupported.media.type',
    });
  });

  it.each(['{', '[]', 'null', '""', ''])('400 for the body %j', async (body) => {
    const { call } = await sampleOrg();
    expect((await call('POST', CREDENTIALS, body)).body).toMatchObject({ status: 400, code: 'bad.request' });
  });

  it('404 for a broken percent encoding', async () => {
    const { call } = await sampleOrg();
    expect((await call('GET', `${CREDENTIALS}/%E0%A4`)).status).toBe(404);
  });

  it('404 for a host that is not the practice org', async () => {
    const { org } = await sampleOrg();
    expect((await send(org, new Request('https://api.mypurecloud.de/api/v2/integrations'))).status).toBe(404);
  });
});

describe('the log', () => {
  it('holds method, path and status and nothing of an unknown path, query or body', async () => {
    const { org, call, newId } = await sampleOrg();
    const marker = newId();
    await call('GET', `/api/v2/${marker}`);
    await call('GET', `${CREDENTIALS}/${marker}`);
    await call('GET', `/api/v2/integrations?credentialId=${marker}`);
    await call('POST', CREDENTIALS, { type: { name: 'userDefined' }, credentialFields: { [marker]: marker } });
    expect(JSON.stringify(org.log)).not.toContain(marker);
    expect(org.log).toEqual([
      { method: 'POST', path: '/oauth/token', status: 200 },
      { method: 'GET', path: '(unknown path)', status: 404 },
      { method: 'GET', path: `${CREDENTIALS}/{id}`, status: 404 },
      { method: 'GET', path: '/api/v2/integrations', status: 200 },
      { method: 'POST', path: CREDENTIALS, status: 200 },
    ]);
  });
});

describe('a middleware', () => {
  it('can lose the answer after the write was done', async () => {
    let lost = 0;
    const { org, call } = await sampleOrg({
      extra: {
        middleware: async (request, next) => {
          const response = await next(request);
          if (request.method !== 'POST' || request.url.endsWith('/oauth/token')) return response;
          lost++;
          throw new TypeError('connection reset');
        },
      },
    });
    const before = org.snapshot().credentials.length;
    const body = { type: { name: 'userDefined' }, credentialFields: { apiKey: 'x' } };
    await expect(call('POST', CREDENTIALS, body)).rejects.toThrow('connection reset');
    expect(lost).toBe(1);
    expect(org.snapshot().credentials).toHaveLength(before + 1);
    expect(org.log.at(-1)).toEqual({ method: 'POST', path: CREDENTIALS, status: 0 });
  });
});
