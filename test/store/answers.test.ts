import { describe, expect, test } from 'vitest';
import { CloudError, type CloudErrorFacts } from '../../src/cloud/cloudError.ts';
import { storeCredential } from '../../src/store/index.ts';
import { answering, type BadAnswer } from './support/answering.ts';
import { World } from './support/world.ts';

type Editor = World['editorSays'];

const api = (status: number, more: CloudErrorFacts = {}) => new CloudError('api', { status, ...more });

/** Answers that say that nothing was done. */
const DEFINITE: Readonly<Record<string, () => CloudError>> = {
  400: () => api(400),
  401: () => api(401),
  403: () => api(403),
  404: () => api(404),
  409: () => api(409, { stale: true }),
  429: () => api(429, { retryAfter: 3 }),
  login: () => new CloudError('login', { status: 400 }),
  blocked: () => new CloudError('blocked'),
};

/** Answers that leave open whether it was done. */
const OPEN: Readonly<Record<string, () => CloudError>> = {
  408: () => api(408, { stale: true }),
  500: () => api(500),
  503: () => api(503, { retryAfter: 3 }),
  504: () => api(504),
  network: () => new CloudError('network'),
  timeout: () => new CloudError('timeout'),
  aborted: () => new CloudError('aborted'),
};

async function run(editorSays: Editor, bad: BadAnswer | undefined) {
  const world = new World();
  world.editorSays = editorSays;
  const org = bad ? answering(world.org, bad) : world.org;
  return { world, outcome: await storeCredential(world.request, { ...world.ports, org }) };
}

function count(world: World, call: string): number {
  return world.gate.trace.filter((name) => name === call).length;
}

const isOrgCall = (name: string) => !name.startsWith('journal') && name !== 'apply';

describe.each([undefined, 'changed'] as const)('when the editor says %s', async (editorSays) => {
  const { world: plain } = await run(editorSays, undefined);
  const calls = plain.gate.trace.filter(isOrgCall).map((name, at) => ({ name, at }));
  const cases = calls.flatMap((call) => [
    ...Object.entries({ ...DEFINITE, ...OPEN }).map(([answer, error]) => ({
      ...call,
      answer,
      error,
      when: 'before' as const,
    })),
    ...Object.entries(OPEN).map(([answer, error]) => ({ ...call, answer, error, when: 'after' as const })),
  ]);

  test.each(cases)('$answer $when $name ($at) leaves no orphan that is not named', async ({ at, when, error }) => {
    const { world, outcome } = await run(editorSays, { at, when, error });
    world.expectSafe(outcome);
    expect(count(world, 'createCredential')).toBeLessThanOrEqual(1);
    if (outcome.kind !== 'failed') {
      expect([outcome.kind, world.hasReference, world.entries]).toEqual(['stored', true, []]);
      return;
    }
    expect(world.hasLiteral).toBe(true);
    if (outcome.undone.kind === 'left-behind') {
      expect(outcome.undone.credentialName).toBe(world.own[0]?.name);
      expect(world.entries).toHaveLength(1);
      return;
    }
    expect([world.own, world.bound]).toEqual([[], undefined]);
    // A create without an answer that no listing shows is looked for again at the next start.
    if (outcome.step !== 'create') expect(world.entries).toEqual([]);
  });
});

const position = async (call: string, editorSays?: Editor): Promise<number> =>
  (await run(editorSays, undefined)).world.gate.trace.filter(isOrgCall).lastIndexOf(call);

test.each(Object.keys(OPEN))(
  '%s after the create is looked up by name, and nothing is created twice',
  async (answer) => {
    const error = OPEN[answer] ?? api.bind(undefined, 500);
    const at = await position('createCredential');
    const { world, outcome } = await run(undefined, { at, when: 'after', error });
    expect(outcome.kind).toBe('stored');
    expect([count(world, 'createCredential'), count(world, 'credentialsNamed')]).toEqual([1, 1]);
  },
);

test.each(Object.keys(DEFINITE))('%s at the create deletes nothing and unbinds nothing', async (answer) => {
  const error = DEFINITE[answer] ?? api.bind(undefined, 400);
  const { world, outcome } = await run(undefined, { at: await position('createCredential'), when: 'before', error });
  expect(outcome).toMatchObject({ kind: 'failed', step: 'create', undone: { kind: 'nothing-to-undo' } });
  expect(world.entries).toEqual([]);
  for (const call of ['deleteCredential', 'putIntegrationConfig']) expect(world.gate.trace).not.toContain(call);
});

// What a PUT answers that was sent again by the transport because the answer to the first one was lost.
test('a version conflict although the bind was carried out counts as bound', async () => {
  const at = await position('putIntegrationConfig');
  const error = () => api(409, { stale: true });
  const { world, outcome } = await run(undefined, { at, when: 'after', error });
  expect(outcome.kind).toBe('stored');
  expect(count(world, 'putIntegrationConfig')).toBe(1);
  world.expectSafe(outcome);
});

test('a version conflict although the slot was emptied again counts as emptied', async () => {
  const at = await position('putIntegrationConfig', 'changed');
  const error = () => api(409, { stale: true });
  const { world, outcome } = await run('changed', { at, when: 'after', error });
  expect(outcome).toMatchObject({ undone: { kind: 'removed' } });
  expect(count(world, 'putIntegrationConfig')).toBe(2);
  expect([world.own, world.bound, world.entries]).toEqual([[], undefined, []]);
});

// What a DELETE answers that was sent again by the transport.
test('not found although the credential was deleted counts as deleted', async () => {
  const at = await position('deleteCredential', 'changed');
  const { world, outcome } = await run('changed', { at, when: 'after', error: () => api(404) });
  expect(outcome).toMatchObject({ undone: { kind: 'removed' } });
  expect([world.own, world.entries]).toEqual([[], []]);
  expect(count(world, 'deleteCredential')).toBe(1);
});

test.each(Object.keys(OPEN))('a delete that %s answers is sent a second time, and no third', async (answer) => {
  const error = OPEN[answer] ?? api.bind(undefined, 500);
  const { world, outcome } = await run('changed', {
    at: await position('deleteCredential', 'changed'),
    when: 'after',
    error,
  });
  expect(outcome).toMatchObject({ undone: { kind: 'removed' } });
  expect(count(world, 'deleteCredential')).toBe(2);
});
