import { describe, expect, it } from 'vitest';
import { architectFlowLiterals } from '../../../../src/genesys/kinds/flow/architectFlow.ts';
import { inYaml, type Seen } from '../../support/located.ts';

/** The literals of some lines inside a flow. */
function inFlow(...lines: string[]): Seen[] {
  return inYaml(architectFlowLiterals, ['workflow:', ...lines.map((line) => `  ${line}`), ''].join('\n'));
}

describe('an input of a Data Action call', () => {
  const call = (...inputs: string[]): Seen[] =>
    inFlow(
      'actions:',
      '  - callData:',
      '      category:',
      '        {{prefix}} CRM:',
      '          dataAction:',
      '            {{prefix}}-Get Order:',
      '              inputs:',
      ...inputs.map((line) => `                ${line}`),
      '              successOutputs:',
      '                Token: { var: Flow.token }',
    ).slice(0, -1);

  it.each<[string, string[], Seen[]]>([
    ['lit', ['ApiKey: { lit: abc }'], [['action-input', 'ApiKey', 'abc', 'abc']]],
    ['lit on a line of its own', ['ApiKey:', '  lit: "a\\"b"'], [['action-input', 'ApiKey', 'a"b', 'a\\"b']]],
    [
      'a folded block',
      ['Key:', '  lit: >-', '    a', '    b'],
      [['action-input', 'Key', 'a b', 'a\n                      b']],
    ],
    ['a substitution', ['Key: { lit: "{{secret}}" }'], [['action-input', 'Key', '{{secret}}', '{{secret}}']]],
    ['a bare substitution', ['Key: { lit: {{secret}} }'], [['action-input', 'Key', '{{secret}}', '{{secret}}']]],
    ['a key that is a substitution', ['{{name}}: { lit: abc }'], [['action-input', '{{name}}', 'abc', 'abc']]],
    ['noValue', ['Key: { noValue: true }'], [['value', 'noValue', 'true', 'true']]],
    ['a bare value', ['Key: abc'], [['action-input', 'Key', 'abc', 'abc']]],
    ['exp with a text', [`Key: { exp: '"abc"' }`], [['action-input', 'Key', 'abc', 'abc']]],
    ['exp without one', ['Key: { exp: Flow.key }'], []],
    [
      'a concatenation',
      [`Auth: { exp: '"Bearer " + "abc" + Flow.x' }`],
      [['action-input', 'Auth', 'Bearer abc◌', 'Bearer …abc…Flow.x']],
    ],
    ['Append', [`Auth: { exp: 'Append("Basic ", "abc")' }`], [['action-input', 'Auth', 'Basic abc', 'Basic …abc']]],
    ['a comparison', [`Flag: { exp: 'Flow.env == "live"' }`], [['comparison', undefined, 'live', 'live']]],
    ['an argument', [`Id: { exp: 'GetJsonObjectProperty(Flow.j, "id")' }`], [['expression', undefined, 'id', 'id']]],
    [
      'a choice',
      [`Key: { exp: 'If(Flow.env == "live", "abc", "def")' }`],
      [
        ['comparison', undefined, 'live', 'live'],
        ['action-input', 'Key', 'abc', 'abc'],
        ['action-input', 'Key', 'def', 'def'],
      ],
    ],
    ['double-quoted YAML around', ['Key: { exp: "\\"abc\\"" }'], [['action-input', 'Key', 'abc', 'abc']]],
    ['single-quoted YAML around', [`Key: { exp: '"it''s"' }`], [['action-input', 'Key', "it's", "it''s"]]],
    [
      'a URL',
      ['Url: { lit: "https://u:p@a.example/?k=v" }'],
      [
        ['action-input', 'Url', 'https://u:p@a.example/?k=v', 'https://u:p@a.example/?k=v'],
        ['url-userinfo', 'Url', 'u:p', 'u:p'],
        ['query', 'k', 'v', 'v'],
      ],
    ],
    [
      'a JSON text',
      [`Body: { lit: '{"password": "abc"}' }`],
      [
        ['action-input', 'Body', '{"password": "abc"}', '{"password": "abc"}'],
        ['body-field', 'password', 'abc', 'abc'],
      ],
    ],
    [
      'a JSON text in an expression',
      [`Body: { exp: '"{\\"password\\": \\"abc\\"}"' }`],
      [
        ['action-input', 'Body', '{"password": "abc"}', '{\\"password\\": \\"abc\\"}'],
        ['body-field', 'password', 'abc', 'abc'],
      ],
    ],
  ])('as %s', (_kind, lines, expected) => {
    expect(call(...lines)).toEqual(expected);
  });
});

