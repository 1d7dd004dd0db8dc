import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { connectOrg, type OrgClient } from '../../src/cloud/index.ts';
import { Transport } from '../../src/cloud/transport.ts';
import { type Answer, failureOf, type Seen, scriptedOrg, signedIn } from './support/scriptedOrg.ts';

const ORGANIZATION = { json: { id: '1', name: 'Northwind' } };
const CREATED = { json: { id: 'c-1', name: 'n', type: { name: 'userDefined' } } };

function create(client: OrgClient, value: string = randomUUID(), signal?: AbortSignal) {
  const fields = [{ name: 'apiKey', value: new Sensitive(value) }];
  return client.createCredential({ name: 'n', typeName: 'userDefined', fields }, signal);
}

describe('an answer that is an error', () => {
  const contextId = randomUUID();
  it.each<[string, Answer, object]>([
    [
      'keeps the code and the context id',
      { status: 403, json: { code: 'missing.permissions', contextId, message: 'no' } },
      { status: 403, code: 'missing.permissions', contextId },
    ],
    ['keeps its status without a body', { status: 404 }, { status: 404 }],
    ['keeps its status with a page for a body', { status: 502, text: '<h1>Bad gateway</h1>' }, { status: 502 }],
    [
      'takes the context id from the header',
      { status: 500, headers: { 'inin-correlation-id': contextId } },
      { contextId },
    ],
    ['drops a code that is none', { status: 400, json: { code: 'not a code: x' } }, { status: 400 }],
    ['is stale with 409', { status: 409, json: { code: 'general.conflict' } }, { status: 409, stale: true }],
    [
      'is stale with 400 and the sentence the API has for it',
      { status: 400, json: { message: 'Version 3 does not match the current version 4.' } },
      { status: 400, stale: true },
    ],
  ])('%s', async (_name, answer, facts) => {
    const { client } = await signedIn(await scriptedOrg({ answers: [answer] }));
    const error = await failureOf(client.organization());
    expect(error).toMatchObject({ name: 'CloudError', kind: 'api', facts });
    expect(inspect(error, { depth: 9 })).not.toMatch(/not a code|Version 3|Bad gateway/);
  });

  it('has nothing but the facts, even from an org that repeats all it was sent', async () => {
    const value = randomUUID();
    const secret = randomUUID();
    const echo = ({ headers, body }: Seen): Answer => {
      const said = `${body} ${inspect(headers)}`;
      const id = /"apiKey":"([^"]+)"/.exec(body)?.[1] ?? /Bearer (.+)/.exec(headers.authorization ?? '')?.[1];
      return {
        status: 400,
        headers: { 'x-echo': 'yes' },
        json: { message: said, code: id, contextId: id, details: [said] },
      };
    };
    const org = await scriptedOrg({ answers: echo });
    const { client } = await signedIn(org, { clientSecret: new Sensitive(secret) });
    for (const call of [() => create(client, value), () => client.organization()]) {
      const error = await failureOf(call());
      expect(error).toMatchObject({ kind: 'api', facts: { status: 400 } });
      const token = /Bearer (.+)/.exec(org.seen.at(-1)?.headers.authorization ?? '')?.[1] ?? 'none';
      const shown = `${inspect(error, { depth: 9, showHidden: true })}${JSON.stringify(error)}${String(error)}`;
      for (const hidden of [value, secret, token]) expect(shown).not.toContain(hidden);
    }
    expect(org.seen[0]?.body).toContain(value);
  });
});

describe('waiting', () => {
  const busy = (after?: string): Answer => ({ status: 429, ...(after ? { headers: { 'retry-after': after } } : {}) });

  it('does as Retry-After says, for a write as well', async () => {
    const org = await scriptedOrg({ answers: [busy('7'), busy('3'), CREATED] });
    const { client, waits } = await signedIn(org);
    expect((await create(client)).id).toBe('c-1');
    expect(waits).toEqual([7000, 3000]);
  });

  it('gives up after four attempts, and says for how long the org asked', async () => {
    const org = await scriptedOrg({ answers: [busy('5')] });
    const { client } = await signedIn(org);
    expect(await failureOf(create(client))).toMatchObject({ kind: 'api', facts: { status: 429, retryAfter: 5 } });
    expect(org.seen).toHaveLength(4);
  });

  it('grows where the org says nothing readable', async () => {
    const { client, waits } = await signedIn(await scriptedOrg({ answers: [busy(), busy('soon'), ORGANIZATION] }));
    await client.organization();
    expect(waits).toEqual([2000, 4000]);
  });

  it('is refused when the org asks for more than a minute', async () => {
    const { client, waits } = await signedIn(await scriptedOrg({ answers: [busy('3600')] }));
    expect(await failureOf(client.organization())).toMatchObject({ facts: { retryAfter: 3600 } });
    expect(waits).toEqual([]);
  });

  it.each<Answer>(['reset', { status: 503 }])('repeats a read after %o', async (answer) => {
    const { client, waits } = await signedIn(await scriptedOrg({ answers: [answer, answer, ORGANIZATION] }));
    expect((await client.organization()).name).toBe('Northwind');
    expect(waits).toEqual([500, 1000]);
  });

  it.each<[Answer, string]>([
    ['reset', 'network'],
    [{ status: 503 }, 'api'],
    [{ status: 500 }, 'api'],
  ])('does not repeat the creation of a credential after %o', async (answer, kind) => {
    const org = await scriptedOrg({ answers: [answer] });
    const { client } = await signedIn(org);
    expect(await failureOf(create(client))).toMatchObject({ kind, mayHaveHappened: true });
    expect(org.seen).toHaveLength(1);
  });
});

