import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../../src/engine/languages/hcl/hcl.ts';
import type { SourceNode } from '../../../../src/engine/tree/node.ts';

const D = '$' + '{';

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
