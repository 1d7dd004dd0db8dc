import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { Gate } from '../../src/cloud/gate.ts';
import { connectOrg } from '../../src/cloud/index.ts';
import { failureOf } from './support/scriptedOrg.ts';

/** Tasks that end when the test says so. */
function tasks() {
  const begun: (() => void)[] = [];
  const task = () => new Promise<void>((resolve) => begun.push(resolve));
  return { begun, task };
}

describe('a gate', () => {
  it('lets as many run at once as it is told to, the others in their order', async () => {
    const gate = new Gate(2);
    const { begun, task } = tasks();
    const all = [1, 2, 3, 4].map(() => gate.run(undefined, task));
    expect(begun).toHaveLength(2);
    begun[0]?.();
    await all[0];
    expect(begun).toHaveLength(3);
    begun[1]?.();
    begun[2]?.();
    await expect.poll(() => begun.length).toBe(4);
    begun[3]?.();
    await Promise.all(all);
  });

  it('goes on after a task that fails', async () => {
    const gate = new Gate(1);
    expect(await failureOf(gate.run(undefined, () => Promise.reject(new Error('no'))))).toBeInstanceOf(Error);
    expect(await gate.run(undefined, async () => 'done')).toBe('done');
  });

  it('lets go of whoever is cancelled while waiting, and never runs it', async () => {
    const gate = new Gate(1);
    const { begun, task } = tasks();
    const cancel = new AbortController();
    const first = gate.run(undefined, task);
    const second = failureOf(gate.run(cancel.signal, task));
    const third = gate.run(undefined, task);
    cancel.abort();
    expect(await second).toMatchObject({ kind: 'aborted' });
    begun[0]?.();
    await first;
    await expect.poll(() => begun.length).toBe(2);
    begun[1]?.();
    await third;
  });
});

describe('an org', () => {
  it('gets five requests at once', async () => {
    let now = 0;
    let most = 0;
    const fetch = async ({ url }: Request): Promise<Response> => {
      if (url.endsWith('/oauth/token')) return Response.json({ access_token: randomUUID() });
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now--;
      return Response.json({ id: '1', name: 'Northwind' });
    };
    const at = { key: 'eu_central_1', domain: 'mypurecloud.de' };
    const client = await connectOrg({ at, clientId: 'id', clientSecret: new Sensitive(randomUUID()), fetch });
    await Promise.all(Array.from({ length: 20 }, () => client.organization()));
    expect(most).toBe(5);
  });
});
