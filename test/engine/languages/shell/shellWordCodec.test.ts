import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ShellDialect, shellWordCodec } from '../../../../src/engine/languages/shell/shellWordCodec.ts';
import { documentText } from '../../../../src/engine/text/mappedText.ts';

const read = (word: string, dialect: ShellDialect = 'posix'): string =>
  shellWordCodec(dialect).decode(word).text.replaceAll('\uFFFC', '◌');

const hasShell = spawnSync('sh', ['-c', 'true']).status === 0;

describe('a word of a shell', () => {
  it.each([
    ['abc', 'abc'],
    ["'a b'", 'a b'],
    ['"a b"', 'a b'],
    ['"a\\"b"', 'a"b'],
    ["'a\\b'", 'a\\b'],
    ['a\'b\'"c"', 'abc'],
    ['a\\ b', 'a b'],
    ['"$A"', '◌'],
    ["'$A'", '$A'],
    ['"Bearer ${A:-x}"', 'Bearer ◌'],
    ['"a$(cat b)c"', 'a◌c'],
    ['a`cat b`', 'a◌'],
    ['${{ secrets.A }}', '◌'],
    ['"$1"', '◌'],
    ['"half', 'half'],
  ])('%s is %s', (word, text) => {
    expect(read(word)).toBe(text);
  });

  it.each([
    ['"$env:A"', '◌', 'powershell'],
    ['"a`"b"', 'a"b', 'powershell'],
    ["'a`b'", 'a`b', 'powershell'],
    ['%A%', '◌', 'batch'],
    ['"a b"', 'a b', 'batch'],
    ["'a'", "'a'", 'batch'],
  ] as const)('%s is %s in %s', (word, text, dialect) => {
    expect(read(word, dialect)).toBe(text);
  });

  it.skipIf(!hasShell)('is what a shell reads, whatever is quoted and escaped', () => {
    const char = fc.constantFrom('a', 'B', '7', ' ', '"', "'", '\\', '-', '=', ',', '#', 'ä');
    const text = fc.array(char, { minLength: 1, maxLength: 8 }).map((chars) => chars.join(''));
    const quoted = fc.oneof(
      text.map((each) => `'${each.replaceAll("'", "'\\''")}'`),
      text.map((each) => `"${each.replace(/["\\]/g, '\\$&')}"`),
      text.map((each) => each.replace(/[^\w-]/gu, '\\$&')),
    );
    fc.assert(
      fc.property(fc.array(quoted, { minLength: 1, maxLength: 3 }), (parts) => {
        const word = parts.join('');
        expect(read(word)).toBe(spawnSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' }).stdout);
      }),
      { numRuns: 40 },
    );
  });

  it('can be pointed at and not edited', () => {
    const text = documentText(`"a\\"b"`).decode(shellWordCodec('posix'));
    expect(text.spans(1, 3)).toEqual([{ start: 3, end: 5 }]);
    expect(text.edit(0, 1, 'x')).toBe('not-editable');
  });
});
