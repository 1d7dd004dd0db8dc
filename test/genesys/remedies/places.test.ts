import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { drawn, NASTY, READ_IN_PARTS } from '../support/values.ts';
import { fixAndCompare, planOf } from './support/equivalence.ts';
import { type DataAction, REQUEST_PLACES, type RequestPlace } from './support/requestPlaces.ts';

const VALUE = drawn(11);

/** The line of the request that changes, as it stands in the file after the fix. */
const WRITTEN: Readonly<Record<string, { readonly line: string; readonly fields: Readonly<Record<string, string>> }>> =
  {
    header: { line: '"X-API-Key": "${credentials.apiKey}"', fields: { apiKey: VALUE } },
    'bearer header': {
      line: '"Authorization": "Bearer ${credentials.accessToken}"',
      fields: { accessToken: VALUE },
    },
    'basic header': {
      line: String.raw`"Authorization": "Basic $encoding.base64(\"${'${credentials.userName}:${credentials.password}'}\")"`,
      fields: { userName: 'svc', password: VALUE },
    },
    'basic macro': {
      line: String.raw`"Authorization": "Basic $encoding.base64(\"${'${credentials.userName}:${credentials.password}'}\")"`,
      fields: { userName: 'svc', password: VALUE },
    },
    'url query': {
      line: '"requestUrlTemplate": "https://api.example.com/o?api_key=${credentials.apiKey}&page=1",',
      fields: { apiKey: VALUE },
    },
    'url userinfo': {
      line: '"requestUrlTemplate": "https://svc:${credentials.password}@api.example.com/o",',
      fields: { password: VALUE },
    },
    'json body': {
      line: String.raw`"requestTemplate": "{\"order\": \"${'${input.order}'}\", \"apiKey\": \"$esc.jsonString(${'${credentials.apiKey}'})\", \"n\": 1}"`,
      fields: { apiKey: VALUE },
    },
    'nested json body': {
      line: String.raw`"requestTemplate": "{\"auth\": {\"list\": [{\"client_secret\": \"$esc.jsonString(${'${credentials.clientSecret}'})\"}]}}"`,
      fields: { clientSecret: VALUE },
    },
    'conditional json body': {
      line: String.raw`"requestTemplate": "{#if(\"${'${input.order}'}\" != \"\")\"order\": \"${'${input.order}'}\", #end\"password\": \"$esc.jsonString(${'${credentials.password}'})\"}"`,
      fields: { password: VALUE },
    },
    'form body': {
      line: '"requestTemplate": "grant_type=client_credentials&client_secret=$esc.urlFormEncode(${credentials.clientSecret})"',
      fields: { clientSecret: VALUE },
    },
    'percent-encoded form body': {
      line: '"requestTemplate": "client_secret=$esc.urlFormEncode(${credentials.clientSecret})&scope=a"',
      fields: { clientSecret: VALUE },
    },
    'xml body': {
      line: '"requestTemplate": "<login><password>${credentials.password}</password><user>${input.user}</user></login>"',
      fields: { password: VALUE },
    },
    'function header': { line: '"x-api-key": "$!{credentials.apiKey}"', fields: { apiKey: VALUE } },
  };

/** The file before, the file after, and the fields to be stored. */
function fix(action: DataAction) {
  const text = JSON.stringify(action, null, 2);
  const plan = planOf(text, action.integrationType);
  const fields = Object.fromEntries(plan.fields.map(({ name, value }) => [name, value.reveal()]));
  return { text, plan, fields, after: applyEdits(text, plan.edits) };
}

describe.each(REQUEST_PLACES.map((place) => [place.name, place] as const))('a value in the %s', (name, place) => {
  it('becomes the reference that belongs there, and nothing else changes', () => {
    const { text, after, fields, plan } = fix(place.action(VALUE));
    const changed = after.split('\n').filter((line) => !text.split('\n').includes(line));
    expect(changed.map((line) => line.trim())).toEqual([WRITTEN[name]?.line]);
    expect(fields).toEqual(WRITTEN[name]?.fields);
    expect(plan.replacements.map(({ sameness }) => sameness)).toEqual(['bytes']);
    expect(plan.left).toEqual([]);
  });

  it.each(NASTY)('leaves the request the same with %s', (kind, value) => {
    expect([
      'same-bytes',
      'same-meaning',
      ...(isBroken(place, kind) ? ['no-fix', 'not-found', 'partly'] : []),
    ]).toContain(fixAndCompare(place, value));
    expectOnlyEditsChange(place, value);
  });

  it.each(READ_IN_PARTS)('never changes the request with %s', (_kind, value) => {
    expect(fixAndCompare(place, value)).not.toBe('different');
    expectOnlyEditsChange(place, value);
  });
});

/** A quote inside a macro's own quotes ends the argument: such a template is broken before any fix. */
function isBroken({ name }: RequestPlace, kind: string): boolean {
  return name === 'basic macro' && kind === 'double quotes';
}

function expectOnlyEditsChange(place: RequestPlace, value: string): void {
  const { text, plan, after } = fix(place.action(value));
  expect(() => JSON.parse(after)).not.toThrow();
  let rest = after;
  let from = 0;
  for (const { start, end, text: written } of plan.edits.toSorted((a, b) => a.start - b.start)) {
    const untouched = text.slice(from, start) + written;
    expect(rest.startsWith(untouched)).toBe(true);
    rest = rest.slice(untouched.length);
    from = end;
  }
  expect(rest).toBe(text.slice(from));
}

describe('the stored value', () => {
  it('is the decoded one where a macro restores the bytes', () => {
    const value = `${drawn(4, 10)}"\\ä&+${drawn(5, 10)}`;
    for (const name of ['json body', 'form body', 'url query']) {
      const place = REQUEST_PLACES.find((each) => each.name === name);
      expect(place && Object.values(fix(place.action(value)).fields)).toEqual([value]);
    }
  });

  it('is the written one where none does', () => {
    const place = REQUEST_PLACES.find((each) => each.name === 'url query');
    const value = `${drawn(4, 10)} ${drawn(5, 10)}`;
    expect(place && Object.values(fix(place.action(value)).fields)).toEqual([encodeURIComponent(value)]);
  });

  it('is the whole base64 text where it holds no pair', () => {
    const token = Buffer.from(drawn(6, 24)).toString('base64').replaceAll('=', '');
    const [place] = REQUEST_PLACES;
    const action = place?.action('');
    if (!action) throw new Error('no place');
    const { request } = action.config;
    const basic = { ...action, config: { request: { ...request, headers: { Authorization: `Basic ${token}` } } } };
    const { after, fields } = fix(basic);
    expect(JSON.parse(after).config.request.headers).toEqual({ Authorization: 'Basic ${credentials.accessToken}' });
    expect(Object.values(fields)).toEqual([token]);
  });
});
