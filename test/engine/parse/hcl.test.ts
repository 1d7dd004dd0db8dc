import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../src/engine/parse/hcl.ts';
import { HclCall } from '../../../src/engine/parse/hclCalls.ts';
import type { SourceNode } from '../../../src/engine/parse/node.ts';
import { HOLE } from '../../../src/engine/text/codec.ts';
import { hclStringCodec } from '../../../src/engine/text/hclStringCodec.ts';
import type { MappedText } from '../../../src/engine/text/mappedText.ts';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';

type Shown = string | readonly Shown[] | { readonly [name: string]: Shown };

/** Texts as they are, words and numbers in angle brackets, maps as lists of pairs, calls by their name. */
function shown(node: SourceNode | undefined): Shown {
  if (!node) return 'nothing';
  if (node.kind === 'scalar') {
    const text = node.text.text.replaceAll(HOLE, '◌');
    return node.type === 'other' && text !== '◌' ? `<${text}>` : text;
  }
  if (node.kind === 'map') return node.entries.map(({ key, value }) => [key.value, shown(value)]);
  return node instanceof HclCall ? { [node.callee]: node.items.map(shown) } : node.items.map(shown);
}

const read = (text: string) => shown(parseHcl(text).root);
const value = (expression: string) => {
  const [first] = parseHcl(`x = ${expression}\n`).root.entries;
  return shown(first?.value);
};
const D = '$' + '{';

describe('a body', () => {
  it('has arguments and blocks, which nest by their labels', () => {
    expect(read('a = "b"\nprovider "genesyscloud" {\n  c = "d"\n  e {\n    f = 1\n  }\n}\nlocals {}\n')).toEqual([
      ['a', 'b'],
      [
        'provider',
        [
          [
            'genesyscloud',
            [
              ['c', 'd'],
              ['e', [['f', '<1>']]],
            ],
          ],
        ],
      ],
      ['locals', []],
    ]);
    expect(read('resource "a" b { c = true }')).toEqual([['resource', [['a', [['b', [['c', '<true>']]]]]]]]);
  });

  it('may have comments of three kinds anywhere', () => {
    const text = '# a = "b"\n/* x\n= */ c /* d */ = "e" // "f\n# end';
    const { root, comments, problems } = parseHcl(text);
    expect([shown(root), problems]).toEqual([[['c', 'e']], []]);
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual([
      '# a = "b"',
      '/* x\n= */',
      '/* d */',
      '// "f',
      '# end',
    ]);
  });
});

describe('an expression', () => {
  it.each<[string, Shown]>([
    ['var.a["b"].c[0].*.d', '◌'],
    ['-1.5e3', '<1.5e3>'],
    ['["a", var.b, 1,\n "c",\n]', ['a', '◌', '<1>', 'c']],
    [
      '{ a = "b", "c" : "d"\n (var.e) = "f"\n g = { h = "i" } }',
      [
        ['a', 'b'],
        ['c', 'd'],
        [HOLE, 'f'],
        ['g', [['h', 'i']]],
      ],
    ],
    ['var.a == "b" ? "c" : "d"', { '?:': [{ '==': ['◌', 'b'] }, 'c', 'd'] }],
    ['var.a ? "b" : var.c != "d" ? "e" : "f"', { '?:': [{ '==': ['◌', '◌', 'd'] }, 'b', 'e', 'f'] }],
    ['(\n "a"\n)', 'a'],
    ['trimspace("a")', 'a'],
    [`"${D}trimspace("a")}"`, 'a'],
    [`"${D}var.a}"`, '◌'],
    ['jsonencode({ a = "b" })', [['a', 'b']]],
    [`"${D}jsonencode({\n a = "b"\n})}"`, [['a', 'b']]],
    ['base64encode("a:b")', { base64encode: ['a:b'] }],
    ['merge(local.a, { b = "c" })', { merge: ['◌', [['b', 'c']]] }],
    ['provider::x::f("a")', { 'provider::x::f': ['a'] }],
    ['lookup(var.a, "b", "c")', { lookup: ['c'] }],
    ['file("a.txt")', { file: [] }],
    ['templatefile("a", { b = "c" })', { templatefile: [[['b', 'c']]] }],
    ['join("-", ["a", "b", var.c])', 'a-b-◌'],
    ['format("Bearer %s %[1]s 5%% %d", "a", var.n)', 'Bearer a a 5% ◌'],
    [`"a${D}"b"}c"`, 'abc'],
    [`"a${D}var.b ? "c" : "d"}e"`, { [`${D}}`]: ['a◌e', { '?:': [{ '==': ['◌'] }, 'c', 'd'] }] }],
    [`<<EOT\na${D}var.b}\nEOT`, 'a◌\n'],
    ['[for s in var.l : upper("a")]', [{ '?:': ['◌', '◌', '◌', '◌'] }, { upper: ['a'] }]],
    [
      '{ for k, v in var.m : k => "a" }',
      [
        ['', '◌'],
        ['', { '?:': ['◌', '◌', '◌'] }],
        ['', '◌'],
        ['', 'a'],
      ],
    ],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });
});

