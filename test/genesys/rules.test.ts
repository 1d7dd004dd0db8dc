import { describe, expect, it } from 'vitest';
import { findingsOf, scanDocument } from '../../src/genesys/scan.ts';
import { drawn } from './support/values.ts';

/** Advice of one rule: severity, the characters it covers, what the message names. */
function advice(ruleId: string, text: string, name: string) {
  return findingsOf(scanDocument({ name, text }))
    .filter((finding) => finding.ruleId === ruleId)
    .map(({ severity, spans, args, class: kind }) => ({
      severity,
      text: spans.map(({ start, end }) => text.slice(start, end)).join('…'),
      args,
      kind,
    }));
}

describe('reference-in-flow', () => {
  const inFlow = (value: string) =>
    advice(
      'reference-in-flow',
      `workflow:\n  variables:\n    - stringVariable:\n        name: Flow.x\n        initialValue: ${value}\n`,
      'f.yaml',
    );

  it.each([
    ['{ lit: "${credentials.apiKey}" }', ['${credentials.apiKey}']],
    ['{ lit: "Bearer $!{credentials.apiKey} $credentials.b" }', ['$!{credentials.apiKey}', '$credentials.b']],
    [`{ exp: '"Bearer " + "\${credentials.apiKey}"' }`, ['${credentials.apiKey}']],
    [`{ lit: '{"a": "\${credentials.apiKey}"}' }`, ['${credentials.apiKey}']],
    ['{ lit: "https://a.example/?k=${credentials.apiKey}" }', ['${credentials.apiKey}']],
    ['{ lit: "${credential.apiKey} credentials.apiKey ${authResponse.access_token}" }', []],
    ['{ exp: Flow.credentials.apiKey }', []],
  ])('in %s', (value, found) => {
    expect(inFlow(value)).toEqual(found.map((text) => ({ severity: 'warning', text, args: [], kind: 'advice' })));
  });

  it('is no matter in a Data Action', () => {
    const text = JSON.stringify({ config: { request: { headers: { 'X-API-Key': '${credentials.apiKey}' } } } });
    expect(advice('reference-in-flow', text, 'a.custom.json')).toEqual([]);
  });
});

describe('credential-in-output', () => {
  const inOutput = (successTemplate: string) =>
    advice(
      'credential-in-output',
      JSON.stringify({ config: { request: { headers: {} }, response: { successTemplate } } }),
      'a.json',
    );

  it.each([
    ['{"k": "${credentials.apiKey}"}', ['${credentials.apiKey}']],
    ['$!{credentials.a}$credentials.b', ['$!{credentials.a}', '$credentials.b']],
    ['{"k": "$esc.jsonString(${credentials.apiKey})"}', ['${credentials.apiKey}']],
    ['${rawResult}', []],
  ])('in %s', (template, found) => {
    expect(inOutput(template)).toEqual(found.map((text) => ({ severity: 'error', text, args: [], kind: 'advice' })));
  });

  it('is no matter in the request', () => {
    const text = JSON.stringify({ config: { request: { requestTemplate: '{"k": "${credentials.apiKey}"}' } } });
    expect(advice('credential-in-output', text, 'a.json')).toEqual([]);
  });
});

describe('credential-as-input', () => {
  const schema = (...names: string[]) => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  });

  it('is a declared input with a telling name', () => {
    const text = JSON.stringify({
      contract: { input: { inputSchema: schema('clientSecret', 'orderId', 'token_type') } },
    });
    expect(advice('credential-as-input', text, 'a.json')).toEqual([
      { severity: 'hint', text: 'clientSecret', args: ['clientSecret'], kind: 'advice' },
    ]);
  });

  it('is not a declared output', () => {
    const text = JSON.stringify({
      contract: { input: { inputSchema: schema('a') }, output: { successSchema: schema('access_token') } },
    });
    expect(advice('credential-as-input', text, 'a.json')).toEqual([]);
    expect(advice('credential-as-input', JSON.stringify({ successSchema: schema('apiKey') }), 'c.json')).toEqual([]);
  });

  it('does not show a name that is a credential itself', () => {
    const name = `apiKey_sk_${'live'}_${drawn(8, 48)}`;
    const found = advice('credential-as-input', JSON.stringify(schema(name)), 'c.json');
    expect(found.flatMap(({ args }) => args).join()).not.toContain(drawn(8, 48));
  });

  const inCall = (input: string) =>
    advice(
      'credential-as-input',
      `workflow:\n  actions:\n    - callData:\n        category:\n          A:\n            dataAction:\n              B:\n                inputs:\n                  ${input}\n`,
      'f.yaml',
    );

  it.each([
    ['ClientSecret: { lit: "{{clientSecret}}" }', '{{clientSecret}}'],
    ['ClientSecret: { lit: {{clientSecret}} }', '{{clientSecret}}'],
    ['apiKey: { lit: "${api_key}" }', '${api_key}'],
  ])('is the substitution in %s', (input, text) => {
    const name = input.slice(0, input.indexOf(':'));
    expect(inCall(input)).toEqual([{ severity: 'information', text, args: [name], kind: 'advice' }]);
  });

  it.each([
    'ClientID: { lit: "{{clientId}}" }',
    'apiKey: { exp: Flow.apiKey }',
    'apiKey: { noValue: true }',
    'apiKey: { lit: "" }',
  ])('is not %s', (input) => {
    expect(inCall(input)).toEqual([]);
  });
});
