import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../../src/engine/languages/hcl/hcl.ts';
import { hclStringCodec } from '../../../../src/engine/languages/hcl/hclStringCodec.ts';
import type { MappedText } from '../../../../src/engine/text/mappedText.ts';
import { applyEdits } from '../../../../src/engine/text/textEdit.ts';
import type { SourceNode } from '../../../../src/engine/tree/node.ts';

const D = '$' + '{';

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
