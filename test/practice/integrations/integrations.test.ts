import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/practice/http/json.ts';
import { sampleOrg } from '../sampleOrg.ts';

const PATH = '/api/v2/integrations';

interface Listing {
  readonly entities: readonly { readonly id: string; readonly name: string; readonly config?: JsonObject }[];
}

/** An org with a fresh credential and the configuration of the integration with the empty slot. */
async function toBind(typeName = 'userDefined', behaviour = {}) {
  const sample = await sampleOrg({ behaviour });
  const credentialFields = { userName: 'v', apiKey: 'v' };
  const fields = typeName === 'basicAuth' ? { userName: 'v' } : credentialFields;
  const body = { type: { name: typeName }, credentialFields: fields };
  const { id } = (await sample.call<{ id: string }>('POST', `${PATH}/credentials`, body)).body;
  const integration = await sample.integration('Northwind Booking API');
  const path = `${PATH}/${integration.id}/config/current`;
  const config: JsonObject = { ...integration.config.current, credentials: { basicAuth: { id } } };
  return { ...sample, id, path, config, integrationId: integration.id };
}

describe('integrations', () => {
  it('are listed by page, with their configuration only when asked', async () => {
    const { call } = await sampleOrg();
    const plain = await call<Listing>('GET', `${PATH}?pageSize=3&pageNumber=2`);
    expect(plain.body).toMatchObject({ pageSize: 3, pageNumber: 2, total: 11, pageCount: 4 });
    expect(plain.body.entities).toHaveLength(3);
    expect(plain.body.entities[0]).not.toHaveProperty('config');
    const expanded = await call<Listing>('GET', `${PATH}?expand=config.current`);
    expect(expanded.body.entities[0]?.config).toMatchObject({ current: { version: 1 } });
  });

  it('a page behind the last is empty', async () => {
    const { call } = await sampleOrg();
    expect((await call<Listing>('GET', `${PATH}?pageNumber=9`)).body.entities).toEqual([]);
  });

  it('are found by type, id, state and credential', async () => {
    const { call, org, integration } = await sampleOrg();
    const names = async (query: string) =>
      (await call<Listing>('GET', `${PATH}?${query}`)).body.entities.map(({ name }) => name);
    const crm = await integration('Northwind Booking API');
    const bound = org.snapshot().integrations.find(({ config }) => config.name === 'Northwind Payments');
    expect(await names('integrationType=function-data-actions')).toEqual(['Northwind Functions']);
    expect(await names(`ids=${crm.id},unknown`)).toEqual(['Northwind Booking API']);
    expect(await names(`credentialId=${bound?.config.credentials.basicAuth}`)).toEqual(['Northwind Payments']);
    expect(await names('credentialId=unknown')).toEqual([]);
    expect(await names('reportedState=INACTIVE')).toEqual(['Northwind Itineraries']);
  });

  it('can be switched off, and to nothing else', async () => {
    const { call, integration } = await sampleOrg();
    const { id } = await integration('Northwind Booking API');
    expect((await call('PATCH', `${PATH}/${id}`, { intendedState: 'DISABLED' })).body).toMatchObject({
      intendedState: 'DISABLED',
      reportedState: { code: 'INACTIVE' },
    });
    expect((await call('PATCH', `${PATH}/${id}`, { intendedState: 'GONE' })).status).toBe(400);
  });

  it('can be created, disabled and with an empty slot', async () => {
    const { call, integration } = await sampleOrg();
    const body = { name: 'Second', integrationType: { id: 'custom-rest-actions' } };
    expect((await call('POST', PATH, body)).body).toMatchObject({ name: 'Second', intendedState: 'DISABLED' });
    expect((await integration('Second')).config.current.credentials).toEqual({});
    expect((await call('POST', PATH, { name: 'x', integrationType: { id: 'x' } })).status).toBe(400);
  });

  it.each([
    ['custom-rest-actions', 'basicAuth', ['basicAuth', 'userDefined', 'userDefinedOAuth']],
    ['purecloud-data-actions', 'pureCloudOAuthClient', ['pureCloudOAuthClient']],
    ['aws-lambda-data-actions', 'AmazonWebServicesARN', ['amazonWebServicesARN']],
    ['function-data-actions', 'functionCredentials', ['userDefined']],
    ['salesforce-datadip', 'salesforceUser', ['salesforce']],
    ['microsoft-dynamics-data-actions', 'msDynamics', ['msDynamics']],
    ['zendesk-data-actions', 'zendeskApiToken', ['zendeskApiToken']],
    ['imap-server', 'basicAuth', ['basicAuth']],
  ])('the type %s has the slot %s', async (type, slot, credentialTypes) => {
    const { call } = await sampleOrg();
    const { body } = await call('GET', `${PATH}/types/${type}`);
    expect(body).toMatchObject({ id: type, credentials: { [slot]: { required: false, credentialTypes } } });
  });
});

