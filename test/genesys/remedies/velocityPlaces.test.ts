import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { DIALECTS } from '../../../src/genesys/velocity/dialect.ts';
import { drawn } from '../support/values.ts';
import { planFor, render } from './support/equivalence.ts';
import type { DataAction } from './support/requestPlaces.ts';

const V = drawn(1);
/** A value of any characters that looks drawn. */
const odd = (signs: string): string => `${V.slice(0, 5)}${signs}${V.slice(5)}`;

interface Place {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function textOf({ headers = {}, body = '' }: Place): string {
  const request = {
    requestUrlTemplate: 'https://api.example.com/o',
    requestType: 'POST',
    headers,
    requestTemplate: body,
  };
  const action = { name: 'Order', integrationType: 'custom-rest-actions', actionType: 'custom', config: { request } };
  return JSON.stringify(action, null, 2);
}

/** What is found in a place, and what its fix makes of it. */
function fixed(place: Place) {
  const text = textOf(place);
  const { detections } = scanDocument({ name: 'Order.custom.json', text });
  const plan = planFor(text, detections, 'custom-rest-actions');
  const fields = Object.fromEntries(plan.fields.map(({ name, value }) => [name, value.reveal()]));
  const after = JSON.parse(applyEdits(text, plan.edits)) as DataAction;
  const before = JSON.parse(text) as DataAction;
  const isSame = DIALECTS.every((dialect) => {
    const sent = render(before, {}, dialect);
    return !sent || JSON.stringify(sent) === JSON.stringify(render(after, fields, dialect));
  });
  const found = detections.map(({ literal, hit }) => literal.text.text.slice(hit.start, hit.end));
  return { found, fields, isSame, request: after.config.request, left: plan.left.map(({ reason }) => reason) };
}

const authorization = (value: string): Place => ({ headers: { Authorization: value } });

describe('a literal is found', () => {
  it.each<[string, Place, string]>([
    ['in a map', authorization(`#set($login = {"user": "svc", "password": "${V}"})x`), V],
    ['in a block', { body: `#define($password)${V}#end{"x": "$password"}` }, V],
    ['in a concatenation', authorization(`#set($a = "svc:" + "${V}")Basic $encoding.base64($a)`), `svc:${V}`],
    ['in a variable that becomes base64', authorization(`#set($a = "svc:${V}")Basic $encoding.base64($a)`), `svc:${V}`],
    [
      'in an argument of an own macro',
      authorization(`#macro(login $user $password)Basic $encoding.base64("$user:$password")#end#login("svc" "${V}")`),
      V,
    ],
    [
      'in the pair that an own macro encodes',
      authorization(`#macro(basic $pair)Basic $encoding.base64($pair)#end#basic("svc:${V}")`),
      `svc:${V}`,
    ],
    ['with ## in it', { body: `{"password": "${odd('##')}"}` }, odd('##')],
    ['with #* in it', { headers: { 'X-API-Key': odd('#*') } }, odd('#*')],
    ['with a name that nobody knows in it', { headers: { 'X-API-Key': odd('$x9') } }, odd('$x9')],
    [
      'behind a string that ends in a backslash',
      authorization(`#set($s = "a\\")Basic $encoding.base64("svc:${V}")`),
      `svc:${V}`,
    ],
  ])('%s', (_where, place, value) => {
    expect(fixed(place).found).toContain(value);
  });
});

const pair = (password: string): Readonly<Record<string, string>> => ({ userName: 'svc', password });

describe('a fix', () => {
  it.each<[string, Place, Readonly<Record<string, string>>]>([
    [
      'of doubled quotes',
      authorization(`Basic $encoding.base64("svc:${odd('""')}")`),
      { userName: 'svc', password: odd('"') },
    ],
    [
      'of \\u',
      authorization(`Basic $encoding.base64("svc:${odd('\\u0041')}")`),
      { userName: 'svc', password: odd('A') },
    ],
    [
      'of ## in single quotes',
      authorization(`Basic $encoding.base64('svc:${odd('##')}')`),
      { userName: 'svc', password: odd('##') },
    ],
    ['beside four quotes', { headers: { 'X-API-Key': `#set($q = """")${V}` } }, { apiKey: V }],
    [
      'of a map',
      authorization(`#set($m = {"password": "${V}"})Basic $encoding.base64("svc:$m.password")`),
      { password: V },
    ],
    ['of a block', { body: `#define($password)${V}#end{"x": "$password"}` }, { password: V }],
    [
      'of a concatenation',
      authorization(`#set($a = "svc:" + "${V}")Basic $encoding.base64($a)`),
      { userName: 'svc', password: V },
    ],
    ['of a name that nobody knows', { headers: { 'X-API-Key': odd('$x9') } }, { apiKey: odd('$x9') }],
    ['of a ! that is lost', { body: `{"password": "${V}$!"}` }, { password: `${V}$` }],
    ['of a sign before two backslashes', { headers: { 'X-API-Key': odd('$\\\\') } }, { apiKey: odd('\\\\') }],
    ...['$#x', '$#', '#$', '#$x', '#$x.y', '$$#x', '#$x]', '#$x\\y', '$#x#$y', '#$x!'].map(
      (signs): [string, Place, Readonly<Record<string, string>>] => [
        `of ${signs}, which is text`,
        { headers: { 'X-API-Key': odd(signs) } },
        { apiKey: odd(signs) },
      ],
    ),
    ['of $# in a macro', authorization(`Basic $encoding.base64("svc:${odd('$#x')}")`), pair(odd('$#x'))],
    ['in a block of text', { body: `#[[{"password": "${odd('$!{')}", "n": 1}]]#` }, { password: odd('$!{') }],
    ['beside a name with a hyphen', { body: `{"password": "${V}", "id": "\${input.user-id}"}` }, { password: V }],
  ])('%s stores what is sent', (_what, place, fields) => {
    const plan = fixed(place);
    expect(plan.left).toEqual([]);
    expect(plan.fields).toEqual(fields);
    expect(plan.isSame).toBe(true);
  });

  it.each<[string, Place, string]>([
    ['a value cut by ##', { body: `{"password": "${odd('##')}"}` }, 'explain.notSentAsWritten'],
    ['a value cut by #*', { headers: { 'X-API-Key': odd('#*') } }, 'explain.notSentAsWritten'],
    ['a value that engines read differently', { headers: { 'X-API-Key': `${V}$!\n` } }, 'explain.notSentAsWritten'],
    ['a template that is broken', { body: `{"password": "${V}", #if($input.x)"a": 1}` }, 'explain.brokenTemplate'],
    [
      'a value behind a reference without braces',
      { headers: { 'X-API-Key': `$input.a[${V}` } },
      'explain.notSentAsWritten',
    ],
  ])('is refused for %s, with the reason', (_what, place, reason) => {
    const plan = fixed(place);
    expect(plan.left).toEqual([reason]);
    expect(plan.fields).toEqual({});
  });

  it('writes a pair of a variable as one string', () => {
    const { request } = fixed(authorization(`#set($a = "svc:" + "${V}")Basic $encoding.base64($a)`));
    expect(request.headers.Authorization).toBe(
      '#set($a = "${credentials.userName}:${credentials.password}")Basic $encoding.base64($a)',
    );
    expect(Buffer.from(V).length).toBeGreaterThan(0);
  });

  it.each([
    [`{"password": "${V}"}`, '#[[{"password": "]]#${esc.jsonString(${credentials.password})}#[["}]]#'],
    [V, '${credentials.apiKey}'],
  ])('ends a block of text before a reference: %#', (text, after) => {
    const { request, left } = fixed({ headers: { 'X-API-Key': `#[[${text}]]#` } });
    expect(left).toEqual([]);
    expect(request.headers['X-API-Key']).toBe(after);
  });

  it('keeps the escape macro of a body in a block of text', () => {
    const plan = fixed({ body: `#[[{"password": "${odd('\\\\')}", "n": 1}]]#` });
    expect(plan.request.requestTemplate).toBe(
      '#[[{"password": "]]#${esc.jsonString(${credentials.password})}#[[", "n": 1}]]#',
    );
    expect(plan.fields).toEqual({ password: odd('\\') });
    expect(plan.isSame).toBe(true);
  });

  it('sends the same in both engines, whatever signs the value has', () => {
    const places: readonly ((value: string) => Place)[] = [
      (value) => ({ headers: { 'X-API-Key': value } }),
      (value) => authorization(`Bearer ${value}`),
      (value) => authorization(`Basic $encoding.base64("svc:${value.replaceAll('"', '""')}")`),
      (value) => ({ body: `{"password": ${JSON.stringify(value)}}` }),
      (value) => ({ body: `#[[{"password": ${JSON.stringify(value)}}]]#` }),
    ];
    const signs = fc.constantFrom('$', '#', '$#', '#$', '\\', '!', '"', "'", '{', '[', '.', '-', '@', '$x', '#x');
    const values = fc.array(fc.tuple(signs, fc.stringMatching(/^[A-Za-z0-9]{0,3}$/)), { minLength: 1, maxLength: 4 });
    let offered = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), values, (place, pieces) => {
        const plan = fixed(place(odd(pieces.flat().join(''))));
        if (plan.left.length === 0 && plan.found.length > 0) offered++;
        expect(plan.isSame).toBe(true);
      }),
      { numRuns: 400, seed: 1 },
    );
    expect(offered).toBeGreaterThan(240);
  });
});
