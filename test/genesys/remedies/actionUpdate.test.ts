import { describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../src/genesys/remedies/actionRequest.ts';
import { planActionUpdate as planUpdate } from '../../../src/genesys/remedies/actionUpdate.ts';
import { requestDocument } from '../../../src/genesys/remedies/scannedRequest.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { renderTemplate } from '../../../src/genesys/velocity/render.ts';
import { drawn } from '../support/values.ts';

const [A, B] = [drawn(1), drawn(2)];
const KEY = '${credentials.apiKey}';

const CONTEXT = { integrationType: 'custom-rest-actions', isSignedByIntegration: false, render: renderTemplate };

function scanned(request: ActionRequest) {
  const text = requestDocument(request, CONTEXT.integrationType);
  return { request, text, detections: scanDocument({ name: 'a.custom.json', text }).detections };
}

const planActionUpdate = (file: ActionRequest, org: ActionRequest, context = CONTEXT) =>
  planUpdate(file, scanned(org), context);

function request(parts: Partial<ActionRequest>): ActionRequest {
  return { url: 'https://api.example.com/o', headers: {}, body: '', ...parts };
}

describe('the org’s action becomes the file’s but for the literals', () => {
  it.each([
    ['a header', { headers: { 'X-API-Key': KEY } }, { headers: { 'X-API-Key': A } }],
    ['a header in another case', { headers: { 'x-api-key': KEY } }, { headers: { 'X-API-Key': A } }],
    ['a scheme', { headers: { Authorization: `Bearer ${KEY}` } }, { headers: { Authorization: `Bearer ${A}` } }],
    [
      'a pair',
      { headers: { Authorization: 'Basic $encoding.base64("${credentials.userName}:${credentials.password}")' } },
      { headers: { Authorization: `Basic ${btoa(`svc:${A}`)}` } },
    ],
    ['a query', { url: `https://x.example/?k=$esc.url(${KEY})&a=1` }, { url: `https://x.example/?k=${A}&a=1` }],
    [
      'a token from the custom auth action',
      { headers: { Authorization: 'Bearer ${authResponse.access_token}' } },
      { headers: { Authorization: `Bearer ${A}` } },
    ],
    ['a body', { body: `{"a": "${KEY}", "b": "$!{credentials.b}"}` }, { body: `{"a": "${A}", "b": "${B}"}` }],
  ])('in %s', (_place, ours, theirs) => {
    const plan = planActionUpdate(request(ours), request(theirs));
    expect(plan.different).toEqual([]);
    expect(plan.changed).toHaveLength(1);
    const values = ({ url, headers, body }: ActionRequest) => [url, ...Object.values(headers), body];
    expect(values(plan.request)).toEqual(values(request(ours)));
    expect(Object.keys(plan.request.headers)).toEqual(Object.keys(request(theirs).headers));
    expect(JSON.stringify(plan.shown)).not.toContain(A);
    expect(JSON.stringify(plan.shown)).toContain('[hidden]');
  });
});

describe('what somebody changed in the org stays', () => {
  it('in templates without references', () => {
    const plan = planActionUpdate(
      request({ url: 'https://old.example/', headers: { 'X-API-Key': KEY } }),
      request({ url: 'https://new.example/', headers: { 'X-API-Key': A, Accept: '*/*' } }),
    );
    expect(plan.request).toEqual(
      request({ url: 'https://new.example/', headers: { 'X-API-Key': KEY, Accept: '*/*' } }),
    );
    expect(plan.changed).toEqual([{ header: 'X-API-Key' }]);
  });

  it.each([
    ['an input', KEY, '${input.key}'],
    ['another reference', KEY, '${credentials.newKey}'],
    ['a macro', KEY, '$esc.url("a")'],
    ['a parameter more, of which nobody knows whether it is a part of the value', `Bearer ${KEY}`, `Bearer ${A}, v=3`],
    ['two literals', `${KEY}, token=${KEY}`, `Bearer ${A}, token=${B}, client_secret=${A}`],
    ['no literal', `Bearer ${KEY}`, 'Bearer '],
    ['an overlap', `ab${KEY}ba`, 'aba'],
    ['another member of the answer', 'Bearer ${authResponse.access_token}', 'Bearer ${authResponse.jwt}'],
  ])('and is told: %s', (_what, ours, theirs) => {
    const org = request({ headers: { Authorization: theirs } });
    const plan = planActionUpdate(request({ headers: { Authorization: ours } }), org);
    expect(plan).toMatchObject({ request: org, changed: [], different: [{ header: 'Authorization' }] });
  });

  it.each([['another scheme', `Bearer ${KEY}`, `Token ${A}`, `Token ${KEY}`]])(
    'around the literal: %s',
    (_what, ours, theirs, merged) => {
      const org = request({ headers: { Authorization: theirs } });
      const plan = planActionUpdate(request({ headers: { Authorization: ours } }), org);
      expect(plan).toMatchObject({ changed: [{ header: 'Authorization' }], different: [], literalsLeft: [] });
      expect(plan.request.headers).toEqual({ Authorization: merged });
      expect(JSON.stringify(plan.shown)).not.toContain(A);
    },
  );

  it('around the literal: a query more in the URL', () => {
    const plan = planActionUpdate(
      request({ url: `https://x.example/v1?api_key=${KEY}` }),
      request({ url: `https://x.example/v2?api_key=${A}&lang=en` }),
    );
    expect(plan.request.url).toBe(`https://x.example/v2?api_key=${KEY}&lang=en`);
    expect(plan.changed).toEqual(['url']);
  });

  it('also a header that is gone', () => {
    const plan = planActionUpdate(request({ headers: { 'X-API-Key': KEY } }), request({}));
    expect([plan.changed, plan.different]).toEqual([[], [{ header: 'X-API-Key' }]]);
  });
});

describe('an Authorization header that the file no longer has', () => {
  const org = request({ headers: { Authorization: `Basic ${btoa(`svc:${A}`)}`, Accept: 'a' } });
  const signed = { ...CONTEXT, isSignedByIntegration: true };

  it('goes where the integration adds its own', () => {
    const plan = planActionUpdate(request({ headers: { Accept: 'a' } }), org, signed);
    expect(plan).toMatchObject({ changed: [{ header: 'Authorization' }], different: [], literalsLeft: [] });
    expect(plan.request.headers).toEqual({ Accept: 'a' });
  });

  it('stays where it does not, and is told as a literal that is left', () => {
    const plan = planActionUpdate(request({ headers: { Accept: 'a' } }), org);
    expect(plan).toMatchObject({ request: org, changed: [], literalsLeft: [{ header: 'Authorization' }] });
  });

  it('stays where a flow gives it', () => {
    const dynamic = request({ headers: { Authorization: '${input.token}' } });
    expect(planActionUpdate(request({}), dynamic, signed)).toMatchObject({ request: dynamic, changed: [] });
  });
});

it('an action that is up to date has nothing to change', () => {
  const both = request({ headers: { 'X-API-Key': KEY } });
  expect(planActionUpdate(both, both)).toMatchObject({ changed: [], different: [] });
});

it('is linear in a template of many macros', () => {
  const many = '$esc.jsonString(("('.repeat(5000);
  expect(planActionUpdate(request({ body: many }), request({ body: 'x' })).changed).toEqual([]);
});