describe('a value with a name beside it', () => {
  it.each<[string, string[], Seen]>([
    [
      'the initial value of a variable',
      ['variables:', '  - stringVariable:', '      name: Flow.apiKey', '      initialValue: { lit: abc }'],
      ['variable', 'Flow.apiKey', 'abc', 'abc'],
    ],
    [
      'an initial value that stands before its name',
      ['variables:', '  - stringVariable:', '      initialValue: { lit: abc }', '      name: Task.apiKey'],
      ['variable', 'Task.apiKey', 'abc', 'abc'],
    ],
    [
      'an initial value as an expression',
      ['variables:', '  - stringVariable:', '      name: State.key', `      initialValue: { exp: '"a" + "b"' }`],
      ['variable', 'State.key', 'ab', 'a…b'],
    ],
    [
      'a collection',
      ['variables:', '  - stringCollectionVariable:', '      name: Flow.keys', '      initialValue: { lit: [abc] }'],
      ['variable', 'Flow.keys', 'abc', 'abc'],
    ],
    [
      'the initial value of a variable whose name is a substitution',
      ['variables:', '  - stringVariable:', '      name: Flow.{{x}}Key', '      initialValue: { lit: abc }'],
      ['variable', 'Flow.{{x}}Key', 'abc', 'abc'],
    ],
    [
      'an assignment',
      [
        'a:',
        '  - updateData:',
        '      statements:',
        '        - string: { variable: Flow.secret, value: { lit: abc } }',
      ],
      ['variable', 'Flow.secret', 'abc', 'abc'],
    ],
    [
      'an assigned expression',
      [
        'a:',
        '  - updateData:',
        '      statements:',
        `        - string: { variable: Flow.secret, value: { exp: '"abc"' } }`,
      ],
      ['variable', 'Flow.secret', 'abc', 'abc'],
    ],
    [
      'participant data',
      [
        'a:',
        '  - setParticipantData:',
        '      attributes:',
        '        - attribute: { name: { lit: token }, value: { lit: abc } }',
      ],
      ['conversation-data', 'token', 'abc', 'abc'],
    ],
    [
      'conversation data under a name that is computed',
      [
        'a:',
        '  - setConversationData:',
        '      attributes:',
        `        - attribute: { name: { exp: '"token"' }, value: { lit: abc } }`,
      ],
      ['conversation-data', 'token', 'abc', 'abc'],
    ],
  ])('is %s', (_kind, lines, expected) => {
    expect(inFlow(...lines)).toContainEqual(expected);
  });
});

describe('other places', () => {
  it.each<[string, string[], Seen]>([
    ['a description', ['description: abc'], ['text', 'description', 'abc', 'abc']],
    ['a prompt', ['initialGreeting: { tts: abc }'], ['text', 'tts', 'abc', 'abc']],
    ['a message', ['a:', '  - sendMessage: { messageBody: { lit: abc } }'], ['text', 'messageBody', 'abc', 'abc']],
    [
      'a spoken expression',
      ['a: { tts: abc, audio: { exp: ToAudioTTS("abc") } }'],
      ['text', 'ToAudioTTS', 'abc', 'abc'],
    ],
    [
      'what a data table is asked for',
      ['a:', '  - dataTableLookup: { lookupValue: { lit: abc } }'],
      ['value', 'lookupValue', 'abc', 'abc'],
    ],
    ['a list of segments', ['audio: { segments: [ { lit: abc } ] }'], ['value', 'audio', 'abc', 'abc']],
    ['an e-mail', ['a:', '  - sendEmail: { subject: abc, body: { lit: def } }'], ['text', 'body', 'def', 'def']],
    ['an unknown key', ['somethingNew: { deep: { apiKey: abc } }'], ['value', 'apiKey', 'abc', 'abc']],
  ])('is %s', (_kind, lines, expected) => {
    expect(inFlow(...lines)).toContainEqual(expected);
  });
});
