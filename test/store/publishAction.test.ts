import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { connectOrg } from '../../src/cloud/index.ts';
import type { ActionConfig } from '../../src/cloud/orgClient.ts';
import { createPracticeOrg, PRACTICE_PERMISSIONS, PRACTICE_REGION, seedPracticeOrg } from '../../src/practice/index.ts';
import { publishAction } from '../../src/store/index.ts';
import type { PublishPort } from '../../src/store/publishAction.ts';
import { renderVelocity } from '../practice/sampleOrg.ts';

type Fault = 'refused' | 'broken' | 'lost';

const FAULTS = ['refused', 'broken', 'lost'] as const satisfies readonly Fault[];

/** A published action of the practice org, and its next configuration. @param fault at the API call of that number, from 0; where it stays, no later call comes through */
async function prepared(fault?: { readonly at: number; readonly kind: Fault; readonly stays?: boolean }) {
  const newId = () => randomUUID();
  const now = () => '2026-01-02T03:04:05.000Z';
  const login = { id: newId(), secret: newId(), name: 'Tester', permissions: PRACTICE_PERMISSIONS };
  const { state, values } = seedPracticeOrg({ newId, now });
  const org = createPracticeOrg({ seed: state, values, clients: [login], render: renderVelocity, newId, now });
  const sent: string[] = [];
  let counting = false;
  const client = await connectOrg({
    at: PRACTICE_REGION,
    clientId: login.id,
    clientSecret: new Sensitive(login.secret),
    sleep: async () => {},
    fetch: async (request) => {
      if (!counting) return org.handle(request);
      const hit = fault?.at === sent.length ? fault.kind : undefined;
      const isGone = fault?.stays === true && sent.length > fault.at;
      sent.push(`${request.method} ${new URL(request.url).pathname.split('/').slice(6).join('/')}`);
      if (isGone) throw new TypeError('fetch failed');
      if (hit === 'refused') return Response.json({ code: 'missing.permissions', status: 403 }, { status: 403 });
      if (hit === 'broken') return Response.json({ status: 500 }, { status: 500 });
      const answer = await org.handle(request);
      if (hit === 'lost') throw new TypeError('fetch failed');
      return answer;
    },
  });
  const [found] = await client.actionsNamed('Find Booking');
  const seen = await client.action(found?.id ?? '');
  const headers = { 'X-API-Key': '${credentials.apiKey}' };
  const config = { ...seen.config, request: { ...seen.config.request, headers } };
  counting = true;
  const inOrg = () => org.snapshot().actions.find(({ id }) => id === seen.id);
  return { client, config, headers, inOrg, org, seen, sent, before: inOrg() };
}

test('an action is published by way of a draft that is validated', async () => {
  const { client, config, headers, inOrg, seen, sent, before } = await prepared();
  const outcome = await publishAction(client, seen, config);
  expect(outcome).toEqual({ kind: 'published', version: inOrg()?.published?.version });
  expect(inOrg()?.published?.config.request).toEqual({ ...before?.published?.config.request, headers });
  expect(inOrg()?.published?.config.response).toEqual(before?.published?.config.response);
  expect(sent).toEqual([
    'GET draft',
    'POST draft',
    'GET ',
    'GET templates/requesttemplate.vm',
    'GET templates/successtemplate.vm',
    'GET draft',
    'GET draft/templates/requesttemplate.vm',
    'GET draft/templates/successtemplate.vm',
    'GET ',
    'GET templates/requesttemplate.vm',
    'GET templates/successtemplate.vm',
    'PATCH draft',
    'GET draft/validation',
    'POST draft/publish',
  ]);
});

test('somebody’s draft is left alone', async () => {
  const { client, config, inOrg, seen, before } = await prepared();
  const version = await client.startDraft(seen.id);
  await client.patchDraft(seen.id, version, {
    ...seen.config,
    response: { ...seen.config.response, successTemplate: '{}' },
  });
  const draft = inOrg()?.draft;
  expect(await publishAction(client, seen, config)).toEqual({ kind: 'refused', reason: 'draft', draft: 'none' });
  expect(inOrg()).toEqual({ ...before, draft });
});

test.each([
  ['configuration', (config: ActionConfig) => ({ ...config, response: { ...config.response, successTemplate: '{}' } })],
  [
    'headers',
    (config: ActionConfig) => ({ ...config, request: { ...config.request, headers: { Accept: 'text/plain' } } }),
  ],
])('nor is one published that somebody begins at the same moment: %s', async (_what, theirs) => {
  const { client, config, inOrg, seen, before } = await prepared();
  const changed = theirs(seen.config);
  const startDraft = async (id: string) => {
    await client.patchDraft(id, await client.startDraft(id), changed);
    return client.startDraft(id);
  };
  const org: PublishPort = {
    action: (id) => client.action(id),
    discardDraft: (id) => client.discardDraft(id),
    hasDraft: (id) => client.hasDraft(id),
    isDraftFresh: (id) => client.isDraftFresh(id),
    isDraftValid: (id) => client.isDraftValid(id),
    patchDraft: (id, version, next) => client.patchDraft(id, version, next),
    publishDraft: (id, version) => client.publishDraft(id, version),
    startDraft,
  };
  expect(await publishAction(org, seen, config)).toEqual({ kind: 'refused', reason: 'draft', draft: 'none' });
  expect(inOrg()?.published).toEqual(before?.published);
  expect(inOrg()?.draft?.config?.request.headers).toEqual(changed.request.headers);
});

describe('in an org that is gone from one call on', async () => {
  const plain = await prepared();
  await publishAction(plain.client, plain.seen, plain.config);
  const cases = plain.sent.flatMap((name, at) => (['broken', 'lost'] as const).map((kind) => ({ name, at, kind })));

  test.each(cases)('$kind at $name ($at): nothing is told that is not known', async ({ at, kind }) => {
    const { client, config, inOrg, seen, before } = await prepared({ at, kind, stays: true });
    const outcome = await publishAction(client, seen, config);
    if (plain.sent[at] === 'POST draft/publish') expect(outcome.kind).toBe('unknown');
    else expect(inOrg()?.published).toEqual(before?.published);
    if (inOrg()?.draft !== undefined && outcome.kind !== 'unknown') expect(outcome).toMatchObject({ draft: 'left' });
  });
});

test('a version that is no longer the one that was looked at is left alone', async () => {
  const { client, config, inOrg, seen, before } = await prepared();
  const outcome = await publishAction(client, { ...seen, version: seen.version - 1 }, config);
  expect(outcome).toEqual({ kind: 'refused', reason: 'changed', draft: 'none' });
  expect(inOrg()).toEqual(before);
});

describe('whatever fails', async () => {
  const plain = await prepared();
  await publishAction(plain.client, plain.seen, plain.config);
  const cases = plain.sent.flatMap((name, at) => FAULTS.map((kind) => ({ name, at, kind })));

  test.each(cases)(
    '$kind at $name ($at): published as a whole or not at all, and no draft is left untold',
    async (fault) => {
      const { client, config, headers, inOrg, seen, before } = await prepared(fault);
      const outcome = await publishAction(client, seen, config);
      const now = inOrg();
      if (outcome.kind === 'published') {
        expect(now?.published?.config.request.headers).toEqual(headers);
        // Whoever rolls back begins with the version that was told.
        expect(outcome.version).toBe(now?.published?.version);
      } else expect(now?.published).toEqual(before?.published);
      const isTold = 'draft' in outcome && outcome.draft === 'left';
      if (now?.draft !== undefined) expect(isTold).toBe(true);
    },
  );
});
