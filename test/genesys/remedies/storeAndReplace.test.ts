import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { planStoreAndReplace } from '../../../src/genesys/remedies/storeAndReplace.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { renderTemplate } from '../../../src/genesys/velocity/render.ts';
import { drawn } from '../support/values.ts';
import { planFor } from './support/equivalence.ts';

interface Parts {
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly type?: string;
  readonly actionType?: string;
  readonly response?: object;
  readonly contract?: object;
}

function actionText({ url, headers, body, type, actionType, response, contract }: Parts): string {
  const request = {
    requestUrlTemplate: url ?? 'https://api.example.com/o',
    headers: headers ?? {},
    requestTemplate: body,
  };
  const config = { request, ...(response ? { response } : {}) };
  const kind = { integrationType: type ?? 'custom-rest-actions', actionType: actionType ?? 'custom' };
  return JSON.stringify({ name: 'Order', ...kind, config, ...(contract ? { contract } : {}) }, null, 2);
}

function fix(parts: Parts, chosen = 'custom-rest-actions') {
  const text = actionText(parts);
  const { detections } = scanDocument({ name: 'Order.custom.json', text });
  const plan = planFor(text, detections, chosen);
  const after = applyEdits(text, plan.edits);
  return {
    text,
    after,
    request: JSON.parse(after).config.request,
    fields: Object.fromEntries(plan.fields.map(({ name, value }) => [name, value.reveal()])),
    left: plan.left.map(({ reason }) => reason),
  };
}

const [A, B, C] = [drawn(1), drawn(2), drawn(3)];

describe('the name of a field', () => {
  it.each([
    ['X-API-Key', 'apiKey'],
    ['x-api-key', 'apiKey'],
    ['apikey', 'apiKey'],
    ['access_key', 'accessKey'],
    ['client_secret', 'clientSecret'],
    ['ClientSecret', 'clientSecret'],
    ['Ocp-Apim-Subscription-Key', 'ocpApimSubscriptionKey'],
    ['X-Auth-Token', 'authToken'],
    ['Authorization', 'accessToken'],
    ['Proxy-Authorization', 'proxyToken'],
    ['X-2nd.Secret', 'ndSecret'],
    ['constructor_token', 'constructorToken'],
    ['秘密-token', 'token'],
  ])('for %s is %s', (header, field) => {
    expect(fix({ headers: { [header]: A } }).fields).toEqual({ [field]: A });
  });

  it('is one that Velocity reads, whatever the key is', () => {
    const { fields, request } = fix({ body: JSON.stringify({ パスワード: A }) });
    expect(fields).toEqual({ secret: A });
    expect(request.requestTemplate).toBe('{"パスワード":"$esc.jsonString(${credentials.secret})"}');
  });

  it('is shared by equal values', () => {
    const { fields, request } = fix({ headers: { 'X-API-Key': A, 'X-Other-Token': A } });
    expect(fields).toEqual({ apiKey: A });
    expect(request.headers).toEqual({ 'X-API-Key': '${credentials.apiKey}', 'X-Other-Token': '${credentials.apiKey}' });
  });

  it('gets a number where the same name has another value', () => {
    const { fields, request } = fix({ headers: { 'X-API-Key': A }, body: JSON.stringify({ apiKey: B, api_key: C }) });
    expect(fields).toEqual({ apiKey: A, apiKey2: B, apiKey3: C });
    expect(request.requestTemplate).toBe(
      '{"apiKey":"$esc.jsonString(${credentials.apiKey2})","api_key":"$esc.jsonString(${credentials.apiKey3})"}',
    );
  });

  it('is not one that the file refers to already', () => {
    const { fields } = fix({
      headers: { 'X-API-Key': A, 'X-Old': '${credentials.apiKey}', 'X-B': '$!{credentials.apiKey2}' },
    });
    expect(fields).toEqual({ apiKey3: A });
  });

  it('numbers the two fields of a pair together', () => {
    const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
    const headers = { Authorization: basic(`svc:${A}`), 'Proxy-Authorization': basic(`svc:${B}`) };
    const { fields, request } = fix({ headers });
    expect(fields).toEqual({ userName: 'svc', password: A, userName2: 'svc', password2: B });
    expect(request.headers['Proxy-Authorization']).toBe(
      'Basic $encoding.base64("${credentials.userName2}:${credentials.password2}")',
    );
  });

  it('is password for the literal half of a pair', () => {
    const { fields, request } = fix({ headers: { Authorization: `Basic $encoding.base64("\${input.user}:${A}")` } });
    expect(fields).toEqual({ password: A });
    expect(request.headers).toEqual({
      Authorization: 'Basic $encoding.base64("${input.user}:${credentials.password}")',
    });
  });
});

