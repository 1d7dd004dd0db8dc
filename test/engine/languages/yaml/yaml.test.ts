import { getScalarValue, parseEvents } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/engine/languages/yaml/yaml.ts';
import { tolerantYaml } from '../../../../src/engine/languages/yaml/yamlTolerant.ts';
import { applyEdits } from '../../../../src/engine/text/textEdit.ts';
import { childAt, textOf } from '../../../../src/engine/tree/node.ts';
import { maskSubstitutions } from '../../../../src/engine/tree/substitutions.ts';
import { corpus, hasCorpus, plain, scalarsOf } from '../support.ts';

const read = (text: string) => parseYaml(text).roots.map(plain);

function edited(text: string, path: readonly string[], replacement: string): string {
  const value = textOf(childAt(parseYaml(text).roots[0], ...path));
  const edit = value?.edit(0, value.length, replacement) ?? 'not-editable';
  return edit === 'not-editable' ? edit : applyEdits(text, [edit]);
}

describe('parseYaml', () => {
  it('reads maps and sequences of both styles', () => {
    expect(read('a:\n  - b: 1\n    c: [x, {y: z}]\n  - d\ne: {f: , g}\n')).toEqual([
      { a: [{ b: '1', c: ['x', { y: 'z' }] }, 'd'], e: { f: undefined, g: undefined } },
    ]);
  });

  it('gives one root a document, and none for an empty text', () => {
    expect(read('a: 1\n---\n- b\n...\n--- c\n')).toEqual([{ a: '1' }, ['b'], 'c']);
    expect(read('')).toEqual([]);
    expect(read('# only a comment\n')).toEqual([]);
  });

  it('spans quotes and block headers, but not anchors, tags and the last line break', () => {
    const text = `a: &x !!str 'q'\nb: !t |- # note\n  one\n\n  two\n\n\nc: plain # no\nd: [ 1, 2 ]\n`;
    const spans = scalarsOf(parseYaml(text).roots).map(({ start, end }) => text.slice(start, end));
    expect(spans).toEqual(['a', "'q'", 'b', '|- # note\n  one\n\n  two', 'c', 'plain', 'd', '1', '2']);
    const seq = childAt(parseYaml(text).roots[0], 'd');
    expect(seq && text.slice(seq.start, seq.end)).toBe('[ 1, 2 ]');
  });

  it('finds the header of a block behind keys and comments that look like one', () => {
    const text = `"a | # b": # c |\n  |+\n  x\n\nd: >2\n   y\n`;
    const spans = scalarsOf(parseYaml(text).roots).map(({ start, end }) => text.slice(start, end));
    expect(spans).toEqual(['"a | # b"', '|+\n  x\n', 'd', '>2\n   y']);
    expect(read(text)).toEqual([{ 'a | # b': 'x\n\n', d: ' y\n' }]);
  });

  it('tells text from numbers, booleans and null', () => {
    const values = ['1', '-1.5e3', 'true', 'Null', '~', '0x1F', '.inf', 'yes', '1a', '"1"', '!!str 1', '+', '{{x}}'];
    const types = values.map((value) => childAt(parseYaml(`a: ${value}\n`).roots[0], 'a'));
    expect(types.map((node) => node?.kind === 'scalar' && node.type)).toEqual([
      ...Array.from({ length: 7 }, () => 'other'),
      ...Array.from({ length: 6 }, () => 'string'),
    ]);
  });

  it('keeps a collection key as its source text', () => {
    expect(read('a: 1\n? [p, q]\n: r\n')).toEqual([{ a: '1', '[p, q]': 'r' }]);
  });

  it('reads in the place of an alias what it stands for, and of nothing what it does not know', () => {
    const text = 'a: &x v\nb: *x\nc: [*x, *y]\nd: &z {e: *x}\nf: *z\n---\ng: *x\n';
    for (const each of [text, `${text}h: "open\n`]) {
      const [first] = parseYaml(each, tolerantYaml).roots.map(plain);
      expect(first).toEqual({ a: 'v', b: 'v', c: ['v', ''], d: { e: 'v' }, f: { e: 'v' } });
    }
    const alias = textOf(childAt(parseYaml(text).roots[0], 'b'));
    expect(alias?.spans()).toEqual([{ start: 6, end: 7 }]);
    expect(alias?.edit(0, 1, 'w')).toBe('not-editable');
  });

  it('adds the entries of merged maps, without those that a map has itself', () => {
    const text = 'a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  <<: [*a, *b]\n  z: 5\nd:\n  <<: *a\n';
    expect(read(text)).toMatchObject([{ c: { x: '1', y: '2', z: '5' }, d: { x: '1', y: '2' } }]);
  });

  it('does not multiply what aliases stand for again and again', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`);
    const text = `a0: &a0 [x]\n${lines.join('\n')}\n`;
    expect(scalarsOf(parseYaml(text).roots).length).toBeLessThan(20_000);
  });

  it('reads substitutions as words, wherever they stand', () => {
    const text = `name: {{flow name}}\n{{key}}-x:\n  lit: "{{x "y"}}"\n  url: \${host}/\${path}\n  list: [{{a, b}}, \${c}]\n`;
    expect(read(text)).toEqual([
      {
        name: '{{flow name}}',
        '{{key}}-x': { lit: '{{x "y"}}', url: `\${host}/\${path}`, list: ['{{a, b}}', `\${c}`] },
      },
    ]);
  });

  it('edits beside a substitution keep the file in its own dialect', () => {
    expect(edited('lit: {{x}}\n', ['lit'], '{{y}}')).toBe('lit: {{y}}\n');
    expect(edited('lit: {{x}}\n', ['lit'], 'a: b')).toBe('lit: "a: b"\n');
    expect(edited('lit: word\n', ['lit'], '{{y}}')).toBe('lit: "{{y}}"\n');
  });

  it('writes a reference plainly where YAML allows it', () => {
    const reference = `\${credentials.apiKey}`;
    expect(edited('lit: word\n', ['lit'], reference)).toBe(`lit: ${reference}\n`);
    expect(edited('{lit: word}\n', ['lit'], reference)).toBe(`{lit: "${reference}"}\n`);
    expect(edited('lit: 1234\n', ['lit'], reference)).toBe(`lit: ${reference}\n`);
    expect(edited('lit: 1234\n', ['lit'], '')).toBe('lit: ""\n');
    expect(edited('lit: word\n', ['lit'], '1234')).toBe('lit: "1234"\n');
  });

  it('keeps CRLF in new lines of a block', () => {
    const text = 'lit: |-\r\n  a\r\n  b\r\nc: d\r\n';
    expect(edited(text, ['lit'], 'x\ny')).toBe('lit: |-\r\n  x\r\n  y\r\nc: d\r\n');
  });

  it('reads characters that YAML does not allow', () => {
    expect(read('a: x\u0000y\nb: z\n')).toEqual([{ a: 'x\u0000y', b: 'z' }]);
    expect(parseYaml('a: x\u0000y\n').problems).toEqual([{ code: 'syntax', offset: 4 }]);
  });

  it('reads past a byte order mark', () => {
    expect(read('\uFEFFa: b\n')).toEqual([{ a: 'b' }]);
  });

  it('reports nesting deeper than 500 levels and still reads the lines around', () => {
    const result = parseYaml(`a: x\nb: ${'['.repeat(100_000)}\nc: y\n`);
    expect(result.problems.map(({ code }) => code)).toEqual(['too-deep']);
    expect(plain(result.roots[0])).toMatchObject({ a: 'x', c: 'y' });
  });

  it.skipIf(!hasCorpus)('reads every scalar of real flows as js-yaml does', () => {
    let read = 0;
    for (const { name, text } of corpus(/\.ya?ml$/)) {
      const result = parseYaml(text);
      expect(result.problems, name).toEqual([]);
      const scalars = scalarsOf(result.roots).filter(({ start, end }) => end > start);
      const events = parseEvents(maskSubstitutions(text), {}).filter(
        (event) => event.type === 4 && event.valueStart >= 0,
      );
      expect(scalars.map((each) => each.text.text)).toEqual(
        events.map((event) => (event.type === 4 ? getScalarValue(text, event) : '')),
      );
      read += scalars.length;
    }
    expect(read).toBeGreaterThan(5000);
  });
});
