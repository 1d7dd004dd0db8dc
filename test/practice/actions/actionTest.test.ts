import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/practice/http/json.ts';
import { readPracticeState, writePracticeState } from '../../../src/practice/kept/keptState.ts';
import { type Sample, sampleOrg } from '../sampleOrg.ts';

const ACTIONS = '/api/v2/integrations/actions';

interface TestAnswer {
  readonly success: boolean;
  readonly operations: readonly {
    readonly step: number;
    readonly name: string;
    readonly success: boolean;
    readonly error?: { readonly message: string };
  }[];
  readonly finalResult?: {
    readonly request: { readonly url: string; readonly headers: Record<string, string>; readonly body?: string };
  };
}

async function test(sample: Sample, name: string, input: JsonObject) {
  const { id } = await sample.action(name);
  return (await sample.call<TestAnswer>('POST', `${ACTIONS}/${id}/test`, input)).body;
}

/** Replaces the header values of an action. */
async function setHeaders(sample: Sample, name: string, headers: Record<string, string>): Promise<void> {
  const { id, version } = await sample.action(name);
  const config = { request: { requestUrlTemplate: 'https://x.example.com', requestType: 'GET', headers } };
  expect((await sample.call('PATCH', `${ACTIONS}/${id}`, { version, config })).status).toBe(200);
}

describe('a test of an action', () => {
  it('shows the steps and the request, with stored values masked in any encoding', async () => {
    const sample = await sampleOrg();
    await setHeaders(sample, 'Create Payment Link', {
      Authorization: 'Basic $encoding.base64("${credentials.accountId}:${credentials.secretKey}")',
      'X-Plain': '${credentials.secretKey}',
    });
    const answer = await test(sample, 'Create Payment Link', { recordLocator: 'R1' });
    const { id } = await sample.action('Create Payment Link');
    const rendered = sample.org.renderRequest(id, { recordLocator: 'R1' });
    const real = rendered.ok ? rendered.request : undefined;
    expect(answer.operations.map(({ step, name, success }) => [step, name, success])).toEqual([
      [1, 'Validate input against schema', true],
      [2, 'Resolve request URL template', true],
      [3, 'Resolve request header templates', true],
      [4, 'Resolve request body template', true],
      [5, 'Execute request', true],
    ]);
    expect(answer.finalResult?.request.headers).toEqual({ Authorization: 'Basic ********', 'X-Plain': '********' });
    const text = JSON.stringify(answer);
    for (const value of Object.values(real?.headers ?? {})) expect(text).not.toContain(value.replace('Basic ', ''));
    expect(Object.values(real?.headers ?? {})).toHaveLength(2);
  });

  it('renders inputs, body and macros', async () => {
    const answer = await test(await sampleOrg(), 'Create CRM Case', { customerNumber: '7', category: 'say "hi"' });
    expect(answer.finalResult?.request.body).toBe('{"customerNumber": "7", "category": "say \\"hi\\""}');
  });

  it('sends no body with GET', async () => {
    const answer = await test(await sampleOrg(), 'Find Booking', { bookingNumber: 'a b', lastName: 'x' });
    expect(answer.finalResult?.request.url).toBe('https://api.northwind-air.example/booking/v3/bookings/a+b');
    expect(answer.finalResult?.request).not.toHaveProperty('body');
  });

  it.each([[{}], [{ bookingNumber: 1, lastName: 'x' }]])('fails at the schema for the input %j', async (input) => {
    const { success, operations } = await test(await sampleOrg(), 'Find Booking', input);
    expect(success).toBe(false);
    expect(operations).toMatchObject([{ name: 'Validate input against schema', success: false }]);
  });

  it('runs on a draft too', async () => {
    const sample = await sampleOrg();
    const { id } = await sample.action('Find Booking');
    await sample.call('POST', `${ACTIONS}/${id}/draft`);
    const { body } = await sample.call<TestAnswer>('POST', `${ACTIONS}/${id}/draft/test`, {
      bookingNumber: '1',
      lastName: 'x',
    });
    expect(body.success).toBe(true);
  });

  it('masks a literal in a header that authenticates', async () => {
    const sample = await sampleOrg();
    const literal = sample.newId();
    await setHeaders(sample, 'Get Miles Balance', {
      Authorization: `Bearer ${literal}`,
      'X-Api-Key': literal,
      Accept: 'a/b',
    });
    const answer = await test(sample, 'Get Miles Balance', { memberNumber: '1', authorization: 'a' });
    expect(answer.finalResult?.request.headers).toEqual({
      Authorization: 'Bearer ********',
      'X-Api-Key': '********',
      Accept: 'a/b',
    });
  });

  it('never quotes the engine, whatever it throws', async () => {
    const sample = await sampleOrg({
      extra: {
        render: (template) => {
          throw new Error(template);
        },
      },
    });
    const { operations } = await test(sample, 'Find Booking', { bookingNumber: '1', lastName: 'x' });
    expect(operations.at(-1)?.error?.message).toBe('The template could not be rendered.');
  });
});