describe('a value with signs written by $esc', () => {
  it('is found whole, and stored as it is sent', () => {
    const { request, fields } = fix({
      headers: { 'X-Password': 'Kastanie${esc.d}Hof77-x9' },
      body: `{"password": "${drawn(61)}\${esc.h}8Dr"}`,
    });
    expect(request.headers['X-Password']).toBe('${credentials.password}');
    expect(request.requestTemplate).toBe('{"password": "$esc.jsonString(${credentials.password2})"}');
    expect(fields).toEqual({ password: 'Kastanie$Hof77-x9', password2: `${drawn(61)}#8Dr` });
  });
});

describe('several findings', () => {
  it('in one template all become references, with what stands between them', () => {
    const { request, fields, left } = fix({
      url: `https://api.example.com/o?api_key=${A}&x=\${input.x}&client_secret=${B}`,
      headers: { Cookie: `sid=${C}; lang=de` },
    });
    expect(request.requestUrlTemplate).toBe(
      'https://api.example.com/o?api_key=${credentials.apiKey}&x=${input.x}&client_secret=${credentials.clientSecret}',
    );
    expect(request.headers).toEqual({ Cookie: 'sid=${credentials.sessionCookie}; lang=de' });
    expect(fields).toEqual({ apiKey: A, clientSecret: B, sessionCookie: C });
    expect(left).toEqual([]);
  });

  it('are told from those that no reference can replace', () => {
    const { request, left, after } = fix({
      headers: { 'X-API-Key': A },
      response: { successTemplate: JSON.stringify({ apiKey: B }) },
    });
    expect(request.headers).toEqual({ 'X-API-Key': '${credentials.apiKey}' });
    expect(left).toEqual(['explain.output']);
    expect(after).toContain(B);
  });
});

