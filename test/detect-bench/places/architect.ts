import { halves, type Marked } from '../marks.ts';
import { indented, jsonString, percentEncoded, YAML_STYLES, type YamlStyle, yamlEntry } from '../notations.ts';
import type { Place, Slot, Writing } from '../place.ts';
import { type FlowParts, flowText } from './flowText.ts';

const FILE = 'Customer Service Main_v12-0.yaml';

/** Where a value stands in a flow: the parts around an entry such as `lit: value`. */
type Around = (slot: Slot, entry: (key: string, value: Marked) => Marked, exp: (text: Marked) => Marked) => FlowParts;

/** Writes a value as a literal in every scalar style, and as an expression in every way to compose a text. */
function valueWritings(around: Around): readonly Writing[] {
  return [...YAML_STYLES.map((style) => literal(style, around)), ...expressions(around), ...others(around)];
}

function literal(style: YamlStyle, around: Around): Writing {
  return {
    id: style === 'plain' ? 'plain' : `YAML ${style}`,
    write: (slot) => file(around(slot, (key, value) => yamlEntry(key, value, style), expressionLike)),
  };
}

const expressionLike = (text: Marked): Marked => text;

/** Expressions whose text is the value. */
function expressions(around: Around): readonly Writing[] {
  const forms: readonly (readonly [string, YamlStyle, (value: Marked) => Marked])[] = [
    ['expression', 'plain', (value) => jsonString(value)],
    ['expression, single quotes', 'single', (value) => jsonString(value)],
    ['expression, double quotes', 'double', (value) => jsonString(value)],
    ['expression, block', 'literal', (value) => `If(Flow.IsTest,\n  "",\n  ${jsonString(value)}\n)`],
    ['expression, folded', 'folded', (value) => `If(Flow.IsTest, "", ${jsonString(value)})`],
    ['concatenation', 'single', (value) => halves(value).map(jsonString).join(' + ')],
    ['Append()', 'double', (value) => `Append(${halves(value).map(jsonString).join(', ')})`],
  ];
  return forms.map(([id, style, form]) => ({
    id,
    oneLine: true,
    write: (slot) =>
      file(
        around(
          slot,
          (key, value) => yamlEntry(key === 'lit' ? 'exp' : key, key === 'lit' ? form(value) : value, style),
          form,
        ),
      ),
  }));
}

function others(around: Around): readonly Writing[] {
  const double = (key: string, value: Marked): Marked => yamlEntry(key, value, 'double');
  return [
    { id: 'nested', write: (slot) => file({ depth: 12, ...around(slot, double, expressionLike) }) },
    {
      id: 'flow mapping',
      write: (slot) =>
        file(
          around(
            slot,
            (key, value) => (key === 'lit' ? `{ lit: ${jsonString(value)} }` : yamlEntry(key, value, 'double')),
            expressionLike,
          ),
        ),
    },
    {
      id: '{{x}} substitutions',
      write: (slot) => {
        const { name, text } = file(around(slot, double, expressionLike));
        const masked = text
          .replace('Customer Service Main', '{{flow_name}}')
          .replace('division: Home', 'division: {{division}}');
        return {
          name,
          text: masked.replace('CRM Integration:', '{{prefix}}-Lambda:').replace('Get Customer:', '${dataAction}:'),
        };
      },
    },
    {
      id: 'quoted keys',
      write: (slot) => {
        const { name, text } = file(around(slot, double, expressionLike));
        return { name, text: text.replace(/^( *(?:- )?)(lit|value|variable|name|description|tts)(?=:)/gm, '$1"$2"') };
      },
    },
  ];
}

function file(parts: FlowParts): { name: string; text: Marked } {
  const text = flowText(parts);
  // `key:` before a flow mapping of its own line joins it.
  return { name: FILE, text: text.replace(/:\n\s+(\{ lit: [^\n]*\})(?=\n|$)/g, ': $1') };
}

type Given = Pick<Place, 'fill' | 'spelling'> & Partial<Pick<Place, 'names'>>;

function place(id: string, given: Given, around: Around): Place {
  return { id, group: 'Architect', syntax: 'yaml', ...given, writings: valueWritings(around) };
}

