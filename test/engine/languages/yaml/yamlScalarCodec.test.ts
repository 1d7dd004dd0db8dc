import { describe, expect, it } from 'vitest';
import { type YamlScalarOptions, yamlScalarCodec } from '../../../../src/engine/languages/yaml/yamlScalarCodec.ts';
import { HOLE } from '../../../../src/engine/text/codec.ts';

const DEFAULTS: YamlScalarOptions = {
  style: 'plain',
  indent: -1,
  lineBreak: '\n',
  inFlow: false,
  atLineStart: false,
  isText: true,
  reading: 'strict',
};
const codec = (options: Partial<YamlScalarOptions>) => yamlScalarCodec({ ...DEFAULTS, ...options });
const plain = (raw: string, options: Partial<YamlScalarOptions> = {}) => codec(options).decode(raw).text;

describe('yamlScalarCodec', () => {
  it('needs no runs for a plain line, and one copy for a quoted one', () => {
    expect(codec({}).decode('a word')).toEqual({ text: 'a word' });
    expect(codec({ style: 'double' }).decode('"ab"').runs).toEqual([
      { kind: 'copy', at: 0, length: 2, from: 1, to: 3 },
    ]);
  });

  it('gives every escape and fold a unit of its own', () => {
    expect(codec({ style: 'double' }).decode('"a\\x41 \n  b"')).toEqual({
      text: 'aA b',
      runs: [
        { kind: 'copy', at: 0, length: 1, from: 1, to: 2 },
        { kind: 'unit', at: 1, length: 1, from: 2, to: 6 },
        { kind: 'unit', at: 2, length: 1, from: 6, to: 10 },
        { kind: 'copy', at: 3, length: 1, from: 10, to: 11 },
      ],
    });
  });

  it('leaves the indentation of a block out, and its last line feed without raw characters', () => {
    expect(codec({ style: 'block', indent: 2 }).decode('|\n  a\n  b')).toEqual({
      text: 'a\nb\n',
      runs: [
        { kind: 'copy', at: 0, length: 1, from: 4, to: 5 },
        { kind: 'unit', at: 1, length: 1, from: 5, to: 8 },
        { kind: 'copy', at: 2, length: 1, from: 8, to: 9 },
        { kind: 'unit', at: 3, length: 1, from: 9, to: 9 },
      ],
    });
  });

  it('does not read as text what YAML would read as something else', () => {
    for (const raw of ['12', 'true', '~', '', '- a', '# a', '{a', '&a', '\n a']) {
      expect(plain(raw), raw).toBe(HOLE);
    }
    expect(plain('12', { isText: false })).toBe('12');
    expect(plain('--- a', { atLineStart: true })).toBe(HOLE);
    expect(plain('--- a')).toBe('--- a');
  });

  it('ends a plain scalar where YAML ends it', () => {
    expect(plain('a: b')).toBe('a');
    expect(plain('a #b')).toBe('a');
    expect(plain('a#b:c')).toBe('a#b:c');
    expect(plain('a,b]', { inFlow: true })).toBe('a');
    expect(plain('a,b]')).toBe('a,b]');
  });

  it('reads everything there is of a broken document, and edits it only by quoting', () => {
    const lenient = codec({ reading: 'lenient' });
    expect(lenient.decode('@a: b #c').text).toBe('@a: b #c');
    expect(lenient.escape('x')).toBeUndefined();
    expect(lenient.rewrite?.('x"')).toBe('"x\\""');
  });

  it('reads quotes that are not closed', () => {
    expect(codec({ style: 'double' }).decode('"a\\u12').text).toBe('a\\u12');
    expect(codec({ style: 'double' }).decode('"').text).toBe('');
    expect(codec({ style: 'single' }).decode("'a''b").text).toBe("a'b");
  });
});
