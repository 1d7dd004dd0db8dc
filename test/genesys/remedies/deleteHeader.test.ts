import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { deleteHeader } from '../../../src/genesys/remedies/deleteHeader.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { drawn } from '../support/values.ts';

function action(headers: Readonly<Record<string, string>>, type = 'purecloud-data-actions'): string {
  const request = { requestUrlTemplate: '/api/v2/users/me', requestType: 'GET', headers, requestTemplate: '' };
  return JSON.stringify({ name: 'A', integrationType: type, actionType: 'custom', config: { request } }, null, 2);
}

function without(text: string): string {
  const [found] = scanDocument({ name: 'a.custom.json', text }).detections;
  return found ? applyEdits(text, deleteHeader(text, found)) : text;
}

test.each([
  ['the only one', {}, {}],
  ['the first', {}, { Accept: 'a' }],
  ['the last', { Accept: 'a' }, {}],
  ['one between', { Accept: 'a' }, { Other: 'b' }],
])('a header that the integration adds by itself is deleted: %s', (_place, before, after) => {
  const text = action({ ...before, Authorization: `Bearer ${drawn(1)}`, ...after });
  expect(JSON.parse(without(text)).config.request.headers).toEqual({ ...before, ...after });
  expect(without(`\uFEFF${text}`)).toBe(`\uFEFF${without(text)}`);
});

test.each([
  ['of another integration type', action({ Authorization: `Bearer ${drawn(1)}` }, 'custom-rest-actions')],
  ['of another name', action({ 'X-API-Key': drawn(1) })],
  ['in broken JSON', action({ Authorization: `Bearer ${drawn(1)}` }).slice(0, -1)],
])('a header %s stays', (_what, text) => {
  expect(without(text)).toBe(text);
});
