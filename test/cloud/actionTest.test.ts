import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Answer, failureOf, scriptedOrg, signedIn } from './support/scriptedOrg.ts';

async function answering(json: unknown, more: Partial<Extract<Answer, object>> = {}) {
  const org = await scriptedOrg({ answers: [{ json, ...more }] });
  return { org, ...(await signedIn(org)) };
}

describe('the test of a Data Action', () => {
  it('keeps of the answer step names, success and error codes', async () => {
    const value = randomUUID();
    const { client, org } = await answering({
      operations: [
        { step: 1, name: 'Validate input against schema', success: true, result: { value } },
        { step: 2, name: `Ask ${value}`, success: false, error: { code: 'bad.request', message: value } },
      ],
      error: { code: `said: ${value}`, message: value },
      finalResult: { value },
      success: false,
    });
    expect(await client.testAction('a-1', 'published', { bookingId: value })).toEqual({
      success: false,
      steps: [
        { name: 'Validate input against schema', success: true },
        { success: false, code: 'bad.request' },
      ],
    });
    expect(org.seen.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/api/v2/integrations/actions/a-1/test', JSON.stringify({ bookingId: value })],
    ]);
  });

  it('asks for the draft where that is meant', async () => {
    const { client, org } = await answering({ success: true });
    expect(await client.testAction('a-1', 'draft', {})).toEqual({ success: true, steps: [] });
    expect(org.seen[0]?.path).toBe('/api/v2/integrations/actions/a-1/draft/test');
  });

  it('is not sent again when no answer came', async () => {
    const org = await scriptedOrg({ answers: ['reset'] });
    const { client } = await signedIn(org);
    expect(await failureOf(client.testAction('a-1', 'published', {}))).toMatchObject({ kind: 'network' });
    expect(org.seen).toHaveLength(1);
  });

  it('does not take an answer that says nothing for a success', async () => {
    const { client } = await answering({});
    expect(await failureOf(client.testAction('a-1', 'published', {}))).toMatchObject({ kind: 'network' });
  });

  it('knows address, method and inputs before', async () => {
    const schema = { required: ['id'], properties: { id: { type: 'string' }, most: { type: 'integer' }, any: {} } };
    const { client, org } = await answering({
      id: 'a-1',
      config: { request: { requestUrlTemplate: 'https://api.example.com/x', requestType: 'GET' } },
      contract: { input: { inputSchema: schema } },
    });
    expect(await client.actionUnderTest('a-1', 'published')).toEqual({
      url: 'https://api.example.com/x',
      method: 'GET',
      inputs: [
        { name: 'id', required: true, type: 'string' },
        { name: 'most', required: false, type: 'integer' },
        { name: 'any', required: false },
      ],
    });
    expect(org.seen[0]?.path).toContain('expand=contract');
  });
});