describe('what no reference can replace', () => {
  const property = (schema: object) => ({ input: { inputSchema: { type: 'object', properties: { apiKey: schema } } } });

  it.each<[string, Parts, string]>([
    ['a default of the contract', { contract: property({ type: 'string', default: A }) }, 'explain.contract'],
    ['an example of the contract', { contract: property({ type: 'string', example: A }) }, 'explain.contract'],
    ['an enum of the contract', { contract: property({ type: 'string', enum: [A] }) }, 'explain.contract'],
    ['the success template', { response: { successTemplate: `{"client_secret": "${A}"}` } }, 'explain.output'],
    [
      'a default of the translation map',
      { response: { translationMapDefaults: { apiKey: JSON.stringify(A) } } },
      'explain.output',
    ],
    ['the name of a header', { headers: { [`sk_${'live'}_${drawn(4, 48)}`]: 'x' } }, 'explain.headerName'],
    ['a static action', { actionType: 'static', headers: { 'X-API-Key': A } }, 'explain.staticAction'],
  ])('%s', (_place, parts, reason) => {
    const { left, fields, text, after } = fix(parts);
    expect(left).toEqual([reason]);
    expect(fields).toEqual({});
    expect(after).toBe(text);
  });

  it.each([
    ['purecloud-data-actions', 'explain.type.genesysCloud'],
    ['aws-lambda-data-actions', 'explain.type.awsLambda'],
    ['salesforce-datadip', 'explain.type.salesforce'],
    ['microsoft-dynamics-data-actions', 'explain.type.dynamics'],
    ['zendesk-data-actions', 'explain.type.zendesk'],
    ['something-new', 'explain.type.other'],
    ['constructor', 'explain.type.other'],
    ['__proto__', 'explain.type.other'],
  ])('a value of an integration of type %s', (type, reason) => {
    expect(fix({ type, headers: { 'X-API-Key': A } }, type).left).toEqual([reason]);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['customAuth', 'userDefinedOAuth', []],
    ['customAuth', 'userDefined', ['explain.customAuth']],
    ['custom', 'userDefinedOAuth', ['explain.authResponse']],
    ['custom', 'userDefined', []],
  ])('what a %s action must not refer to: a %s credential', (actionType, credentialType, reasons) => {
    const text = actionText({ actionType, headers: { 'X-API-Key': A } });
    const { detections } = scanDocument({ name: 'Order.custom.json', text });
    const target = { integrationType: 'custom-rest-actions', credentialType };
    const { documents } = planStoreAndReplace([{ text, detections }], target, renderTemplate);
    expect(documents[0]?.left.map(({ reason }) => reason)).toEqual(reasons);
    expect(documents[0]?.edits).toHaveLength(1 - reasons.length);
  });

  it.each([
    ['in a header', 2689, ['explain.functionHeader']],
    ['in a header, where it just fits', 2688, []],
  ])('a long value of a function %s', (_where, length, reasons) => {
    const type = 'function-data-actions';
    const value = drawn(9, 48).repeat(60).slice(0, length);
    expect(fix({ type, headers: { 'X-API-Key': value } }, type).left).toEqual(reasons);
    expect(fix({ type, body: JSON.stringify({ client_secret: value }) }, type).left).toEqual([]);
    expect(fix({ headers: { 'X-API-Key': value } }).left).toEqual([]);
  });

  it('a value in a flow', () => {
    const text = `workflow:\n  variables:\n    - stringVariable:\n        name: Flow.apiKey\n        initialValue:\n          lit: ${A}\n`;
    const { detections } = scanDocument({ name: 'f.yaml', text });
    const { left, edits } = planFor(text, detections, 'custom-rest-actions');
    expect(left.map(({ reason }) => reason)).toEqual(['explain.flow']);
    expect(edits).toEqual([]);
  });

  it('a value in a contract file', () => {
    const text = JSON.stringify({ type: 'object', properties: { apiKey: { type: 'string', default: A } } });
    const { detections } = scanDocument({ name: 'contract.json', text });
    const { left } = planFor(text, detections, 'custom-rest-actions');
    expect(left.map(({ reason }) => reason)).toEqual(['explain.contract']);
  });

  it.each([
    ['what a comment takes the end of', `{"apiKey": "${A}##${B}"}`],
    [
      'nor in a branch that no made-up value leads to',
      `#if($input.mode == "live"){"apiKey": "${A}##${B}"}\n#else{}#end`,
    ],
  ])('a value whose reference would not be evaluated: %s', (_what, body) => {
    const { left, after, text } = fix({ body });
    expect(left).toEqual(['explain.notSentAsWritten']);
    expect(after).toBe(text);
  });
});

describe('a branch that no made-up value leads to', () => {
  it('still gets its reference', () => {
    const { request, fields } = fix({
      body: `{#if($input.mode == "live")"apiKey": "${A}"#{else}"apiKey": "${B}"#end}`,
    });
    expect(fields).toEqual({ apiKey: A, apiKey2: B });
    expect(request.requestTemplate).toBe(
      '{#if($input.mode == "live")"apiKey": "$esc.jsonString(${credentials.apiKey})"#{else}"apiKey": "$esc.jsonString(${credentials.apiKey2})"#end}',
    );
  });
});

describe('a macro argument', () => {
  it('between single quotes gets double ones with the reference', () => {
    const { request } = fix({ headers: { Authorization: `Basic $encoding.base64('svc:${A}')` } });
    expect(request.headers.Authorization).toBe(
      'Basic $encoding.base64("${credentials.userName}:${credentials.password}")',
    );
  });

  it('of #set becomes a reference under the name of the variable', () => {
    const { request, fields } = fix({ body: `#set($apiKey = "${A}"){"k": "$apiKey"}` });
    expect(fields).toEqual({ apiKey: A });
    expect(request.requestTemplate).toBe('#set($apiKey = "${credentials.apiKey}"){"k": "$apiKey"}');
  });
});
