import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { planReference, proposedFields } from '../../../src/genesys/remedies/replaceWithReference.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { renderTemplate } from '../../../src/genesys/velocity/render.ts';
import { drawn } from '../support/values.ts';
import { type DataAction, REQUEST_PLACES } from './support/requestPlaces.ts';

const VALUE = drawn(21);

function only(text: string, name = 'Order.custom.json') {
  const [detection, ...others] = scanDocument({ name, text }).detections.filter(
    ({ hit }) => hit.class === 'hard-coded',
  );
  if (!detection || others.length > 0) throw new Error('expected one finding');
  return detection;
}

function withHeader(name: string, value: string): string {
  const action = REQUEST_PLACES[0]?.action('') as DataAction;
  const request = { ...action.config.request, headers: { [name]: value } };
  return JSON.stringify({ ...action, config: { request } });
}

describe('planReference', () => {
  it.each(REQUEST_PLACES.filter(({ name }) => !name.startsWith('basic')).map((place) => [place.name, place] as const))(
    'writes the given name into the %s',
    (_name, place) => {
      const action = place.action(VALUE);
      const text = JSON.stringify(action);
      const replaced = planReference(only(text), action.integrationType, 'storedKey', renderTemplate);
      expect(replaced?.candidate.fields).toEqual({ storedKey: VALUE });
      const after = replaced ? applyEdits(text, [replaced.edit]) : '';
      expect(after).toMatch(/\$!?\{credentials\.storedKey\}/);
      expect(after).not.toContain(VALUE);
      expect(() => JSON.parse(after)).not.toThrow();
    },
  );

  it('names a pair by convention', () => {
    const pair = Buffer.from(`svc:${VALUE}`).toString('base64');
    const detection = only(withHeader('Authorization', `Basic ${pair}`));
    const replaced = planReference(detection, 'custom-rest-actions', 'ignored', renderTemplate);
    expect(replaced?.candidate.fields).toEqual({ userName: 'svc', password: VALUE });
    expect(proposedFields(detection)).toEqual(['userName', 'password']);
  });

  it.each([VALUE, `${drawn(22, 12)}:${VALUE}`])('takes one name for the literal half of a pair', (password) => {
    const detection = only(withHeader('Authorization', `Basic $encoding.base64("\${input.user}:${password}")`));
    expect(proposedFields(detection)).toEqual(['password']);
    const replaced = planReference(detection, 'custom-rest-actions', 'pw', renderTemplate);
    expect(replaced?.candidate.text).toBe('${credentials.pw}');
    expect(replaced?.candidate.fields).toEqual({ pw: password });
  });

  it('proposes the name of the place', () => {
    expect(proposedFields(only(withHeader('X-API-Key', VALUE)))).toEqual(['apiKey']);
  });

  it('has no edit for other integration types, contracts and flows', () => {
    const header = only(withHeader('X-API-Key', VALUE));
    expect(planReference(header, 'purecloud-data-actions', 'key', renderTemplate)).toBeUndefined();
    const schema = JSON.stringify({ type: 'object', properties: { apiKey: { type: 'string', default: VALUE } } });
    expect(planReference(only(schema, 'c.json'), 'custom-rest-actions', 'key', renderTemplate)).toBeUndefined();
    const flow = `workflow:\n  variables:\n    - stringVariable:\n        name: Flow.apiKey\n        initialValue: { lit: ${VALUE} }\n`;
    expect(planReference(only(flow, 'f.yaml'), 'custom-rest-actions', 'key', renderTemplate)).toBeUndefined();
  });

  it('has no edit where the request would be another one', () => {
    const broken = only(withHeader('X-API-Key', `${VALUE}##${VALUE}`));
    expect(planReference(broken, 'custom-rest-actions', 'key', renderTemplate)).toBeUndefined();
  });
});