describe('PUT of config/current', () => {
  it('binds a credential and counts the version up', async () => {
    const { call, path, config, id } = await toBind();
    const { status, body } = await call('PUT', path, config);
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 2, credentials: { basicAuth: { id, type: { name: 'userDefined' } } } });
    expect((await call('GET', path)).body).toEqual(body);
  });

  it('is refused with 409 when somebody else was first', async () => {
    const { call, path, config } = await toBind();
    await call('PUT', path, config);
    const { body } = await call('PUT', path, config);
    expect(body).toMatchObject({ status: 409, message: expect.stringContaining('does not match the current version') });
  });

  it('is refused with the 400 variant where the org answers so', async () => {
    const { call, path, config } = await toBind('userDefined', { versionConflict: 400 });
    await call('PUT', path, config);
    const { body } = await call('PUT', path, config);
    expect(body).toMatchObject({ status: 400, message: expect.stringContaining('does not match the current version') });
  });

  it.each(['name', 'version', 'properties', 'advanced', 'notes', 'credentials'])('demands %s', async (member) => {
    const { call, path, config, org } = await toBind();
    const before = org.snapshot();
    const { [member]: _left, ...rest } = config;
    expect((await call('PUT', path, rest)).status).toBe(400);
    expect((await call('PUT', path, { ...config, [member]: null })).status).toBe(400);
    expect(org.snapshot()).toBe(before);
  });

  it.each([
    ['a slot the type does not have', (id: string) => ({ userDefined: { id } })],
    ['a credential that does not exist', () => ({ basicAuth: { id: 'unknown' } })],
    ['a slot without id', () => ({ basicAuth: {} })],
    ['a slot that is no object', (id: string) => ({ basicAuth: id })],
  ])('is refused with %s', async (_why, credentials) => {
    const { call, path, config, id } = await toBind();
    expect((await call('PUT', path, { ...config, credentials: credentials(id) })).status).toBe(400);
  });

  it('is refused with a credential type the slot does not take', async () => {
    const { call, integration, id } = await toBind('basicAuth');
    const functions = await integration('Northwind Functions');
    const body = { ...functions.config.current, credentials: { functionCredentials: { id } } };
    expect((await call('PUT', `${PATH}/${functions.id}/config/current`, body)).status).toBe(400);
  });

  it('empties the slot it does not name', async () => {
    const { call, integration } = await sampleOrg();
    const { id, config } = await integration('Northwind Payments');
    await call('PUT', `${PATH}/${id}/config/current`, { ...config.current, credentials: {} });
    expect((await integration('Northwind Payments')).config.current.credentials).toEqual({});
  });

  it('tells the host of the change', async () => {
    let changes = 0;
    const { call, integration } = await sampleOrg({ extra: { onChange: () => changes++ } });
    const { id, config } = await integration('Northwind Booking API');
    expect(changes).toBe(0);
    await call('PUT', `${PATH}/${id}/config/current`, config.current);
    expect(changes).toBeGreaterThan(0);
  });
});

describe('a User Defined (OAuth) credential', () => {
  it('brings a custom auth action into being, in sight while it is bound', async () => {
    const { call, path, config, integrationId } = await toBind('userDefinedOAuth');
    const id = `customAuth_-_${integrationId}`;
    const action = `${PATH}/actions/${id}`;
    expect((await call('GET', action)).status).toBe(404);
    await call('PUT', path, config);
    expect((await call('GET', action)).body).toMatchObject({ id, integrationId });
    await call('PUT', path, { ...config, version: 2, credentials: {} });
    expect((await call('GET', action)).status).toBe(404);
  });
});
