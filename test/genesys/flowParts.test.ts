import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/engine/detect/contract/finding.ts';
import type { Rule } from '../../src/engine/detect/contract/rule.ts';
import type { Detected } from '../../src/engine/detect/detect.ts';
import { tolerantYaml } from '../../src/engine/languages/yaml/yamlTolerant.ts';
import { customNames } from '../../src/engine/suppression/customNames.ts';
import { customPatterns } from '../../src/engine/suppression/customPatterns.ts';
import { applyEdits } from '../../src/engine/text/textEdit.ts';
import type { FileText } from '../../src/genesys/kinds/fileKind.ts';
import { splitFlow } from '../../src/genesys/kinds/flow/flowSplit.ts';
import { DocumentScanner, findingsOf, type Scan, scanDocument } from '../../src/genesys/scan.ts';
import { flow } from '../bench/support/documents.ts';
import { Random } from '../bench/support/random.ts';
import { sampleAction, sampleFlow } from './support/documents.ts';
import { drawn } from './support/values.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/files', import.meta.url));
const whole = (text: string): Scan =>
  new DocumentScanner(Number.POSITIVE_INFINITY).scan({ name: 'f.yaml', text }, { tolerantYaml });
const inParts = (text: string): Scan => new DocumentScanner(0).scan({ name: 'f.yaml', text }, { tolerantYaml });

/** Everything that can be told of a detection. */
function told(detected: Detected, finding: Finding | undefined): unknown {
  const { text, role, name, form, template } = detected.literal;
  return {
    ...finding,
    value: text.text,
    where: text.spans(),
    role,
    name,
    form,
    template: template?.spans(),
  };
}

function all(scan: Scan): unknown {
  const findings = findingsOf(scan);
  const found = scan.detections.map((detected, i) => told(detected, findings[i]));
  return { kind: scan.kind, needsTolerantYaml: scan.needsTolerantYaml, found };
}

/** Two lists, scalars of every style, comments, and a value in some. */
function lists(): string {
  const action = (i: number): string => `    - callData:
        name: Get ${i} # ${i % 3 === 0 ? `apiKey: ${drawn(400 + i)}` : 'a comment'}
        inputs:
          ApiKey: { lit: "${drawn(500 + i)}" }
          Note: { lit: |-
              not a block }
          Text:
            lit: |+
              - a list in a text
              password: ${drawn(600 + i)}


`;
  const variable = (i: number): string => `  - stringVariable:
      name: Flow.apiKey${i}
      initialValue:
        lit: '${drawn(700 + i)}'
`;
  return [
    `inboundCall:\n  name: Main\n  startUpRef: /a\n  variables:\n`,
    ...Array.from({ length: 4 }, (_, i) => variable(i)),
    '# between\n  description: |\n    A text\n      with: a list\n  tasks: # below\n\n',
    ...Array.from({ length: 4 }, (_, i) =>
      action(i).replace(/\{ lit: \|-\n +not a block \}/, `{ lit: "a\n              b" }`),
    ),
    '  settings:\n    secret: x\n',
  ].join('');
}

const TEXTS = [
  ['lists', lists()],
  ['lists with CRLF', lists().replaceAll('\n', '\r\n')],
  ['a small flow', sampleFlow(drawn(77))],
  ['a generated flow', flow(new Random(5), 20_000)],
] as const;

describe('a flow that is read in parts', () => {
  it.each(TEXTS)('holds what it holds as a whole: %s', (_what, text) => {
    expect(all(inParts(text))).toEqual(all(whole(text)));
  });

  it('is cut at every item', () => {
    expect(splitFlow(lists())?.lists.map(({ items }) => items.length)).toEqual([4, 4]);
  });

  it('is edited where the value stands in the document', () => {
    const text = lists();
    const found = inParts(text).detections.find(({ literal }) => literal.text.text === drawn(502));
    const edit = found?.literal.text.edit(0, 32, 'other');
    expect(edit && edit !== 'not-editable' && applyEdits(text, [edit])).toBe(text.replace(drawn(502), 'other'));
  });

  it.each([
    ['a list in a text', 'workflow:\n  startUpRef: a\n  text: |\n   - one\n   - two\n   - three\n  apiKey: '],
    ['a list in quotes', 'workflow:\n  startUpRef: a\n  text: "\n   - one\n   - two\n   - three"\n  apiKey: '],
    [
      'a list that names its neighbours',
      'workflow:\n  startUpRef: a\n  name:\n   - one\n   - two\n   - three\n  apiKey: ',
    ],
    ['an item in an item', 'workflow:\n  startUpRef: a\n  list:\n   - - one\n     - two\n   - three\n  apiKey: '],
    ['a list without indent', 'workflow:\n  startUpRef: a\n  list:\n  - one\n  - two\n  - {apiKey: b}\n  apiKey: '],
  ])('is not misread: %s', (_what, start) => {
    const text = `${start}${drawn(78)}\n`;
    expect(all(inParts(text))).toEqual(all(whole(text)));
    expect(inParts(text).detections).toHaveLength(1);
  });

  it('with many comments above a list ends soon', () => {
    const comments = '    # one more\r\n'.repeat(200);
    const item = `    - updateData:\r\n        name: ${'x'.repeat(20_000)}\r\n`;
    const text = `workflow:\r\n  empty:\r\n${comments}  name: a\r\n${item}  actions:\r\n${comments}${item}`;
    expect(() => inParts(text)).not.toThrow();
  });

  it('keeps an error in one item from the others', () => {
    const text = lists().replace('name: Get 1', 'name: "Get 1');
    const others = inParts(text).detections.filter(({ literal }) =>
      [500, 502, 503].map((i) => drawn(i)).includes(literal.text.text),
    );
    expect(others.map(({ literal }) => literal.name)).toEqual(['ApiKey', 'ApiKey', 'ApiKey']);
  });

  it.skipIf(!existsSync(CORPUS))('holds what it holds as a whole: real flows', () => {
    const files = existsSync(CORPUS) ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }) : [];
    for (const name of files.filter((each) => /\.ya?ml$/.test(each))) {
      const text = readFileSync(`${CORPUS}/${name}`, 'utf8');
      const result = whole(text);
      if (!result.needsTolerantYaml) expect(all(inParts(text)), name).toEqual(all(result));
    }
  });
});

