import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { drawn } from '../support/values.ts';
import { planOf, render } from './support/equivalence.ts';
import type { DataAction } from './support/requestPlaces.ts';

const TYPE = 'custom-rest-actions';
const V = `${drawn(51, 12)}+${drawn(52, 12)}/${drawn(53, 6)}+a1B=`;

/** A Data Action with a form body. */
function action(requestTemplate: string): DataAction {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const request = { requestUrlTemplate: 'https://api.example.com/o', requestType: 'POST', headers, requestTemplate };
  return { name: 'Order Status', integrationType: TYPE, actionType: 'custom', config: { request } };
}

describe('a value with a plus in a form body', () => {
  it.each([
    ['in JSON', `scope=a&payload={"user": "u", "api_key": "${V}"}`],
    ['in JSON in JSON', `payload=${JSON.stringify({ b: JSON.stringify({ api_key: V }) })}&scope=a`],
    ['alone, not encoded', `scope=a&client_secret=${V}`],
  ])('%s is stored whole, and the request is the same', (_, body) => {
    const before = action(body);
    const text = JSON.stringify(before);
    const { edits, fields } = planOf(text, TYPE);
    const after = JSON.parse(applyEdits(text, edits)) as DataAction;
    expect(fields.map(({ value }) => value.reveal())).toEqual([V]);
    const values = Object.fromEntries(fields.map(({ name, value }) => [name, value.reveal()]));
    expect(render(after, values)).toEqual(render(before, {}));
    expect(JSON.stringify(after)).not.toContain(V.slice(-6));
  });
});
