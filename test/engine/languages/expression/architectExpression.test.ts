import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionTexts } from '../../../../src/engine/languages/expression/architectExpression.ts';
import { expressionTokens } from '../../../../src/engine/languages/expression/architectExpressionTokens.ts';
import { parseExpression } from '../../../../src/engine/languages/expression/architectExpressionTree.ts';
import { documentText } from '../../../../src/engine/text/mappedText.ts';
import { applyEdits } from '../../../../src/engine/text/textEdit.ts';

const HOLE = '\uFFFC';

describe('expressionTexts', () => {
  it.each([
    ['"abc"', ['abc']],
    ['"Bearer " + Flow.token', [`Bearer ${HOLE}`]],
    ['"Bearer " + "abc"', ['Bearer abc']],
    ['"a" + ("b" + Flow.c) + "d"', [`ab${HOLE}d`]],
    ['Append("Basic ", "abc", Flow.x)', [`Basic abc${HOLE}`]],
    ['"x" + append("y", "z")', ['xyz']],
    ['If(Flow.x == "q", "a", "b")', ['q', 'a', 'b']],
    ['"Bearer " + If(Flow.x, "a", "b")', [`Bearer ${HOLE}`, 'a', 'b']],
    ['ToJson("{\\"k\\": \\"v\\"}")', ['{"k": "v"}']],
    ['Flow.list["key"].x', ['key']],
    ['{"a", "b"}', ['a', 'b']],
    ['f(g(h("deep")), -"n")', ['deep', 'n']],
    ['"half', ['half']],
    ['f("a", ', ['a']],
    [') "a" ] "b"', ['a', 'b']],
    ['+ + "a"', ['a']],
    ['Flow.x', []],
    ['', []],
  ])('reads %j', (expression, texts) => {
    expect(read(expression).map(({ text }) => text.text)).toEqual(texts);
  });

  it('says what a string is for', () => {
    expect(uses('"a"')).toEqual([['a', 'value', undefined, undefined]]);
    expect(uses('Flow.x == "a" and "b" != Flow.y')).toEqual([
      ['a', 'comparison', undefined, undefined],
      ['b', 'comparison', undefined, undefined],
    ]);
    expect(uses('Replace(Flow.x, "a", "b")')).toEqual([
      ['a', 'argument', 'Replace', 1],
      ['b', 'argument', 'Replace', 2],
    ]);
    expect(uses('If(Contains(Flow.x, "a"), ToString("b"), Trim(Hash("c")))')).toEqual([
      ['a', 'comparison', 'Contains', 1],
      ['b', 'value', undefined, undefined],
      ['c', 'argument', 'Hash', 0],
    ]);
  });

  it('gives the two places of a value in two strings', () => {
    const [found] = read('"Bearer " + "abc"');
    expect(found?.text.spans(7, 10)).toEqual([{ start: 13, end: 16 }]);
    expect(found?.text.spans()).toEqual([
      { start: 1, end: 8 },
      { start: 13, end: 16 },
    ]);
  });

  it('writes a value with its escapes, inside one string only', () => {
    const expression = '"Bearer " + "abc" + Flow.x';
    const [found] = read(expression);
    const edit = found?.text.edit(7, 10, 'a"\\c');
    expect(edit && edit !== 'not-editable' && applyEdits(expression, [edit])).toBe('"Bearer " + "a\\"\\\\c" + Flow.x');
    expect(found?.text.edit(3, 9, 'x')).toBe('not-editable');
  });

  it('reads neighbours without an operator as two strings', () => {
    expect(read('"a""b"').map(({ text }) => text.text)).toEqual(['a', 'b']);
  });

  it('finds every string exactly once, whatever the text', () => {
    const piece = fc.constantFrom(
      '"s"',
      '"',
      '\\',
      '+',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ',',
      '.',
      'If(',
      'Append(',
      'Flow.x',
      '==',
      '-',
      'and',
      'not',
      ' ',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const expression = pieces.join(' ');
        const tokens = expressionTokens(expression).filter(({ kind }) => kind === 'string');
        const literals = strings(parseExpression(expression));
        expect(literals.sort((a, b) => a - b)).toEqual(tokens.map(({ start }) => start));
        const spelled = read(expression).flatMap(({ text }) => [...text.text.matchAll(/s/g)]);
        expect(spelled.length).toBe(
          [
            ...tokens
              .map(({ start, end }) => expression.slice(start, end))
              .join()
              .matchAll(/s/g),
          ].length,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['(', 'f("a", ', '"a" + (', 'Append("a", ', '!', '[', '"', '\\"', 'a.', '"a" + '])(
    'takes linear time for repeated %j',
    (piece) => {
      // Quadratic time would run into the time limit of a test.
      expect(() => read(`"${piece.repeat(20_000)}`)).not.toThrow();
      expect(() => read(piece.repeat(20_000))).not.toThrow();
    },
  );
});

function read(expression: string) {
  return expressionTexts(documentText(expression));
}

function uses(expression: string) {
  return read(expression).map(({ text, use, callee, argument }) => [text.text, use, callee, argument]);
}

function strings(node: ReturnType<typeof parseExpression>): number[] {
  if (node.kind === 'string') return [node.start];
  return node.kind === 'reference' ? [] : node.parts.flatMap(strings);
}
