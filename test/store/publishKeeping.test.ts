import { describe, expect, test } from 'vitest';
import { FormerVersions, publishAction, publishKeeping, versionToRollBack } from '../../src/store/index.ts';
import { MemorySecrets } from './support/memorySecrets.ts';
import { FAULTS, prepared } from './support/publication.ts';
import { FaultTable } from './support/table.ts';

/** A publication that keeps the version before; the process may end at a call, which then gets no answer and no other call either. */
async function keeping(fault?: Parameters<typeof prepared>[0]) {
  const at = await prepared(fault);
  const secrets = new MemorySecrets();
  const former = new FormerVersions(secrets, () => 0);
  const publish = () => publishKeeping({ org: at.client, former }, 'org', at.seen, at.config);
  return { ...at, former, secrets, publish };
}

describe('the version before a publication', async () => {
  test.each(['store', 'get'] as const)('that cannot be kept (%s): nothing is sent', async (call) => {
    const { inOrg, publish, secrets, sent, before } = await keeping();
    secrets.refuses = (each) => each === call;
    expect(await publish()).toMatchObject({ kind: 'not-kept' });
    expect([sent, inOrg()]).toEqual([[], before]);
  });

  test('is kept before anything is sent, so that a crash after it loses nothing', async () => {
    const { client, former, publish, secrets, seen } = await keeping();
    const stored = secrets.store.bind(secrets);
    let writes = 0;
    // The process ends when it would write which version was published.
    secrets.store = (key, value) => (++writes === 2 ? new Promise(() => {}) : stored(key, value));
    void publish();
    while (writes < 2) await new Promise((resolve) => setImmediate(resolve));
    const kept = await former.of('org', seen.id);
    if (!kept) throw new Error('not kept');
    expect(kept).not.toHaveProperty('published');
    expect(versionToRollBack(kept, await client.action(seen.id))).toBe(kept);
  });

  test('that a storage refuses to complete is rolled back by what was sent', async () => {
    const { client, former, publish, secrets, seen } = await keeping();
    let writes = 0;
    secrets.refuses = (call) => call === 'store' && ++writes === 2;
    expect(await publish()).toMatchObject({ kind: 'published' });
    const kept = await former.of('org', seen.id);
    if (!kept) throw new Error('not kept');
    expect(versionToRollBack(kept, await client.action(seen.id))).toBe(kept);
  });

  test('that was kept of an earlier update stays when the next one does not take place', async () => {
    const first = await keeping();
    await first.publish();
    const kept = await first.former.of('org', first.seen.id);
    const now = await first.client.action(first.seen.id);
    await first.client.startDraft(first.seen.id);
    const again = await publishKeeping({ org: first.client, former: first.former }, 'org', now, first.config);
    expect(again).toMatchObject({ kind: 'refused', reason: 'draft' });
    expect(await first.former.of('org', first.seen.id)).toEqual(kept);
  });
});

const table = new FaultTable('One publication, an answer lost, then a colleague');

type Keeping = Awaited<ReturnType<typeof keeping>>;

/** Somebody else publishes a version of their own, through a connection that works. */
async function colleague({ again, seen }: Keeping): Promise<void> {
  const org = await again();
  const now = await org.action(seen.id);
  if (await org.hasDraft(seen.id)) await org.discardDraft(seen.id);
  const response = { ...now.config.response, successTemplate: '{"colleague": true}' };
  expect(await publishAction(org, now, { ...now.config, response })).toMatchObject({ kind: 'published' });
}

/** Whether the update would be rolled back, and whether it is what the org has now. */
async function backIn({ again, config, former, inOrg, seen }: Keeping) {
  const kept = await former.of('org', seen.id);
  const back = kept ? versionToRollBack(kept, await (await again()).action(seen.id)) : 'not-published';
  const { headers } = inOrg()?.published?.config.request ?? {};
  return {
    isOffered: typeof back === 'object',
    hasReference: headers?.['X-API-Key'] === config.request.headers['X-API-Key'],
  };
}

describe('whatever answer is lost, and whoever publishes afterwards', async () => {
  const plain = await prepared();
  await publishAction(plain.client, plain.seen, plain.config);
  const cases = plain.sent.flatMap((name, at) => FAULTS.map((kind) => ({ name, at, kind })));
  const ways = [false, true].flatMap((stays) => [false, true].map((isColleague) => ({ stays, isColleague })));

  test.each(cases)('$kind at $name ($at): a roll-back takes back the update and nothing else', async (call) => {
    const { name, at, kind } = call;
    for (const { stays, isColleague } of ways) {
      const row = table.row(isColleague ? 'a colleague publishes' : 'nobody does', `${at + 1}. ${name}, ${kind}`);
      const begun = await keeping({ at, kind, stays });
      await begun.publish();
      if (isColleague) await colleague(begun);
      const { hasReference, isOffered } = await backIn(begun);
      // Wherever the update is the present version it can be taken back, and nothing else ever is.
      const isRight = isOffered === (hasReference && !isColleague);
      row.cases++;
      if (isRight) row.safe++;
      if (hasReference) row.reference++;
      else row.literal++;
      expect({ stays, isColleague, hasReference, isRight }).toMatchObject({ isRight: true });
    }
  });
});
