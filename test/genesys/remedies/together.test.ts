import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { drawn, NASTY } from '../support/values.ts';
import { planOf, render } from './support/equivalence.ts';
import { type DataAction, REQUEST_PLACES } from './support/requestPlaces.ts';

/** One action with a value in every template at once, and two in its URL and its body. */
function everywhere(value: string): DataAction {
  const first = REQUEST_PLACES[0]?.action(value);
  if (!first) throw new Error('no place');
  const other = `${drawn(41, 16)}${value}`;
  const json = (text: string): string => JSON.stringify(text).slice(1, -1);
  const request = {
    ...first.config.request,
    requestUrlTemplate: `https://svc:${encodeURIComponent(value)}@api.example.com/o?api_key=${encodeURIComponent(other)}&x=\${input.order}`,
    headers: { 'X-API-Key': value, Authorization: `Bearer ${drawn(42)}`, 'X-Other-Token': other },
    requestTemplate: `{"password": "${json(value)}", "order": "\${input.order}", "clientSecret": "${json(other)}"}`,
  };
  return { ...first, config: { request } };
}

describe('all fixes of an action together', () => {
  it.each([['nothing odd', drawn(43)] as const, ...NASTY])('leave the request the same, with %s', (_kind, value) => {
    const before = everywhere(value);
    const text = JSON.stringify(before, null, 2);
    const plan = planOf(text, before.integrationType);
    const after: DataAction = JSON.parse(applyEdits(text, plan.edits));
    const fields = Object.fromEntries(plan.fields.map((field) => [field.name, field.value.reveal()]));
    expect(render(after, fields)).toEqual(render(before, {}));
    expect(plan.left).toEqual([]);
    expect(plan.replacements.length).toBeGreaterThanOrEqual(7);
  });

  it('leave no hard-coded value behind', () => {
    const text = JSON.stringify(everywhere(drawn(43)), null, 2);
    const after = applyEdits(text, planOf(text, 'custom-rest-actions').edits);
    const left = scanDocument({ name: 'a.json', text: after }).detections.filter(
      ({ hit }) => hit.class === 'hard-coded',
    );
    expect(left.map(({ ruleId }) => ruleId)).toEqual([]);
  });
});
