import { getScalarValue, parseEvents } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { childAt, textOf } from '../../../src/engine/parse/node.ts';
import { maskSubstitutions } from '../../../src/engine/parse/substitutions.ts';
import { parseYaml } from '../../../src/engine/parse/yaml.ts';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { corpus, hasCorpus, plain, scalarsOf } from './support.ts';

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

  it('leaves aliases out and keeps a collection key as its source text', () => {
    expect(read('a: &x 1\nb: *x\nc: [*x, 2]\n? [p, q]\n: r\n')).toEqual([
      { a: '1', b: undefined, c: ['', '2'], '[p, q]': 'r' },
    ]);
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