describe('references', () => {
  const HEADER_STEP = { name: 'Resolve request header templates', success: false };

  it.each([
    ['the slot is empty', 'Get Miles Balance', '${credentials.apiKey}'],
    ['the slot is empty and the reference silent', 'Get Miles Balance', '$!{credentials.apiKey}'],
    ['the field is missing', 'Create Payment Link', '${credentials.other}'],
    ['the field differs in case', 'Create Payment Link', '${credentials.secretkey}'],
    ['the credential is Basic Auth', 'Create CRM Case', '${credentials.userName}'],
    ['the reference has no braces', 'Create Payment Link', '$credentials.other'],
    ['it stands in a macro', 'Get Miles Balance', '$encoding.base64("${credentials.a}:x")'],
    ['the integration is OAuth and the action an ordinary one', 'Get Traveller Profile', '${credentials.clientSecret}'],
    ['there is no custom auth action', 'Get Miles Balance', '${authResponse.access_token}'],
    ['the token answer lacks the member', 'Get Traveller Profile', '${authResponse.tokens}'],
  ])('fail the step when %s', async (_when, name, value) => {
    const sample = await sampleOrg();
    await setHeaders(sample, name, { 'X-Value': value });
    const inputs = {
      memberNumber: '1',
      authorization: 'a',
      recordLocator: 'R1',
      customerNumber: '1',
      category: 'c',
      phone: '1',
    };
    const { success, operations } = await test(sample, name, inputs);
    expect(success).toBe(false);
    expect(operations.at(-1)).toMatchObject(HEADER_STEP);
  });

  it('are silently empty for a missing field in the form $!{…}', async () => {
    const sample = await sampleOrg();
    await setHeaders(sample, 'Create Payment Link', { 'X-Value': '[$!{credentials.other}]' });
    const answer = await test(sample, 'Create Payment Link', { recordLocator: 'R1' });
    expect(answer.finalResult?.request.headers).toEqual({ 'X-Value': '[]' });
  });

  it('work after the credential was stored and bound', async () => {
    const sample = await sampleOrg();
    const { id, config } = await sample.integration('Northwind Loyalty API');
    const value = sample.newId();
    const body = { type: { name: 'userDefined' }, credentialFields: { apiKey: value } };
    const { body: info } = await sample.call<{ id: string }>('POST', '/api/v2/integrations/credentials', body);
    const bound = { ...config.current, credentials: { basicAuth: { id: info.id } } };
    await sample.call('PUT', `/api/v2/integrations/${id}/config/current`, bound);
    await setHeaders(sample, 'Get Miles Balance', { 'X-API-Key': '${credentials.apiKey}' });
    const action = await sample.action('Get Miles Balance');
    expect((await test(sample, 'Get Miles Balance', { memberNumber: '1', authorization: 'a' })).success).toBe(true);
    expect(sample.org.renderRequest(action.id, {})).toMatchObject({
      ok: true,
      request: { headers: { 'X-API-Key': value } },
    });
  });

  it('of the token answer work in ordinary actions of an OAuth integration', async () => {
    const answer = await test(await sampleOrg(), 'Get Traveller Profile', { phone: '1' });
    expect(answer.finalResult?.request.headers).toMatchObject({ Authorization: 'Bearer ********' });
  });

  it('of the credential work in the custom auth action', async () => {
    const sample = await sampleOrg();
    const answer = await test(sample, 'Northwind Identity Auth', {});
    expect(answer.success).toBe(true);
    expect(answer.finalResult?.request).toMatchObject({ url: '********', body: 'grant_type=client_credentials' });
  });
});

