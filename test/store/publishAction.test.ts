import { describe, expect, test } from 'vitest';
import type { ActionConfig } from '../../src/cloud/orgClient.ts';
import { publishAction } from '../../src/store/index.ts';
import type { PublishPort } from '../../src/store/publishAction.ts';
import { FAULTS, prepared } from './support/publication.ts';

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
