import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/practice/http/json.ts';
import { type SeenAction, sampleOrg } from '../sampleOrg.ts';

const PATH = '/api/v2/integrations/actions';

interface Listing {
  readonly total: number;
  readonly entities: readonly (SeenAction & { readonly name: string; readonly category: string })[];
}

const CONTRACT = {
  input: { inputSchema: { type: 'object', properties: {} } },
  output: { successSchema: { type: 'object', properties: {} } },
};
const CONFIG = { request: { requestUrlTemplate: 'https://x.example.com', requestType: 'GET', headers: {} } };

async function withIntegration() {
  const sample = await sampleOrg();
  const { id } = await sample.integration('Northwind Booking API');
  const body = {
    name: 'New',
    category: 'Northwind Booking API',
    integrationId: id,
    config: CONFIG,
    contract: CONTRACT,
  };
  return { ...sample, integrationId: id, body };
}

describe('the list of actions', () => {
  it('holds published actions without config', async () => {
    const { call } = await sampleOrg();
    const { body } = await call<Listing>('GET', PATH);
    expect(body.total).toBe(18);
    expect(body.entities[0]).toMatchObject({ name: 'Find Booking', category: 'Northwind Booking API', secure: false });
    expect(body.entities[0]).not.toHaveProperty('config');
    expect(body.entities[0]).not.toHaveProperty('contract');
  });

  it('names custom auth actions only when asked', async () => {
    const { call } = await sampleOrg();
    const { body } = await call<Listing>('GET', `${PATH}?includeAuthActions=true&pageSize=100`);
    expect(body.total).toBe(19);
    expect(body.entities.filter(({ id }) => id.startsWith('customAuth_-_'))).toHaveLength(1);
  });

  it('is filtered by category, part of the name, id and secure', async () => {
    const { call, action } = await sampleOrg();
    const names = async (query: string) =>
      (await call<Listing>('GET', `${PATH}?${query}`)).body.entities.map(({ name }) => name);
    const { id } = await action('Get Miles Balance');
    expect(await names('category=Northwind%20Loyalty%20API')).toEqual(['Get Miles Balance', 'Redeem Miles']);
    expect(await names('name=miles%20bal')).toEqual(['Get Miles Balance']);
    expect(await names(`ids=${id}`)).toEqual(['Get Miles Balance']);
    expect(await names('secure=true')).toEqual([]);
    expect((await names('sortBy=name&sortOrder=desc'))[0]).toBe('Track Shipment');
  });

  it('holds the config, with templates as URIs, when asked', async () => {
    const { call } = await sampleOrg();
    const { body } = await call<Listing>('GET', `${PATH}?includeConfig=true&name=CRM%20Case`);
    const [entity] = body.entities;
    const uri = `${PATH}/${entity?.id}/templates/requesttemplate.vm`;
    expect(entity?.config.request).toMatchObject({ requestType: 'POST', requestTemplateUri: uri });
    expect(entity?.config.request).not.toHaveProperty('requestTemplate');
  });
});

describe('templates', () => {
  it('come as plain text', async () => {
    const { call, action } = await sampleOrg();
    const { id } = await action('Create CRM Case');
    const { text, headers } = await call('GET', `${PATH}/${id}/templates/requesttemplate.vm`);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('"customerNumber": "$esc.jsonString(${input.customerNumber})"');
    expect((await call('GET', `${PATH}/${id}/templates/successtemplate.vm`)).text).toBe('${rawResult}');
    expect((await call('GET', `${PATH}/${id}/templates/other.vm`)).status).toBe(404);
  });
});

describe('POST of an action', () => {
  it('publishes it at once', async () => {
    const { call, body } = await withIntegration();
    const { status, body: created } = await call<SeenAction>('POST', PATH, body);
    expect(status).toBe(200);
    expect(created.id).toMatch(/^custom_-_/);
    expect((await call('GET', `${PATH}/${created.id}`)).body).toMatchObject({ name: 'New', version: 1 });
  });

  it.each(['name', 'category', 'integrationId', 'config', 'contract'])('demands %s', async (member) => {
    const { call, body } = await withIntegration();
    expect((await call('POST', PATH, { ...body, [member]: undefined })).status).toBe(400);
  });

  it.each([
    ['an unknown integration', { integrationId: 'unknown' }],
    ['a name of 257 characters', { name: 'n'.repeat(257) }],
    ['an unknown method', { config: { request: { ...CONFIG.request, requestType: 'FETCH' } } }],
    ['an empty URL', { config: { request: { ...CONFIG.request, requestUrlTemplate: '' } } }],
    ['a header that is no string', { config: { request: { ...CONFIG.request, headers: { 'X-A': 1 } } } }],
    ['a timeout of 61 s', { config: { ...CONFIG, timeoutSeconds: 61 } }],
    ['a template URI in place of the text', { config: { request: { ...CONFIG.request, requestTemplateUri: '/x' } } }],
    ['a contract without output', { contract: { input: CONTRACT.input } }],
    ['secure as text', { secure: 'yes' }],
  ])('is refused with %s', async (_why, change) => {
    const { call, body } = await withIntegration();
    expect((await call('POST', PATH, { ...body, ...change })).status).toBe(400);
  });
});