describe('a Basic Auth integration', () => {
  it('adds the header itself', async () => {
    const sample = await sampleOrg();
    const { id } = await sample.action('Create CRM Case');
    const answer = await test(sample, 'Create CRM Case', { customerNumber: '1', category: 'c' });
    expect(answer.finalResult?.request.headers).toEqual({
      'Content-Type': 'application/json',
      Authorization: 'Basic ********',
    });
    const rendered = sample.org.renderRequest(id, { customerNumber: '1', category: 'c' });
    const sent = rendered.ok ? (rendered.request.headers.Authorization ?? '') : '';
    expect([...sample.org.credentialValues().values()]).toContainEqual(pair(atob(sent.replace('Basic ', ''))));
  });

  function pair(text: string): Record<string, string> {
    const [userName = '', password = ''] = text.split(':');
    return { userName, password };
  }
});

describe('a restart', () => {
  it('keeps the state as plain JSON without any value', async () => {
    const { org } = await sampleOrg();
    const text = JSON.stringify(org.snapshot());
    const values = [...org.credentialValues().values()].flatMap((fields) => Object.values(fields));
    expect(values.length).toBeGreaterThan(5);
    for (const value of values) expect(text).not.toContain(`"${value}"`);
    const kept = { state: org.snapshot(), made: new Map() };
    expect(readPracticeState(writePracticeState(kept))).toEqual({ ok: true, kept });
  });

  it('goes on with state and values as they were', async () => {
    const before = await sampleOrg();
    const seed = { state: JSON.parse(JSON.stringify(before.org.snapshot())), values: before.org.credentialValues() };
    const after = await sampleOrg({ seed, newId: before.newId });
    const answers = [before, after].map((sample) => test(sample, 'Create Payment Link', { recordLocator: 'R1' }));
    const [first, second] = await Promise.all(answers);
    expect(second).toEqual(first);
  });

  it('that lost the values keeps the field names and says so in a test', async () => {
    const sample = await sampleOrg({ values: new Map() });
    const message = expect.stringContaining('practice org kept no value for this credential over the restart');
    for (const [name, input] of [
      ['Create Payment Link', { recordLocator: 'R1' }],
      ['Create CRM Case', { customerNumber: '1', category: 'c' }],
    ] as const) {
      const { success, operations } = await test(sample, name, input);
      expect(success).toBe(false);
      expect(operations.at(-1)).toMatchObject({ success: false, error: { message } });
    }
    expect(sample.org.snapshot().credentials.some(({ fieldNames }) => fieldNames.includes('secretKey'))).toBe(true);
  });
});

describe('property: no stored value comes back', () => {
  it('in any answer to any reading request', async () => {
    const names = fc.constantFrom('apiKey', 'tenant', 'secretPart');
    const value = fc.string({ minLength: 12, maxLength: 40, unit: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, value, { minKeys: 1 }), async (credentialFields) => {
        const sample = await sampleOrg();
        const { id, config } = await sample.integration('Northwind Booking API');
        const body = { type: { name: 'userDefined' }, credentialFields };
        const created = await sample.call<{ id: string }>('POST', '/api/v2/integrations/credentials', body);
        const bound = { ...config.current, credentials: { basicAuth: { id: created.body.id } } };
        const put = await sample.call('PUT', `/api/v2/integrations/${id}/config/current`, bound);
        const headers = Object.fromEntries(
          Object.keys(credentialFields).map((name) => [name, `\${credentials.${name}}`]),
        );
        await setHeaders(sample, 'Find Booking', headers);
        const tested = await test(sample, 'Find Booking', { bookingNumber: '1', lastName: 'x' });
        const read = await sample.call('GET', `/api/v2/integrations/credentials/${created.body.id}`);
        const seen = [
          created.text,
          put.text,
          JSON.stringify(tested),
          read.text,
          JSON.stringify(sample.org.snapshot()),
        ].join('\n');
        for (const secret of Object.values(credentialFields))
          expect(seen).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
      { numRuns: 25 },
    );
  });
});
