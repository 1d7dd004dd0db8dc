import { describe, expect, test } from 'vitest';
import type { ActionConfig, PublishedAction } from '../../src/cloud/orgClient.ts';
import { FormerVersions } from '../../src/store/index.ts';
import { versionToRollBack } from '../../src/store/publishKeeping.ts';
import { MemorySecrets } from './support/memorySecrets.ts';

const DAY = 24 * 60 * 60 * 1000;

const config = (url: string): ActionConfig => ({
  request: { requestUrlTemplate: url, headers: {}, requestTemplate: '', rest: { a: 1, b: [2] } },
  response: { successTemplate: '', rest: {} },
  rest: {},
});

const action = (id: string, version: number, url = 'literal'): PublishedAction => ({
  id,
  name: id,
  version,
  config: config(url),
});

function kept() {
  const secrets = new MemorySecrets();
  const clock = { now: 0 };
  return { secrets, clock, versions: new FormerVersions(secrets, () => clock.now) };
}

describe('the version before an update', () => {
  test('is kept for its org and its action, the last one of each', async () => {
    const { versions } = kept();
    await versions.complete(await versions.keep('one', action('a', 1), config('sent')), 2);
    await versions.complete(await versions.keep('two', action('a', 7), config('sent')), 8);
    await versions.complete(await versions.keep('one', action('a', 3), config('sent')), 4);
    expect(await versions.of('one', 'a')).toMatchObject({ action: { version: 3 }, published: 4 });
    expect(await versions.of('one', 'a')).not.toHaveProperty('earlier');
    expect(await versions.of('two', 'a')).toMatchObject({ published: 8 });
    expect(await versions.of('one', 'b')).toBeUndefined();
  });

  test('is deleted after a week, and not only looked away from', async () => {
    const { clock, secrets, versions } = kept();
    await versions.keep('one', action('a', 1), config('sent'));
    clock.now = 6 * DAY;
    await versions.keep('one', action('b', 1), config('sent'));
    clock.now = 8 * DAY;
    expect(await versions.of('one', 'a')).toBeUndefined();
    await versions.purge();
    expect(secrets.values.size).toBe(1);
    expect(await versions.of('one', 'b')).toBeDefined();
  });

  test('of an org that somebody has signed out of is deleted at once', async () => {
    const { secrets, versions } = kept();
    await versions.keep('one', action('a', 1), config('sent'));
    await versions.keep('two', action('a', 1), config('sent'));
    await versions.purge('one');
    expect([secrets.values.size, await versions.of('one', 'a')]).toEqual([1, undefined]);
  });

  test('that an earlier version of this program kept in one list is found, and deleted after its week', async () => {
    const { clock, secrets, versions } = kept();
    const old = { orgId: 'one', action: action('a', 1), published: 2, until: 7 * DAY };
    secrets.values.set('formerVersions', JSON.stringify([old]));
    expect(await versions.of('one', 'a')).toEqual(old);
    clock.now = 400 * DAY;
    await versions.purge();
    expect([...secrets.values]).toEqual([]);
  });

  test('that cannot be read is nothing that may be written over', async () => {
    const { secrets, versions } = kept();
    secrets.values.set('formerVersion.one,a', '{');
    await expect(versions.keep('one', action('a', 1), config('sent'))).rejects.toMatchObject({ name: 'StorageError' });
    await versions.purge();
    expect([...secrets.values]).toEqual([['formerVersion.one,a', '{']]);
    await versions.discard('one', 'a');
    await versions.keep('one', action('a', 1), config('sent'));
    expect(await versions.of('one', 'a')).toBeDefined();
  });
});

describe('what may be rolled back', () => {
  const former = { orgId: 'one', action: action('a', 3), sent: config('sent'), until: DAY };
  const now = (version: number, url = 'sent') => action('a', version, url);

  test.each([
    ['the version that the update published', { ...former, published: 4 }, now(4), 'former'],
    ['another version', { ...former, published: 4 }, now(5), 'changed'],
    ['without an answer, what was sent', former, now(4), 'former'],
    ['without an answer, what somebody else has published since', former, now(5, 'theirs'), 'changed'],
    ['without an answer, the version before', former, now(3, 'literal'), 'not-published'],
    ['without an answer and without what was sent', { ...former, sent: undefined }, now(4), 'changed'],
  ] as const)('%s', (_what, { sent, ...rest }, present, expected) => {
    const version = sent === undefined ? rest : { ...rest, sent };
    expect(versionToRollBack(version, present)).toEqual(expected === 'former' ? version : expected);
  });

  test('members may come back in another order, and an array stays one', () => {
    const { rest: _rest, ...request } = former.sent.request;
    const reordered = { ...former.sent, request: { rest: { b: [2], a: 1 }, ...request } };
    expect(versionToRollBack(former, { ...now(4), config: reordered })).toBe(former);
    const other = { ...former.sent, request: { ...request, rest: { a: 1, b: { 0: 2 } } } };
    expect(versionToRollBack(former, { ...now(4), config: other })).toBe('changed');
  });

  test('an update that did not take place leaves what was kept before it', () => {
    const earlier = { ...former, action: action('a', 2), published: 3 };
    expect(versionToRollBack({ ...former, earlier }, now(3, 'literal'))).toBe(earlier);
  });
});
