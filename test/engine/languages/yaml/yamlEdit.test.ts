import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/engine/languages/yaml/yaml.ts';
import type { MappedText } from '../../../../src/engine/text/mappedText.ts';
import { applyEdits } from '../../../../src/engine/text/textEdit.ts';
import { childAt, type SourceNode, textOf } from '../../../../src/engine/tree/node.ts';

const WORDS = [
  'a',
  'b',
  'key',
  ' ',
  '  ',
  ':',
  '#',
  "'",
  '"',
  '\\',
  '-',
  ',',
  '{',
  '}',
  '[',
  ']',
  '\t',
  '7',
  '.',
  '😀',
  'é',
  '?',
  '&',
  '*',
];
const line = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((parts) => parts.join(''));
const lines = fc.array(fc.oneof(line, fc.constant('word'), fc.constant('')), { minLength: 1, maxLength: 5 });
const escapes = [
  '\\n',
  '\\t',
  '\\"',
  '\\\\',
  '\\x41',
  '\\u00e9',
  '\\U0001F600',
  '\\N',
  '\\_',
  '\\L',
  '\\P',
  '\\e',
  '\\/',
  '\\0',
  '\\ ',
];
const doubleLine = fc
  .array(fc.constantFrom('a', 'b', ' ', "'", ': ', ' #', ...escapes), { maxLength: 6 })
  .map((parts) => parts.join(''));

const plainScalar = lines.map((all) => all.join('\n      '));
const singleScalar = lines.map((all) => `'${all.join('\n      ').replaceAll("'", "''")}'`);
const doubleScalar = fc
  .tuple(
    fc.array(doubleLine, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n      ', '\n\n  \t   ', '\\\n      ', '  \n        '),
  )
  .map(([all, join]) => `"${all.join(join)}"`);
const blockScalar = fc
  .record({
    style: fc.constantFrom('|', '>'),
    chomping: fc.constantFrom('', '-', '+'),
    digit: fc.boolean(),
    comment: fc.constantFrom('', ' # | a comment', '  '),
    lines: fc.array(fc.oneof(line, fc.constantFrom('word', ' more', '', '  more')), { maxLength: 6 }),
  })
  .map(({ style, chomping, digit, comment, lines: all }) => {
    const indent = digit ? 8 : 6;
    return `${style}${digit ? 4 : ''}${chomping}${comment}\n${all.map((each) => (each === '' ? '' : ' '.repeat(indent) + each)).join('\n')}`;
  });
const scalar = fc.oneof(plainScalar, singleScalar, doubleScalar, blockScalar);

/** A document with the scalar as a value, an item, a key's neighbour, or inside brackets. */
const PLACES: readonly ((raw: string) => string)[] = [
  (raw) => `first: keep\nroot:\n    lit: ${raw}\n    after: 'keep'\nlast: 12\n`,
  (raw) => `root:\n    lit:\n      ${raw}\n\n    after: "keep"\n`,
  (raw) => `root:\n    lit: !!str ${raw}\n# a comment\nlast: >\n  keep\n`,
  (raw) => `root: {first: keep, lit: ${raw}, after: keep}\nlast: keep\n`,
  (raw) => `root: {lit: ${raw}}\n`,
  (raw) => `root:\n    lit: &anchor ${raw}`,
];
const document = fc
  .tuple(scalar, fc.constantFrom(...PLACES), fc.boolean())
  .map(([raw, place, crlf]) => (crlf ? place(raw).replaceAll('\n', '\r\n') : place(raw)));

const PIECES = [
  '"',
  "'",
  ': ',
  ' #',
  '\n',
  '😀',
  '{{x}}',
  `\${credentials.apiKey}`,
  ' ',
  '\t',
  '%&+/#$',
  'a',
  'true',
  '12',
  '~',
  ',',
  '- ',
  '---',
  '\r\n',
  '\\',
  '\uD83D',
  'null',
  '\u0007',
  '\uFEFF',
  '| ',
  '[',
  '}',
];
const replacement = fc.oneof(
  fc.constantFrom(`\${credentials.apiKey}`, ''),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((parts) => parts.join('')),
);

/** js-yaml refuses tabs between brackets on some lines, depending on where a scalar before them ends. */
const TAB_IN_BRACKETS = /^root: \{.*\t/s;

function loadOrNothing(text: string): { value: unknown } | undefined {
  try {
    return { value: load(text) };
  } catch {
    return undefined;
  }
}

function litOf(text: string): { text: MappedText; node: SourceNode } | undefined {
  const node = childAt(parseYaml(text).roots[0], 'root', 'lit');
  const value = textOf(node);
  return value && node ? { text: value, node } : undefined;
}

function litIn(value: unknown): unknown {
  return (value as { root?: { lit?: unknown } } | undefined)?.root?.lit;
}

function withLit(value: unknown, lit: string): unknown {
  const object = value as { root: object };
  return { ...object, root: { ...object.root, lit } };
}

describe('YAML scalars', () => {
  it('read as js-yaml reads them, in every style and place', () => {
    let read = 0;
    fc.assert(
      fc.property(document, (text) => {
        const loaded = loadOrNothing(text);
        if (typeof litIn(loaded?.value) !== 'string') return;
        read++;
        // A value that is only a tag reads as an empty string; the tree has no value there.
        expect(litOf(text)?.text.text ?? '').toBe(litIn(loaded?.value));
      }),
      { numRuns: 4000, seed: 1 },
    );
    expect(read).toBeGreaterThan(1500);
  });

  it('hold exactly the replacement after an edit, and nothing else changes', () => {
    let edited = 0;
    let refused = 0;
    const cut = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(document, cut, cut, replacement, (text, one, other, insert) => {
        const loaded = loadOrNothing(text);
        const value = litIn(loaded?.value);
        const lit = litOf(text);
        if (typeof value !== 'string' || !lit || TAB_IN_BRACKETS.test(text)) return;
        const [start = 0, end = 0] = [one, other].map((each) => Math.round(each * value.length)).sort((a, b) => a - b);
        const edit = lit.text.edit(start, end, insert);
        if (edit === 'not-editable') {
          refused++;
          return;
        }
        edited++;
        const after = loadOrNothing(applyEdits(text, [edit]));
        expect(after?.value).toEqual(withLit(loaded?.value, value.slice(0, start) + insert + value.slice(end)));
      }),
      { numRuns: 6000, seed: 2 },
    );
    expect(edited).toBeGreaterThan(2000);
    expect(refused / (edited + refused)).toBeLessThan(0.01);
  });
});
