import { describe, expect, it } from 'vitest';
import { PRACTICE_FAULTS, type PracticeFault, PracticeFaults } from '../../src/practice/faults.ts';

const URL_BASE = 'https://api.practice.invalid/api/v2/integrations';

function practice() {
  const slept: number[] = [];
  const reached: string[] = [];
  const faults = new PracticeFaults(
    () => Date.parse('2026-01-02T03:04:05.000Z'),
    async (ms) => void slept.push(ms),
  );
  const entities = ['2026-01-02T03:00:00.000Z', '2026-01-02T03:04:00.000Z'].map((createdDate) => ({ createdDate }));
  const send = (method: string, path: string) =>
    faults.middleware(new Request(URL_BASE + path, { method }), async (request) => {
      reached.push(request.method);
      return Response.json({ entities });
    });
  return { faults, reached, send, slept };
}

describe('a chosen fault meets the next request that changes something', () => {
  it.each(['401', '403', '409', '429', '500', '503'] as const)('%s', async (fault) => {
    const { faults, reached, send } = practice();
    faults.choose(fault);
    expect((await send('GET', '/a')).status).toBe(200);
    expect((await send('POST', '/credentials')).status).toBe(Number(fault));
    expect((await send('POST', '/credentials')).status).toBe(200);
    expect(reached).toEqual(['GET', 'POST']);
  });

  it.each([
    ['POST', '/credentials', 'integrations:integration:add'],
    ['PUT', '/x/config/current', 'integrations:integration:edit'],
    ['DELETE', '/credentials/x', 'integrations:integration:delete'],
    ['POST', '/actions/x/draft/publish', 'integrations:action:edit'],
  ])('403 to %s %s names the permission %s', async (method, path, permission) => {
    const { faults, send } = practice();
    faults.choose('403');
    expect(await (await send(method, path)).json()).toMatchObject({
      code: 'missing.permissions',
      message: expect.stringContaining(permission),
      messageParams: { permissions: permission },
    });
  });

  it.each([
    ['reset', 0],
    ['lost', 1],
  ] as const)('%s: no answer, after %i effects', async (fault, effects) => {
    const { faults, reached, send } = practice();
    faults.choose(fault);
    await expect(send('PUT', '/x/config/current')).rejects.toThrow('fetch failed');
    expect(reached.length).toBe(effects);
  });

  it('lost-and-lag: no answer, after an effect that listings do not show', async () => {
    const { faults, send } = practice();
    faults.choose('lost-and-lag');
    await expect(send('POST', '/credentials')).rejects.toThrow('fetch failed');
    const listed = await (await send('GET', '/credentials/listing')).json();
    expect(listed).toEqual({ entities: [{ createdDate: '2026-01-02T03:00:00.000Z' }] });
  });

  it('timeout-after: an effect, and no answer while somebody waits for one', async () => {
    const { faults, reached } = practice();
    faults.choose('timeout-after');
    const abort = new AbortController();
    const request = new Request(`${URL_BASE}/credentials`, { method: 'POST', signal: abort.signal });
    const next = async ({ method }: Request) => {
      reached.push(method);
      setTimeout(() => abort.abort());
      return new Response();
    };
    await expect(faults.middleware(request, next)).rejects.toThrow('fetch failed');
    expect(reached).toEqual(['POST']);
  });

  it('second-person: the same change is made by somebody a moment before', async () => {
    const { faults, reached, send } = practice();
    faults.choose('second-person');
    await send('POST', '/credentials');
    await send('PUT', '/x/config/current');
    expect(reached).toEqual(['POST', 'PUT', 'PUT']);
  });
});

it('lag: listings do not show what is new, until something else is chosen', async () => {
  const { faults, send } = practice();
  const listed = async () => ((await (await send('GET', '/credentials/listing')).json()) as { entities: [] }).entities;
  faults.choose('lag');
  expect((await listed()).length).toBe(1);
  faults.choose('none');
  expect((await listed()).length).toBe(2);
});

it('slow: every request takes its time', async () => {
  const { faults, send, slept } = practice();
  faults.choose('slow');
  await send('GET', '/a');
  await send('POST', '/a');
  expect(slept.length).toBe(2);
});

it.each(PRACTICE_FAULTS)('%s never touches a login', async (fault: PracticeFault) => {
  const { faults, reached } = practice();
  faults.choose(fault);
  const login = new Request('https://login.practice.invalid/oauth/token', { method: 'POST' });
  await faults.middleware(login, async () => Response.json(reached.push('login')));
  expect(reached).toEqual(['login']);
});
