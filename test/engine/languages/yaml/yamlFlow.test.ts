import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { parseYaml } from '../../../../src/engine/languages/yaml/yaml.ts';
import { flattenFlow } from '../../../../src/engine/languages/yaml/yamlFlow.ts';
import { Random } from '../../../bench/support/random.ts';
import { plain, scalarsOf } from '../support.ts';

describe('YAML that js-yaml refuses and others read', () => {
  it.each([
    ['a list that closes at its key', 'a: [\n  b,\n  c\n]\nd: e\n', { a: ['b', 'c'], d: 'e' }],
    ['a map that closes at its key', 'a:\n  b: {\n    c: d\n  }\n  e: f\n', { a: { b: { c: 'd' }, e: 'f' } }],
    ['one in an item', '- a: [\n    b\n  ]\n- c\n', [{ a: ['b'] }, 'c']],
    ['one that is an item', '- [\n  a\n]\n', [['a']]],
    ['a comment before it', 'a: [\n  b # ]\n]\nc: d\n', { a: ['b'], c: 'd' }],
    ['blank lines and comments before it', 'a: [\n  b\n\n  # c\n]\nd: e\n', { a: ['b'], d: 'e' }],
    ['quotes with brackets', "a: [\n  \"b ]\", 'c }',\n  it's\n]\n", { a: ['b ]', 'c }', "it's"] }],
    ['other line breaks', 'a: [\r\n  b\r\n]\r\nc: d\r\n', { a: ['b'], c: 'd' }],
    ['a tab before it', 'a:\t{b: c}\n', { a: { b: 'c' } }],
    ['a tab in it', 'a: {b: c,\td: e}\n', { a: { b: 'c', d: 'e' } }],
    ['a quoted text that goes on at the margin', 'a:\n  b: "c\nd"\ne: f\n', { a: { b: 'c d' }, e: 'f' }],
    ['a text in single quotes that does', "a: 'b\n\nc'\nd: e\n", { a: 'b\nc', d: 'e' }],
  ])('is read: %s', (_, text, value) => {
    const { roots, problems } = parseYaml(text);
    expect([roots.map(plain), problems]).toEqual([[value], []]);
    for (const { start, end } of scalarsOf(roots)) expect(text.slice(start, end).trim()).not.toBe('');
  });

  it.each([
    ['a list that goes on at its key', 'a: [\nb\n]\n'],
    ['a list that does not close', 'a: [\n  b\nc: d\n'],
    ['brackets that do not belong together', 'a: [\n  b\n}\n'],
    ['a quote that is missing', 'a: "b\nc: d"\n'],
    ['a tab as indentation', 'a:\n\t{b: c}\n'],
  ])('is broken all the same: %s', (_, text) => {
    expect(parseYaml(text).problems).not.toEqual([]);
  });

  it('takes no slow way for its size', () => {
    const item = (i: number): string => `  - name: n${i}\n    values: [\n      a${i}\n    ]\n`;
    const text = `items:\n${Array.from({ length: 5000 }, (_, i) => item(i)).join('')}`;
    const { roots, problems, needsTolerant } = parseYaml(text);
    expect([problems, needsTolerant, scalarsOf(roots).length]).toEqual([[], undefined, 20_001]);
  });

  it.each(['[', '{', 'a: [\n', ' [\n', 'a: "\n', '- "', "'", '[ # \n', 'a: [\t', '? ', '&a '])(
    'takes linear time for %j again and again',
    (piece) => {
      // Quadratic time would run into the time limit of a test.
      const text = `x: }\n${piece.repeat(100_000)}`;
      expect(flattenFlow(text)).toHaveLength(text.length);
    },
  );
});

describe('drawn flow collections', () => {
  it('are read as the yaml package reads them, wherever they close', () => {
    const random = new Random(1);
    let read = 0;
    for (let i = 0; i < 1500; i++) {
      const text = drawnDocument(random);
      const documents = parseAllDocuments(text, { schema: 'failsafe', prettyErrors: false });
      if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) continue;
      read++;
      const { roots, problems } = parseYaml(text);
      expect(problems, text).toEqual([]);
      expect(JSON.stringify(roots.map(plain)), text).toBe(JSON.stringify(documents.map((each) => each.toJSON())));
    }
    expect(read).toBeGreaterThan(500);
  });
});

function drawnDocument(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, (_, i) => {
    const [top, deep, item] = [0, 2, 4].map((column) => drawnFlow(random, column, 0));
    return random.pick([
      `p${i}: ${top}\n`,
      `p${i}:\n  q:${random.pick([' ', '\t'])}${deep}\n  z: a\n`,
      `p${i}:\n  - s: ${item}\n    t: u\n  - ${deep}\n`,
      `p${i}: |\n  x: [\n  ]\ny${i}: "l\n  m"\n`,
      `p${i}: v [w\n`,
    ]);
  }).join('');
}

/** @param column of the key or dash that it belongs to */
function drawnFlow(random: Random, column: number, depth: number): string {
  const deeper = `\n${' '.repeat(column + 2)}`;
  const gap = (): string => random.pick([deeper, deeper, ' ', '', ` # c ] "${deeper}`, '\t']);
  const value = (): string =>
    depth < 3 && random.below(6) === 0
      ? drawnFlow(random, column, depth + 1)
      : random.pick(['a', '"b ] c"', "'d } \"'", 'e f', '"x\\"y"', 'g#h', '"q: r"']);
  const margin = `\n${' '.repeat(column)}`;
  const last = random.pick([margin, deeper, ` # x }${margin}`, `\n${margin}`, `\n  # y${margin}`, '']);
  const items = Array.from({ length: 1 + random.below(3) }, (_, i) => [`k${i}`, gap(), value()] as const);
  return random.below(2) === 0
    ? `[${items.map(([, before, each]) => before + each).join(',')}${last}]`
    : `{${items.map(([key, before, each]) => `${before}${key}: ${each}`).join(',')}${last}}`;
}