describe('an edit', () => {
  const unit = fc.constantFrom(
    '"',
    '\\',
    '$',
    '%',
    '{',
    '}',
    '\n',
    '\t',
    'é',
    '😀',
    '#',
    '/',
    '*',
    ' ',
    'a',
    'B',
    '1',
    '=',
    D,
  );
  const anyText = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''));
  const places: readonly (readonly [string, (raw: string) => string])[] = [
    ['an argument', (raw) => `a {\n  x = ${raw}\n}\nlast = 1\n`],
    ['a function', (raw) => `x = f(1, [${raw}, "b"])\nlast = 1\n`],
    ['an object', (raw) => `a = { x = ${raw} }\nlast = 1\n`],
  ];

  it.each(places)('of a text in %s is read back, and nothing else changes', (_, place) => {
    fc.assert(
      fc.property(anyText, anyText, (value, replacement) => {
        const source = place(hclStringCodec.rewrite?.(value) ?? '""');
        const edit = firstText(source)?.edit(0, value.length, replacement);
        if (!edit || edit === 'not-editable') return;
        const after = applyEdits(source, [edit]);
        expect(parseHcl(after).problems).toEqual([]);
        expect(firstText(after)?.text).toBe(replacement);
        expect(parseHcl(after).root.entries.at(-1)?.key.value).toBe('last');
      }),
      { numRuns: 1000, seed: 11 },
    );
  });
});

/** The first text of a file that is a value. */
function firstText(source: string): MappedText | undefined {
  const visit = (node: SourceNode): MappedText | undefined => {
    if (node.kind === 'scalar') return node.type === 'string' ? node.text : undefined;
    const below = node.kind === 'seq' ? node.items : node.entries.map((entry) => entry.value);
    for (const each of below) {
      const found = each && visit(each);
      if (found) return found;
    }
    return undefined;
  };
  return visit(parseHcl(source).root);
}

describe('a broken text', () => {
  const after = '\nresource "a" "b" {\n  c = "d"\n}\n';
  const found = [['a', [['b', [['c', 'd']]]]]];

  it.each([
    'x = "open',
    `x = "open ${D}var.a`,
    `x = "open ${D}f(`,
    'x = <<EOT\n  never closed',
    'y {\n  x = <<EOT\n  closed too late',
    'x = {',
    'x = [',
    'x = f(',
    'provider "x" {\n  y = "z"',
    'provider "x" {\n  y = [ { z = (',
    '}}}',
    ')]',
    '/* never closed',
    'x "y" z w = = 1',
    '= "a"',
    'x = "a" "b" \\ ` ?',
    'x = var.a ? "b"',
  ])('%j does not hide what follows', (broken) => {
    const { root, problems } = parseHcl(broken + after);
    const block = root.entries.find(({ key }) => key.value === 'resource');
    expect(shown(block?.value)).toEqual(found);
    expect(problems.length).toBeLessThan(20);
  });

  it('ends a heredoc without its word before the next block, even where another has the same word', () => {
    const text = 'a "b" {\n  c = <<EOT\nd\n}\nvariable "e" {\n  f = <<EOT\ng\nEOT\n}\n';
    expect(read(text)).toEqual([
      ['a', [['b', [['c', 'd\n}']]]]],
      ['variable', [['e', [['f', 'g\n']]]]],
    ]);
  });

  it('keeps values whose equals sign or name is missing', () => {
    expect(read('token "a"\n"b"\n["c"]\n')).toEqual([
      ['token', 'a'],
      ['', 'b'],
      ['', ['c']],
    ]);
  });

  it('keeps values in single quotes', () => {
    expect(read("a = 'b'\nc = it's\nd = \"e\"\n")).toEqual([
      ['a', 'b'],
      ['c', { '?:': ['◌', '◌'] }],
      ['d', 'e'],
    ]);
  });
});

describe('hostile texts', () => {
  const pieces = [
    '"',
    '\\',
    D,
    '%{',
    '}',
    '{',
    '[',
    ']',
    '(',
    ')',
    '=',
    ':',
    '?',
    '<<A\n',
    'A\n',
    '\n',
    '#',
    '/*',
    '*/',
    'a',
    ' ',
    '1',
    '.',
    ',',
    '\r\n',
    '\uD800',
    '\0',
    'for ',
    '=>',
    '~',
    '<<-A\n',
    "'",
  ];

  it('never throw, and every scalar lies inside', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 60 });
    fc.assert(
      fc.property(text, (parts) => {
        const source = parts.join('');
        const visit = (node: SourceNode): void => {
          if (node.kind === 'seq') node.items.forEach(visit);
          else if (node.kind === 'scalar') {
            for (const { start, end } of node.text.spans()) {
              expect(start >= 0 && end >= start && end <= source.length).toBe(true);
            }
          } else for (const { key, value: below } of node.entries) [key, below].forEach((each) => each && visit(each));
        };
        visit(parseHcl(source).root);
      }),
      { numRuns: 5000, seed: 3 },
    );
  });

  it.each([
    '{',
    '[',
    '(',
    'a{',
    'a={',
    'f(',
    `"${D}`,
    `"${D}"`,
    '<<A\n',
    'a "',
    '/*',
    '"\n',
    'a a ',
    'a?',
    'a.',
    "'",
    '<<-A\n}',
    `"${D}f({`,
    '-',
    '!',
    '((("',
    'for ',
    '{for a ',
    '%{',
    `x="${D}(\n`,
    'a[',
  ])('%j twenty thousand times takes linear time', (unit) => {
    const time = (count: number) => {
      const text = unit.repeat(count);
      const from = performance.now();
      parseHcl(text);
      return performance.now() - from;
    };
    expect(time(20_000)).toBeLessThan(1500);
  });

  it('with every heredoc unclosed take linear time', () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `a${i} = <<W${i}\n`).join('');
    const from = performance.now();
    parseHcl(text);
    expect(performance.now() - from).toBeLessThan(1500);
  });
});
