import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../../src/engine/languages/hcl/hcl.ts';
import { HclCall } from '../../../../src/engine/languages/hcl/hclCalls.ts';
import { HOLE } from '../../../../src/engine/text/codec.ts';
import type { SourceNode } from '../../../../src/engine/tree/node.ts';

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

describe('a name', () => {
  it('may be that of another expression', () => {
    expect(read('a {\n  for = "b"\n  c = "d"\n}\nfor {\n  e = "f"\n}\ng = { for = "h", i = "j" }\n')).toEqual([
      [
        'a',
        [
          ['for', 'b'],
          ['c', 'd'],
        ],
      ],
      ['for', [['e', 'f']]],
      [
        'g',
        [
          ['for', 'h'],
          ['i', 'j'],
        ],
      ],
    ]);
  });
});

describe('code in a heredoc', () => {
  it('is its text, wherever it stands', () => {
    const code = 'resource "c" "d" {\n  e = "f"\n}\n';
    const { root, doubtful, problems } = parseHcl(`a "b" {\n  x = <<EOT\n${code}EOT\n  y = "z"\n}\n`);
    expect(shown(root)).toEqual([
      [
        'a',
        [
          [
            'b',
            [
              ['x', code],
              ['y', 'z'],
            ],
          ],
        ],
      ],
    ]);
    expect([doubtful, problems]).toEqual([[], []]);
  });

  it('is told where it may be that of an author who forgot a word', () => {
    const text = 'a "b" {\n  c = <<EOT\nd\n}\nvariable "e" {\n  f = <<EOT\ng\nEOT\n}\n';
    expect(parseHcl(text).doubtful.map(({ start, end }) => text.slice(start, end))).toEqual([
      '<<EOT\nd\n}\nvariable "e" {\n  f = <<EOT\ng\nEOT',
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
    ['"%{ if var.a }b%{ endif }"', { '?:': ['b'] }],
    ['"%{ if var.a ~} b %{~ else }c%{ endif }"', { '?:': ['b', 'c'] }],
    ['"a%{ if var.a }b%{ endif }"', 'a◌b◌'],
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