describe('a long list of Data Actions', () => {
  it('holds what its actions hold', () => {
    const actions = Array.from({ length: 40 }, (_, i) => sampleAction(drawn(800 + i)));
    const scan = new DocumentScanner().scan({ name: 'actions.json', text: `[${actions.join(',')}]` });
    const expected = actions.flatMap((text) => new DocumentScanner().scan({ name: 'a.json', text }).detections);
    expect(scan.kind).toBe('data-action');
    expect(scan.detections.map(({ literal }) => literal.text.text)).toEqual(
      expected.map(({ literal }) => literal.text.text),
    );
  });
});

describe('the names and formats of a team', () => {
  const TEAM: readonly Rule[] = [
    customNames(['Text', 'note', 'huisnummer', 'region']),
    customPatterns([
      { span: { start: 0, end: 0 }, id: 'a', title: 'Key', pattern: '[a-z]{4}[0-9]{2}', severity: 'error' },
    ]).rule,
  ];
  const file = (text: string): FileText => ({ name: 'f.yaml', text });

  it('leave a large flow the fast way, and give what a scan as a whole gives', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS.map(([, text]) => text)),
        fc.subarray(['huisnummer: abcdefgh', 'note: wxyz12 and abcd34', 'region: "kitchen table 12"']),
        fc.subarray([...TEAM]),
        (text, more, rules) => {
          const planted = more.reduce((sum, line) => sum.replace(/^( *)name: /m, `$1${line}\n$1name: `), text);
          const asWhole = new DocumentScanner(Number.POSITIVE_INFINITY).scan(file(planted), { rules, tolerantYaml });
          const parts = new DocumentScanner(0).scan(file(planted), { rules, tolerantYaml });
          expect(all(parts)).toEqual(all(asWhole));
        },
      ),
    );
    const fast = new DocumentScanner(0).scan(file(lists().replace(/lit: "a$/m, 'lit: "wxyz12')), { rules: TEAM });
    expect(fast.way).toBe('in parts');
    expect(fast.detections.some(({ ruleId }) => ruleId === 'custom-pattern')).toBe(true);
  });

  it('leave a long list of Data Actions the fast way', () => {
    const actions = Array.from({ length: 40 }, (_, i) => sampleAction(drawn(800 + i)));
    const text = `[${actions.join(',')}]`;
    const scan = new DocumentScanner().scan({ name: 'actions.json', text }, { rules: TEAM });
    const each = actions.flatMap(
      (action) => scanDocument({ name: 'a.json', text: action }, { rules: TEAM }).detections,
    );
    expect(scan.way).toBe('in items');
    expect(scan.detections.map(({ ruleId, literal }) => [ruleId, literal.text.text])).toEqual(
      each.map(({ ruleId, literal }) => [ruleId, literal.text.text]),
    );
  });

  it('count at once where they change while a flow is open', () => {
    const scanner = new DocumentScanner(0);
    const rulesOf = (rules: readonly Rule[]): unknown => all(scanner.scan(file(lists()), { rules }));
    const before = rulesOf([]);
    const asked = rulesOf(TEAM);
    expect(asked).toEqual(all(new DocumentScanner(0).scan(file(lists()), { rules: TEAM })));
    expect(asked).not.toEqual(before);
    expect(rulesOf([])).toEqual(before);
  });
});

describe('a flow that is edited', () => {
  const piece = fc.constantFrom(
    'x',
    ' ',
    '\n',
    '"',
    "'",
    '- ',
    '    - a: b\n',
    ': ',
    '#',
    '{',
    '}',
    '|',
    '\n  tasks:\n',
    drawn(90),
  );

  it('holds what a new scan finds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS.map(([, text]) => text)),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), piece), { maxLength: 4 }),
        fc.boolean(),
        (start, edits, isTolerant) => {
          const options = isTolerant ? { tolerantYaml } : {};
          const scanner = new DocumentScanner(0);
          let text = start;
          for (const [where, removed, added] of edits) {
            const at = Math.floor(where * text.length);
            text = text.slice(0, at) + added + text.slice(at + removed);
            const again = all(scanner.scan({ name: 'f.yaml', text }, options));
            expect(again).toEqual(all(new DocumentScanner(0).scan({ name: 'f.yaml', text }, options)));
          }
        },
      ),
      { numRuns: 40, seed: 3 },
    );
  });

  it('holds what it holds as a whole while it is not broken', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS.map(([, text]) => text)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(60),
        piece,
        (start, where, removed, added) => {
          const at = Math.floor(where * start.length);
          const text = start.slice(0, at) + added + start.slice(at + removed);
          const result = new DocumentScanner(Number.POSITIVE_INFINITY).scan({ name: 'f.yaml', text });
          if (result.needsTolerantYaml) return;
          compared++;
          expect(all(inParts(text))).toEqual(all(result));
        },
      ),
      { numRuns: 250, seed: 4 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
