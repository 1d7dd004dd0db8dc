import fc from 'fast-check';
import { parseEvents } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { YamlScalars } from '../../../../src/engine/languages/yaml/yamlScalars.ts';
import { YamlTree } from '../../../../src/engine/languages/yaml/yamlTree.ts';
import { wholeYaml } from '../../../../src/engine/languages/yaml/yamlWhole.ts';
import { documentText } from '../../../../src/engine/text/mappedText.ts';
import type { SourceNode } from '../../../../src/engine/tree/node.ts';
import { maskSubstitutions } from '../../../../src/engine/tree/substitutions.ts';
import { flow } from '../../../bench/support/documents.ts';
import { Random } from '../../../bench/support/random.ts';
import { corpus, hasCorpus } from '../support.ts';

/** A tree as plain data, with what its scalars read and how they would be edited. */
function shapeOf(node: SourceNode | undefined): unknown {
  if (!node) return undefined;
  const { kind, start, end } = node;
  if (node.kind === 'scalar') {
    const { type, value, text } = node;
    return { start, end, type, value, edits: ['x', '5', 'a: b #'].map((each) => text.edit(0, text.length, each)) };
  }
  if (node.kind === 'seq') return { kind, start, end, items: node.items.map(shapeOf) };
  return { kind, start, end, entries: node.entries.map(({ key, value }) => [shapeOf(key), shapeOf(value)]) };
}

const whole = (text: string): SourceNode | undefined => {
  const structure = maskSubstitutions(text);
  return wholeYaml(structure, new YamlScalars(documentText(text), structure));
};

/** As the parser of all YAML reads it; `undefined` where that finds an error. */
const byEvents = (text: string): readonly SourceNode[] | undefined => {
  const structure = maskSubstitutions(text);
  try {
    return new YamlTree(documentText(text), structure).build(parseEvents(structure, { maxDepth: 500 }));
  } catch {
    return undefined;
  }
};

function expectSame(text: string): boolean {
  const read = whole(text);
  if (read) expect([shapeOf(read)], text).toEqual(byEvents(text)?.map(shapeOf));
  return read !== undefined;
}

const SCALARS = [
  ...[
    'a',
    'name',
    'x y',
    '5',
    'true',
    '~',
    '-1',
    '-x',
    '.5',
    '...',
    '---',
    'a:b',
    'a#b',
    'http://h/p?q=1',
    '{{x}}',
    'v ${y} w',
    'é',
    'a-b',
  ],
  ...[
    '""',
    "''",
    '"b"',
    "'it''s'",
    '"q\\"q"',
    '"\\x41"',
    '"\\q"',
    '"a: b # c"',
    '"open',
    "'open",
    '"a"b',
    '<<',
    '=',
    '(a)',
    '/p',
  ],
  ...[
    '? a',
    '*a',
    '&a b',
    '!t v',
    '[1, 2]',
    '{a: 1}',
    '|',
    '>-',
    '%d',
    '@x',
    '`x`',
    '- a',
    '-',
    ': x',
    'a: b',
    'a :b',
    'a b:',
    '#c',
  ],
];
const line = fc
  .record({
    indent: fc.constantFrom(0, 0, 2, 2, 4, 4, 6, 1, 3),
    dashes: fc.constantFrom('', '', '', '- ', '- ', '-   ', '- - ', '-'),
    key: fc.constantFrom(
      '',
      'a: ',
      'name: ',
      'key:',
      '"k": ',
      "'k': ",
      'x y:  ',
      'k : ',
      '{{s}}: ',
      '5: ',
      '"k":',
      '? ',
    ),
    value: fc.oneof({ arbitrary: fc.constant(''), weight: 3 }, { arbitrary: fc.constantFrom(...SCALARS), weight: 4 }),
    rest: fc.constantFrom('', '', '', '', ' ', ' # c', '#c', '  ', '\t'),
    end: fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', '\n# c\n', '\n   # c\n', '\r'),
  })
  .map(({ indent, dashes, key, value, rest, end }) => `${' '.repeat(indent)}${dashes}${key}${value}${rest}${end}`);

describe('YAML that is whole', () => {
  it('is read in one pass as the parser reads it', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 7 }), (lines) => {
        if (expectSame(lines.join(''))) read++;
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it('is nearly all of a flow, in whichever place a character is changed', () => {
    const text = flow(new Random(5), 3000);
    expect(expectSame(text)).toBe(true);
    const change = fc.tuple(
      fc.nat(text.length - 1),
      fc.constantFrom('', ' ', '\n', ':', '#', '"', "'", '-', '- ', ': ', '{', '\n    ', 'x', '\u00e9', '|', '&a '),
      fc.nat(2),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let changed = text;
        for (const [at, by, length] of changes) changed = changed.slice(0, at) + by + changed.slice(at + length);
        expectSame(changed);
      }),
      { numRuns: 1500 },
    );
  });

  it.skipIf(!hasCorpus)('is read the same in real files', () => {
    for (const { text } of corpus(/\.ya?ml$/)) expectSame(text);
  });
});
