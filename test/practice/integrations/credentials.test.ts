import { describe, expect, it } from 'vitest';
import { sampleOrg } from '../sampleOrg.ts';

const PATH = '/api/v2/integrations/credentials';

interface Listing {
  readonly entities: readonly { readonly id: string }[];
  readonly nextUri?: string;
  readonly previousUri?: string;
}

describe('POST of a credential', () => {
  it('answers with CredentialInfo, without fields', async () => {
    const { call } = await sampleOrg();
    const body = { name: 'Integration-1', type: { name: 'userDefined' }, credentialFields: { apiKey: 'v' } };
    const { status, body: info } = await call<{ id: string }>('POST', PATH, body);
    expect(status).toBe(200);
    expect(info).toEqual({
      id: expect.any(String),
      name: 'Integration-1',
      createdDate: '2026-01-02T03:04:05.000Z',
      modifiedDate: '2026-01-02T03:04:05.000Z',
      type: { id: 'userDefined', name: 'userDefined' },
      selfUri: `${PATH}/${info.id}`,
    });
  });

  it.each([
    ['the type as a bare string', { type: 'userDefined', credentialFields: { a: 'v' } }],
    ['no type', { credentialFields: { a: 'v' } }],
    ['an unknown type', { type: { name: 'vault' }, credentialFields: { a: 'v' } }],
    ['no fields', { type: { name: 'userDefined' } }],
    ['an empty map of fields', { type: { name: 'userDefined' }, credentialFields: {} }],
    ['a field without name', { type: { name: 'userDefined' }, credentialFields: { '': 'v' } }],
    ['a number as value', { type: { name: 'userDefined' }, credentialFields: { a: 1 } }],
    ['null as value', { type: { name: 'userDefined' }, credentialFields: { a: null } }],
    ['a list of fields', { type: { name: 'userDefined' }, credentialFields: ['v'] }],
    ['a missing required field', { type: { name: 'basicAuth' }, credentialFields: { password: 'v' } }],
    [
      'an empty required field',
      { type: { name: 'pureCloudOAuthClient' }, credentialFields: { clientId: 'v', clientSecret: '' } },
    ],
    [
      'a field the type does not have',
      { type: { name: 'basicAuth' }, credentialFields: { userName: 'v', apiKey: 'v' } },
    ],
    ['a name that is no string', { name: 1, type: { name: 'userDefined' }, credentialFields: { a: 'v' } }],
  ])('is refused with %s', async (_why, body) => {
    const { call, org } = await sampleOrg();
    const before = org.snapshot();
    expect((await call('POST', PATH, body)).status).toBe(400);
    expect(org.snapshot()).toBe(before);
  });

  it('never quotes a value or a field name in a refusal', async () => {
    const { call, newId } = await sampleOrg();
    const marker = newId();
    const refused = await call('POST', PATH, {
      type: { name: 'basicAuth' },
      credentialFields: { userName: marker, [marker]: marker },
    });
    expect(refused.status).toBe(400);
    expect(refused.text).not.toContain(marker);
  });

  it('takes every example body of the handbook', async () => {
    const { call } = await sampleOrg();
    const bodies = {
      basicAuth: ['userName', 'password'],
      userDefinedOAuth: ['loginUrl', 'clientId', 'clientSecret'],
      pureCloudOAuthClient: ['clientId', 'clientSecret'],
      amazonWebServicesARN: ['ARN'],
      salesforce: ['username', 'password', 'securityToken', 'loginUrl'],
      msDynamics: ['username', 'password', 'orgWebAddress', 'applicationId'],
      zendeskApiToken: ['userEmail', 'baseUrl', 'apiToken'],
      callJourney: ['authToken'],
    };
    for (const [name, fields] of Object.entries(bodies)) {
      const credentialFields = Object.fromEntries(fields.map((field) => [field, 'v']));
      expect((await call('POST', PATH, { name: 'n', type: { name }, credentialFields })).status, name).toBe(200);
    }
  });
});