describe('an end before the answer', () => {
  /** Deadlines that pass when the test says so, after the sign-in. */
  function deadlines() {
    const all: AbortController[] = [];
    const deadline = (): AbortSignal => {
      const controller = new AbortController();
      all.push(controller);
      return controller.signal;
    };
    return { deadline, pass: () => all.at(-1)?.abort() };
  }

  it('is a timeout when the time is up', async () => {
    const { deadline, pass } = deadlines();
    const answers = (): Answer => {
      pass();
      return 'silence';
    };
    const org = await scriptedOrg({ answers });
    const { client } = await signedIn(org, { deadline });
    expect(await failureOf(create(client))).toMatchObject({ kind: 'timeout', mayHaveHappened: true });
    expect(org.seen).toHaveLength(1);
  });

  it('comes also where whoever answers does not listen to the signal', async () => {
    const { deadline, pass } = deadlines();
    let isSilent = false;
    const fetch = (request: Request): Promise<Response> => {
      if (!isSilent) return globalThis.fetch(request);
      pass();
      return new Promise(() => {});
    };
    const { client } = await signedIn(await scriptedOrg(), { deadline, fetch });
    isSilent = true;
    expect(await failureOf(client.organization())).toMatchObject({ kind: 'timeout' });
  });

  it('is an abort when the caller cancels', async () => {
    const controller = new AbortController();
    const answers = (): Answer => {
      controller.abort();
      return 'silence';
    };
    const { client } = await signedIn(await scriptedOrg({ answers }));
    const error = await failureOf(create(client, randomUUID(), controller.signal));
    expect(error).toMatchObject({ kind: 'aborted', mayHaveHappened: true });
  });

  it('sends nothing more after a cancelled wait', async () => {
    const controller = new AbortController();
    const org = await scriptedOrg({ answers: [{ status: 429 }] });
    const sleep = (): Promise<void> => {
      controller.abort();
      return new Promise(() => {});
    };
    const { client } = await signedIn(org, { sleep });
    expect(await failureOf(create(client, randomUUID(), controller.signal))).toMatchObject({ kind: 'aborted' });
    expect(org.seen).toHaveLength(1);
  });

  it('sends nothing under a signal that is aborted already, and leaves the next call alone', async () => {
    const org = await scriptedOrg({ answers: [ORGANIZATION] });
    const { client } = await signedIn(org);
    expect(await failureOf(client.organization(AbortSignal.abort()))).toMatchObject({ kind: 'aborted' });
    expect(org.seen).toHaveLength(0);
    expect((await client.organization()).name).toBe('Northwind');
  });

  it('ends a sign-in', async () => {
    const controller = new AbortController();
    const login = (): Answer => {
      controller.abort();
      return 'silence';
    };
    const { signal } = controller;
    expect(await failureOf(signedIn(await scriptedOrg({ login }), { signal }))).toMatchObject({ kind: 'aborted' });
  });
});

describe('where requests go', () => {
  it.each([301, 302, 307, 308])('no redirect is followed (%i)', async (status) => {
    const other = await scriptedOrg();
    const headers = { location: `${other.origin}/api/v2/integrations/credentials` };
    const { client } = await signedIn(await scriptedOrg({ answers: [{ status, headers }] }));
    expect(await failureOf(create(client))).toMatchObject({ kind: 'api', facts: { status } });
    expect(other.seen).toHaveLength(0);
  });

  it.each([
    { origin: 'https://org.example' },
    { origin: 'http://127.0.0.1.org.example' },
    { key: 'x', domain: 'org.example' },
    { key: 'x', domain: 'org.example/.invalid' },
    { key: 'x', domain: 'mypurecloud.de.org.example' },
  ])('nothing goes to %o', async (at) => {
    let requests = 0;
    const fetch = async (): Promise<Response> => {
      requests++;
      return new Response();
    };
    const options = { at, clientId: 'id', clientSecret: new Sensitive(randomUUID()), fetch };
    expect(await failureOf(connectOrg(options))).toMatchObject({ kind: 'blocked' });
    expect(requests).toBe(0);
  });

  it('nothing goes to another host, even if the SDK is told to', async () => {
    const other = await scriptedOrg();
    const transport = new Transport({
      fetch: (request) => globalThis.fetch(request),
      origins: new Set(['https://api.mypurecloud.de']),
      sleep: async () => {},
      deadline: () => new AbortController().signal,
    });
    const asked = { url: `${other.origin}/api/v2/integrations`, method: 'GET', headers: {} };
    expect(await failureOf(transport.request(asked))).toMatchObject({ kind: 'blocked' });
    expect(other.seen).toEqual([]);
  });

  it('a region is signed in to at its login host and called at its API host', async () => {
    const urls: string[] = [];
    const fetch = async ({ url }: Request): Promise<Response> => {
      urls.push(url);
      return Response.json(url.endsWith('/oauth/token') ? { access_token: randomUUID() } : ORGANIZATION.json);
    };
    const at = { key: 'eu_central_1', domain: 'mypurecloud.de' };
    const client = await connectOrg({ at, clientId: 'id', clientSecret: new Sensitive(randomUUID()), fetch });
    await client.organization();
    expect(urls).toEqual([
      'https://login.mypurecloud.de/oauth/token',
      'https://api.mypurecloud.de/api/v2/organizations/me',
    ]);
  });
});