describe('PATCH and DELETE of an action', () => {
  it('PATCH changes the config and counts the version up', async () => {
    const { call, action } = await sampleOrg();
    const { id, version } = await action('Get Miles Balance');
    const { status, body } = await call<SeenAction>('PATCH', `${PATH}/${id}`, { config: CONFIG, version });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: version + 1,
      config: { request: { requestUrlTemplate: 'https://x.example.com' } },
    });
    expect((await call('PATCH', `${PATH}/${id}`, { config: CONFIG, version })).status).toBe(409);
  });

  it('PATCH demands a version', async () => {
    const { call, action } = await sampleOrg();
    expect((await call('PATCH', `${PATH}/${(await action('Get Miles Balance')).id}`, { config: CONFIG })).status).toBe(
      400,
    );
  });

  it('the contract is frozen, the same contract may be sent again', async () => {
    const { call, action } = await sampleOrg();
    const { id, version, contract } = await action('Get Miles Balance');
    expect((await call('PATCH', `${PATH}/${id}`, { version, contract: CONTRACT })).status).toBe(400);
    expect((await call('PATCH', `${PATH}/${id}`, { version, contract })).status).toBe(200);
  });

  it('DELETE removes a custom action and refuses the custom auth action', async () => {
    const { call, action } = await sampleOrg();
    const { id } = await action('Get Miles Balance');
    expect((await call('DELETE', `${PATH}/${id}`)).status).toBe(204);
    expect((await call('GET', `${PATH}/${id}`)).status).toBe(404);
    const auth = await action('Northwind Identity Auth');
    expect((await call('DELETE', `${PATH}/${auth.id}`)).status).toBe(400);
  });

  it('the custom auth action takes a config, but no timeout', async () => {
    const { call, action } = await sampleOrg();
    const { id, version } = await action('Northwind Identity Auth');
    const timed = { version, config: { ...CONFIG, timeoutSeconds: 5 } };
    expect((await call('PATCH', `${PATH}/${id}`, timed)).status).toBe(400);
    expect((await call('PATCH', `${PATH}/${id}`, { version, config: CONFIG })).status).toBe(200);
  });
});

describe('drafts', () => {
  it('go from published to draft to published', async () => {
    const { call, action } = await sampleOrg();
    const { id } = await action('Get Miles Balance');
    const draft = (await call<SeenAction>('POST', `${PATH}/${id}/draft`)).body;
    const { body: changed } = await call<SeenAction>('PATCH', `${PATH}/${id}/draft`, {
      version: draft.version,
      config: CONFIG,
    });
    expect((await call('GET', `${PATH}/${id}/draft/validation`)).body).toEqual({ valid: true, errors: [] });
    expect((await call('GET', `${PATH}/${id}/draft/templates/requesttemplate.vm`)).text).toBe('${input.rawRequest}');
    expect((await action('Get Miles Balance')).config.request.requestUrlTemplate).not.toBe('https://x.example.com');
    expect((await call('POST', `${PATH}/${id}/draft/publish`, { version: draft.version })).status).toBe(409);
    expect((await call('POST', `${PATH}/${id}/draft/publish`, { version: changed.version })).status).toBe(200);
    expect((await action('Get Miles Balance')).config.request.requestUrlTemplate).toBe('https://x.example.com');
    expect((await call('GET', `${PATH}/${id}/draft`)).status).toBe(404);
  });

  it('keep the contract of a published action', async () => {
    const { call, action } = await sampleOrg();
    const { id } = await action('Get Miles Balance');
    const { version } = (await call<SeenAction>('POST', `${PATH}/${id}/draft`)).body;
    expect((await call('PATCH', `${PATH}/${id}/draft`, { version, contract: CONTRACT })).status).toBe(400);
  });

  it('of a new action need name and integration, and are not published before they are whole', async () => {
    const { call, integrationId } = await withIntegration();
    const { body: draft } = await call<SeenAction>('POST', `${PATH}/drafts`, { name: 'Later', integrationId });
    const path = `${PATH}/${draft.id}`;
    expect((await call('GET', path)).status).toBe(404);
    const { body: before } = await call<{ valid: boolean; errors: JsonObject[] }>('GET', `${path}/draft/validation`);
    expect(before).toMatchObject({ valid: false, errors: [{ status: 400 }, { status: 400 }] });
    expect((await call('POST', `${path}/draft/publish`, { version: 1 })).status).toBe(400);
    await call('PATCH', `${path}/draft`, { version: 1, config: CONFIG, contract: CONTRACT });
    expect((await call('POST', `${path}/draft/publish`, { version: 2 })).status).toBe(200);
    expect((await call('GET', path)).body).toMatchObject({ name: 'Later', category: 'Northwind Booking API' });
  });
});