describe('GET and PUT of a credential', () => {
  const create = async (behaviour = {}) => {
    const sample = await sampleOrg({ behaviour });
    const value = sample.newId();
    const body = { name: 'n', type: { name: 'userDefined' }, credentialFields: { apiKey: value, tenant: value } };
    const { id } = (await sample.call<{ id: string }>('POST', PATH, body)).body;
    return { ...sample, value, path: `${PATH}/${id}`, id };
  };

  it('GET shows field names, never values', async () => {
    const { call, path, value } = await create();
    const { text, body } = await call('GET', path);
    expect(text).not.toContain(value);
    expect(body).toMatchObject({ name: 'n', type: { name: 'userDefined' } });
    expect(Object.keys(Object(body.credentialFields))).toEqual(['apiKey', 'tenant']);
  });

  it('GET can leave the fields out altogether', async () => {
    const { call, path } = await create({ redaction: 'omitted' });
    expect((await call('GET', path)).body).not.toHaveProperty('credentialFields');
  });

  it('PUT replaces all fields and the name', async () => {
    const { call, path, org, id } = await create();
    const { status } = await call('PUT', path, { type: { name: 'userDefined' }, credentialFields: { other: 'v' } });
    expect(status).toBe(200);
    expect(org.credentialValues().get(id)).toEqual({ other: 'v' });
    const { body } = await call('GET', path);
    expect(Object.keys(Object(body.credentialFields))).toEqual(['other']);
    expect(body).not.toHaveProperty('name');
  });

  it('PUT cannot change the type', async () => {
    const { call, path } = await create();
    const body = { type: { name: 'basicAuth' }, credentialFields: { userName: 'v' } };
    expect((await call('PUT', path, body)).status).toBe(400);
  });

  it('DELETE answers 204 and the credential is gone', async () => {
    const { call, path, org, id } = await create();
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
    expect(org.credentialValues().has(id)).toBe(false);
  });

  it('DELETE of a bound credential is refused', async () => {
    const { call, org } = await sampleOrg();
    const bound = org.snapshot().credentials[0];
    expect((await call('DELETE', `${PATH}/${bound?.id}`)).status).toBe(409);
    expect(org.snapshot().credentials).toContain(bound);
  });
});

describe('listings', () => {
  it('the cursor walks through every credential once, until an empty page', async () => {
    const { call, org } = await sampleOrg();
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const { body } = await call<Listing>('GET', `${PATH}/listing?pageSize=2${after && `&after=${after}`}`);
      const last = body.entities.at(-1)?.id;
      if (last === undefined) break;
      seen.push(...body.entities.map(({ id }) => id));
      after = last;
    }
    expect(seen.toSorted()).toEqual(
      org
        .snapshot()
        .credentials.map(({ id }) => id)
        .toSorted(),
    );
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('nextUri and previousUri lead forth and back', async () => {
    const { call } = await sampleOrg();
    const first = await call<Listing>('GET', `${PATH}/listing?pageSize=2`);
    const second = await call<Listing>('GET', first.body.nextUri ?? '');
    const back = await call<Listing>('GET', second.body.previousUri ?? '');
    expect(first.body).not.toHaveProperty('previousUri');
    expect(back.body.entities).toEqual(first.body.entities);
  });

  it.each(['0', '201', 'many', '-1', '1.5', ''])('refuse the page size "%s"', async (size) => {
    const { call } = await sampleOrg();
    expect((await call('GET', `${PATH}/listing?pageSize=${size}`)).status).toBe(400);
  });

  it('the deprecated listing pages by number', async () => {
    const { call, org } = await sampleOrg();
    const { body } = await call<Listing>('GET', `${PATH}?pageSize=2&pageNumber=2`);
    expect(body).toMatchObject({ pageSize: 2, pageNumber: 2, total: org.snapshot().credentials.length });
    expect(body.entities).toHaveLength(2);
  });

  it('types tell the required fields', async () => {
    const { call } = await sampleOrg();
    const { body } = await call<{ name: string }[]>('GET', `${PATH}/types`);
    expect(body.find(({ name }) => name === 'basicAuth')).toMatchObject({
      required: ['userName'],
      displayOrder: ['userName', 'password'],
      properties: { password: { type: 'string', sensitive: true } },
    });
  });
});
