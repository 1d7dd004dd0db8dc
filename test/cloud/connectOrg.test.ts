import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { REGIONS } from '../../src/base/regions.ts';
import { Sensitive } from '../../src/base/sensitive.ts';
import { connectOrg, connectUser, newAuthorization, redeemCode } from '../../src/cloud/index.ts';
import { createPracticeOrg, PRACTICE_PERMISSIONS, PRACTICE_REGION, seedPracticeOrg } from '../../src/practice/index.ts';
import { renderVelocity } from '../practice/sampleOrg.ts';
import { servePractice } from '../support/httpPractice.ts';

function practice() {
  const newId = (): string => randomUUID();
  const now = (): string => '2026-11-01T08:00:00.000Z';
  const client = { id: randomUUID(), secret: randomUUID() };
  const seed = seedPracticeOrg({ newId, now });
  const clients = [{ ...client, name: 'Test', permissions: PRACTICE_PERMISSIONS }];
  const org = createPracticeOrg({ seed: seed.state, values: seed.values, clients, render: renderVelocity, newId, now });
  return { org, client };
}

async function connected() {
  const { org, client } = practice();
  const clientSecret = new Sensitive(client.secret);
  const options = { at: PRACTICE_REGION, clientId: client.id, clientSecret, fetch: org.handle };
  return { org, options, client: await connectOrg(options) };
}

describe('an org', () => {
  it('says who it is', async () => {
    const { client, org } = await connected();
    expect((await client.organization()).name).toBe(org.snapshot().organization.name);
  });

  it('lists integrations with what their slots hold', async () => {
    const { client } = await connected();
    const listed = await client.listIntegrations(['custom-rest-actions']);
    const byName = Object.fromEntries(
      listed.map(({ name, credentials }) => [name, credentials.map((each) => each.slot)]),
    );
    expect(byName).toMatchObject({ 'Northwind Booking API': [], 'Northwind Payments': ['basicAuth'] });
  });

  it('knows the slots of a type', async () => {
    const { client } = await connected();
    const { slots } = await client.integrationType('custom-rest-actions');
    expect(slots).toEqual([{ name: 'basicAuth', credentialTypes: ['basicAuth', 'userDefined', 'userDefinedOAuth'] }]);
  });

  it('shows the field names of a credential and never its values', async () => {
    const { client } = await connected();
    const [payments] = (await client.listIntegrations(['custom-rest-actions'])).filter(
      (each) => each.name === 'Northwind Payments',
    );
    const credential = await client.credential(payments?.credentials[0]?.id ?? '');
    expect(credential).toMatchObject({ typeName: 'userDefined', fieldNames: ['secretKey', 'accountId'] });
  });

  it('creates, binds and deletes a credential', async () => {
    const { client, org } = await connected();
    const [booking] = (await client.listIntegrations(['custom-rest-actions'])).filter(
      (each) => each.name === 'Northwind Booking API',
    );
    const value = randomUUID();
    const created = await client.createCredential({
      name: 'Integration-1',
      typeName: 'userDefined',
      fields: [{ name: 'apiKey', value: new Sensitive(value) }],
    });
    expect(org.credentialValues().get(created.id)).toEqual({ apiKey: value });
    expect(await client.credentialsNamed('Integration-1')).toMatchObject([{ id: created.id }]);
    const config = await client.integrationConfig(booking?.id ?? '');
    const credentials = { ...config.credentials, basicAuth: { id: created.id } };
    await client.putIntegrationConfig(booking?.id ?? '', { ...config, credentials });
    expect((await client.integrationsUsing(created.id)).map((each) => each.name)).toEqual(['Northwind Booking API']);
    await expect(client.putIntegrationConfig(booking?.id ?? '', config)).rejects.toMatchObject({
      isVersionConflict: true,
    });
    await client.putIntegrationConfig(booking?.id ?? '', {
      ...(await client.integrationConfig(booking?.id ?? '')),
      credentials: {},
    });
    await client.deleteCredential(created.id);
    await expect(client.credential(created.id)).rejects.toMatchObject({ kind: 'api', facts: { status: 404 } });
  });

  it('refuses a wrong client secret without repeating it', async () => {
    const { options } = await connected();
    const clientSecret = new Sensitive(randomUUID());
    const error = await connectOrg({ ...options, clientSecret }).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ name: 'CloudError', kind: 'login' });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(clientSecret.reveal());
  });

  it('renews a token that is no longer accepted, once', async () => {
    const { org, client } = practice();
    let refuse = false;
    const fetch = async (request: Request): Promise<Response> => {
      if (refuse && request.url.includes('/api/')) {
        refuse = false;
        return new Response('{"code":"bad.credentials"}', { status: 401 });
      }
      return org.handle(request);
    };
    const connectedOrg = await connectOrg({
      at: PRACTICE_REGION,
      clientId: client.id,
      clientSecret: new Sensitive(client.secret),
      fetch,
    });
    refuse = true;
    expect((await connectedOrg.organization()).name).not.toBe('');
    expect(org.log.filter((entry) => entry.path.endsWith('/oauth/token'))).toHaveLength(2);
  });

  it('is reached over real HTTP as well', async () => {
    const { org, client } = practice();
    const server = await servePractice(org.handle);
    try {
      const at = { origin: server.origin };
      const options = { at, clientId: client.id, clientSecret: new Sensitive(client.secret), fetch: globalThis.fetch };
      expect(await (await connectOrg(options)).listIntegrations(['function-data-actions'])).toHaveLength(1);
    } finally {
      await server.close();
    }
  });
});

describe('every region', () => {
  it.each(REGIONS.map((region) => [region.domain, region] as const))(
    '%s is signed in to at its own hosts only, by clients and by users',
    async (domain, at) => {
      const hosts: string[] = [];
      const fetch = async ({ url }: Request): Promise<Response> => {
        hosts.push(new URL(url).host);
        return Response.json({ access_token: randomUUID(), id: '1', name: 'Northwind' });
      };
      const client = await connectOrg({ at, clientId: 'id', clientSecret: new Sensitive(randomUUID()), fetch });
      await client.organization();
      const { url, verifier, redirectUri } = await newAuthorization(at, 'id', 'http://127.0.0.1:47811/signed-in');
      const code = new Sensitive(randomUUID());
      const tokens = await redeemCode({ at, clientId: 'id', fetch, code, verifier, redirectUri });
      const kept = { kept: async () => tokens, keep: async () => {} };
      await (await connectUser({ at, clientId: 'id', fetch, tokens: kept })).organization();
      const [login, api] = [`login.${domain}`, `api.${domain}`];
      expect(hosts).toEqual([login, api, login, api]);
      expect(new URL(url).host).toBe(login);
    },
  );

  it('is one of eighteen', () => expect(REGIONS).toHaveLength(18));
});