/** A place whose value is always written the same way: only the styles of the scalar differ. */
function textPlace(id: string, given: Given, around: Around): Place {
  const own = [
    ...YAML_STYLES.map((style) => literal(style, around)),
    ...others(around).filter(({ id: each }) => each !== 'flow mapping'),
  ];
  return { id, group: 'Architect', syntax: 'yaml', ...given, writings: own };
}

const NAMED = { fill: 'named', spelling: 'any' } as const;
const PROSE = { fill: 'prose', spelling: 'any' } as const;
const NOTE = { fill: 'note', spelling: 'any' } as const;
const TOKEN = { fill: 'token', spelling: 'any' } as const;

const COLLECTIONS = ['apiKeys', 'accessTokens', 'clientSecrets', 'passwords', 'PasswordList', 'tokenList'];

const variable = (name: string, value: Marked, kind = 'stringVariable', isInput = false): Marked =>
  `- ${kind}:\n    name: ${name}\n    description: ""\n    initialValue:\n${indented(value, 6)}\n    isInput: ${isInput}\n    isOutput: false`;

const callData = (inputs: Marked): Marked =>
  `- callData:
    name: Get Customer
    processingPrompt:
      noValue: true
    timeout:
      lit:
        minutes: 1
    category:
      CRM Integration:
        dataAction:
          Get Customer:
            inputs:
              ani:
                exp: Call.Ani
${indented(inputs, 14)}
            successOutputs:
              customerName:
                var: Flow.CustomerName
            failureOutputs:
              errorCode:
                noValue: true
              userParams.key:
                noValue: true
    outputs:
      success:
        actions:
          - endTask:
              name: End
      failure:
        actions:
          - disconnect:
              name: Disconnect`;

const updateData = (name: string, value: Marked, kind = 'string'): Marked =>
  `- updateData:\n    name: Update Data\n    statements:\n      - ${kind}:\n          variable: ${name}\n          value:\n${indented(value, 12)}`;

const setData = (action: string, name: string, value: Marked): Marked =>
  `- ${action}:\n    name: Set Data\n    attributes:\n      - attribute:\n          name:\n            lit: ${name}\n          value:\n${indented(value, 12)}`;

/** A value wrapped in an expression of its own; scalar styles then apply to the expression. */
const composed = (prefix: string, value: Marked): Marked => `${jsonString(prefix)} + ${jsonString(value)}`;

