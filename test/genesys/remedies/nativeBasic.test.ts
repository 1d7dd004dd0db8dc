import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { planNativeBasic } from '../../../src/genesys/remedies/nativeBasic.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { drawn } from '../support/values.ts';

const [user, password] = ['svc-crm', drawn(77)];
const basic = (pair = `${user}:${password}`): string => `Basic ${Buffer.from(pair).toString('base64')}`;

function action(headers: Readonly<Record<string, string>>, request: object = {}): string {
  const config = {
    request: { requestUrlTemplate: 'https://api.example.com/x', requestType: 'GET', headers, ...request },
  };
  return JSON.stringify(
    { name: 'A', integrationType: 'custom-rest-actions', actionType: 'custom', config },
    undefined,
    2,
  );
}

const scanned = (text: string) => ({ text, detections: scanDocument({ name: 'a.custom.json', text }).detections });
const plan = (...texts: readonly string[]) => planNativeBasic(texts.map(scanned), 'custom-rest-actions');

describe('Basic Auth of the integration itself', () => {
  it('takes the two values and the header out of every action', () => {
    const texts = [action({ Authorization: basic(), Accept: 'a' }), action({ authorization: basic() })];
    const found = plan(...texts);
    expect(found?.fields.map(({ name, value }) => [name, value.reveal()])).toEqual([
      ['userName', user],
      ['password', password],
    ]);
    const headers = texts.map(
      (text, i) => JSON.parse(applyEdits(text, found?.documents[i]?.edits ?? [])).config.request.headers,
    );
    expect(headers).toEqual([{ Accept: 'a' }, {}]);
    const path = ['config', 'request', 'headers'];
    expect(found?.documents.map(({ removals }) => removals)).toEqual([
      [[...path, 'Authorization']],
      [[...path, 'authorization']],
    ]);
  });

  it('keeps a colon in the password', () => {
    expect(plan(action({ Authorization: basic('a:b:c1d2e3f4') }))?.fields[1]?.value.reveal()).toBe('b:c1d2e3f4');
  });

  it.each<readonly [string, readonly string[]]>([
    ['no action', []],
    ['two users', [action({ Authorization: basic() }), action({ Authorization: basic(`other:${password}`) })]],
    ['another credential beside it', [action({ Authorization: basic(), 'X-API-Key': drawn(5) })]],
    ['a field that is referred to', [action({ Authorization: basic(), 'X-Id': '$' + '{credentials.id}' })]],
    ['no header at all in one', [action({ Authorization: basic() }), action({ Accept: 'a' })]],
    ['another scheme', [action({ Authorization: `Bearer ${drawn(6)}` })]],
    ['another header', [action({ 'X-Authorization': basic() })]],
    ['no password', [action({ Authorization: basic('svc-crm:') })]],
    ['base64 without its padding', [action({ Authorization: basic(`ab:${password}`).replace(/=+$/, '') })]],
    ['two spaces', [action({ Authorization: basic().replace(' ', '  ') })]],
    ['something else in the value', [action({ Authorization: `${basic()}$${'{input.x}'}` })]],
    ['letters beyond ASCII', [action({ Authorization: basic(`é:${password}`) })]],
    ['broken JSON', [action({ Authorization: basic() }).slice(0, -2)]],
  ])('is not offered for %s', (_what, texts) => {
    expect(plan(...texts)).toBeUndefined();
  });

  it('is not offered to other types of integration', () => {
    expect(planNativeBasic([scanned(action({ Authorization: basic() }))], 'function-data-actions')).toBeUndefined();
  });
});