export const ARCHITECT_PLACES: readonly Place[] = [
  place('action input', NAMED, ({ name, value }, entry) => ({
    actions: callData(`${name}:\n${indented(entry('lit', value), 2)}`),
  })),
  textPlace(
    'action input, "Bearer " + …',
    { ...NAMED, names: ['authorization', 'AuthHeader', 'auth'] },
    ({ name, value }, entry) => ({
      actions: callData(`${name}:\n${indented(entry('exp', composed('Bearer ', value)), 2)}`),
    }),
  ),
  place('flow variable', NAMED, ({ name, value }, entry) => ({
    variables: variable(`Flow.${name}`, entry('lit', value)),
  })),
  place('collection variable', { ...NAMED, names: COLLECTIONS }, ({ name, value }, entry) => ({
    variables: `- stringCollectionVariable:\n    name: Flow.${name}\n    initialValue:\n      items:\n        - value:\n${indented(entry('lit', value), 12)}\n    isInput: false`,
  })),
  textPlace('JSON variable', NAMED, ({ name, value }, entry) => ({
    variables: variable(
      'Flow.settings',
      entry('lit', `{${jsonString(name)}: ${jsonString(value)}, "retries": 3}`),
      'jsonVariable',
    ),
  })),
  place('task variable', NAMED, ({ name, value }, entry) => ({
    actions: `- loop:\n    name: Loop\n    variables:\n${indented(variable(`Task.${name}`, entry('lit', value)), 6)}`,
  })),
  place('bot variable', NAMED, ({ name, value }, entry) => ({
    root: 'botFlow',
    variables: variable(`Session.${name}`, entry('lit', value)),
  })),
  place('common module default', NAMED, ({ name, value }, entry) => ({
    root: 'commonModule',
    variables: variable(`Common.${name}`, entry('lit', value), 'stringVariable', true),
  })),
  place('update data', NAMED, ({ name, value }, entry) => ({
    actions: updateData(`Task.${name}`, entry('lit', value)),
  })),
  textPlace('update data, JSON in an expression', NAMED, ({ name, value }, entry) => ({
    actions: updateData(
      'Flow.payload',
      entry('exp', `JsonParse(${jsonString(`{${jsonString(name)}: ${jsonString(value)}}`)})`),
      'json',
    ),
  })),
  place('participant data', NAMED, ({ name, value }, entry) => ({
    actions: setData('setParticipantData', name, entry('lit', value)),
  })),
  place('conversation data', NAMED, ({ name, value }, entry) => ({
    actions: setData('setConversationData', name, entry('lit', value)),
  })),
  place('data table lookup', TOKEN, ({ value }, entry) => ({
    actions: `- dataTableLookup:\n    name: Data Table Lookup\n    lookupValue:\n${indented(entry('lit', value), 6)}\n    dataTable:\n      Settings:\n        foundOutputs:\n          endpoint:\n            var: Task.endpoint`,
  })),
  textPlace('expression, comparison', TOKEN, ({ value }, entry) => ({
    actions: `- decision:\n    name: Check\n    condition:\n${indented(entry('exp', `Task.attempt > 1 and Flow.code == ${jsonString(value)}`), 6)}`,
  })),
  textPlace('expression, deep', TOKEN, ({ value }, entry) => ({
    actions: updateData(
      'Task.result',
      entry(
        'exp',
        `If(Length(Split(Append("a", Upper("b"), If(true, Substring(${jsonString(value)}, 0, 200), "")), ",")) > 0, "x", "y")`,
      ),
    ),
  })),
  textPlace('expression, URL', { fill: 'named', spelling: 'ascii' }, ({ name, value }, entry) => ({
    actions: updateData(
      'Task.url',
      entry('exp', `"https://crm.example.com/find?${name}=${percentEncoded(value)}&phone=" + Call.Ani`),
    ),
  })),
  textPlace('prompt, TTS', TOKEN, ({ value }, entry) => ({
    actions: `- playAudio:\n    name: Play\n    audio:\n${indented(entry('tts', value), 6)}`,
  })),
  place('message body', PROSE, ({ value }, entry) => ({
    root: 'inboundShortMessage',
    actions: `- sendResponse:\n    name: Send Response\n    messageBody:\n${indented(entry('lit', value), 6)}`,
  })),
  textPlace('description', NOTE, ({ value }, entry) => ({ head: entry('description', value) })),
  textPlace('variable description', NOTE, ({ value }, entry) => ({
    variables: `- stringVariable:\n    name: Flow.x\n${indented(entry('description', value), 4)}\n    initialValue:\n      noValue: true`,
  })),
  textPlace('bot utterance', TOKEN, ({ value }, entry) => ({
    root: 'digitalBotFlow',
    head: `settingsNaturalLanguageUnderstanding:\n  nluDomainVersion:\n    intents:\n      - utterances:\n          - segments:\n              - ${indented(entry('text', value), 16).trimStart()}\n            source: User\n        name: Status\n    language: en-us`,
  })),
  comment('comment', NOTE, (value) => `# ${value}`),
  comment('comment, code', NAMED, (value, name) => `# ${name}: "${value}"`),
  comment('comment behind a value', NOTE, (value) => `description: Main # ${value}`),
];

function comment(id: string, given: Given, line: (value: Marked, name: string) => Marked): Place {
  const write = (slot: Slot, depth: number): FlowParts => ({
    ...(depth === 0
      ? { head: line(slot.value, slot.name) }
      : {
          depth,
          actions: `${line(slot.value, slot.name).replace(/^description.*?#/, '#')}\n- endTask:\n    name: End`,
        }),
  });
  const writings: readonly Writing[] = [
    { id: 'plain', oneLine: true, write: (slot) => file(write(slot, 0)) },
    { id: 'nested', oneLine: true, write: (slot) => file(write(slot, 6)) },
    {
      id: 'last line',
      oneLine: true,
      write: (slot) => ({
        name: FILE,
        text: `${flowText({})}${line(slot.value, slot.name).replace(/^description.*?#/, '#')}`,
      }),
    },
    {
      id: '{{x}} substitutions',
      oneLine: true,
      write: (slot) => ({
        name: FILE,
        text: file(write(slot, 0)).text.replace('Customer Service Main', '{{flow_name}}'),
      }),
    },
  ];
  return { id, group: 'Architect', syntax: 'yaml', ...given, writings };
}
