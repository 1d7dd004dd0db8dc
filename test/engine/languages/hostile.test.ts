import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/base/span.ts';
import { parseJson } from '../../../src/engine/languages/json/json.ts';
import { parseYaml } from '../../../src/engine/languages/yaml/yaml.ts';
import { tolerantYaml } from '../../../src/engine/languages/yaml/yamlTolerant.ts';
import type { ParseResult } from '../../../src/engine/tree/node.ts';
import { corpus, hasCorpus, nodesOf } from './support.ts';

interface Reader {
  readonly read: (text: string) => ParseResult;
  /** How many characters of anything it reads in a few seconds even on a slow machine. */
  readonly size: number;
}

const READERS: Readonly<Record<string, Reader>> = {
  parseJson: { read: parseJson, size: 1 << 18 },
  parseYaml: { read: (text) => parseYaml(text), size: 1 << 18 },
  'parseYaml, tolerantly': { read: (text) => parseYaml(text, tolerantYaml), size: 1 << 14 },
};

/** Reads everything there is to read, and checks that it lies inside the text and inside what holds it. */
function check(read: (text: string) => ParseResult, text: string): void {
  const { roots, problems } = read(text);
  for (const { offset } of problems) expect(offset).toBeLessThanOrEqual(text.length);
  for (const node of nodesOf(roots)) {
    inside(node, { start: 0, end: text.length });
    if (node.kind !== 'scalar') continue;
    const value = node.text;
    for (const span of value.spans(0, value.length)) inside(span, node);
  }
}

function inside(inner: Span, outer: Span): void {
  const isInside = outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
  if (!isInside) throw new Error(`${inner.start}..${inner.end} is not inside ${outer.start}..${outer.end}`);
}

const PIECES = [
  'a',
  'key: ',
  '- ',
  '\n',
  '\n  ',
  '\n    ',
  '\r\n',
  '\t',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '|',
  '>',
  '#',
  '&a ',
  '*a',
  '!!str ',
  '? ',
  '---',
  '...',
  '%',
  '{{x}}',
  `\${y}`,
  '\\',
  '\u0000',
  '\uD83D',
  '😀',
  '\uFEFF',
  '//',
  '/*',
  '<<<<<<< a\n',
  '=======\n',
  '1',
  '+',
  '@',
  '\u2028',
];
const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

/** Texts of about `size` characters that slow, recursive or backtracking readers stumble over. */
function large(size: number): Readonly<Record<string, string>> {
  const repeated = (piece: string) => piece.repeat(Math.ceil(size / piece.length));
  return {
    'one long line': `a: ${'x'.repeat(1 << 20)}`,
    'one long quoted line with escapes': `{"a": "${'\\n\\"'.repeat(1 << 16)}"}`,
    'one long open quote': `a: "${'x '.repeat(1 << 19)}`,
    'one long open quote over lines': `a: "${repeated('x\n  ')}`,
    'one long open single quote': `a: '${repeated("''x ")}`,
    spaces: `a: ${repeated(' ')}b`,
    'trailing spaces in quotes': `a: "x${repeated(' ')}y"`,
    'blank lines in a block': `a: |+\n${repeated('  \n')}`,
    'open braces of substitutions': `a: ${repeated('{{ ')}`,
    'open dollars': `a: ${repeated(`\${ `)}`,
    colons: repeated('a:'),
    dashes: repeated('- '),
    'question marks': repeated('? '),
    brackets: repeated('['),
    braces: repeated('{"a":'),
    tags: repeated('!a '),
    commas: `[${repeated(',')}]`,
    comments: repeated('# a\n'),
    'conflict markers': repeated('=======\n'),
    tabs: repeated('\t'),
    'document marks': repeated('---\n'),
    'control characters': repeated('\u0001'),
    'half surrogates': repeated('\uD83D'),
    'nested tags': Array.from({ length: 120 }, (_, depth) => `${' '.repeat(depth)}- !a &b`).join('\n'),
    'nested keys with tags': Array.from({ length: 120 }, (_, depth) => `${' '.repeat(depth)}!a &b k: !a`).join('\n'),
    'question marks with tags': '? !a &b '.repeat(100),
  };
}

describe('hostile text', () => {
  for (const [name, { read, size }] of Object.entries(READERS)) {
    it(`never makes ${name} throw or leave the text`, () => {
      fc.assert(
        fc.property(soup, (text) => check(read, text)),
        { numRuns: 1000, seed: 3 },
      );
    });

    it.skipIf(!hasCorpus)(`never makes ${name} throw on real files cut or changed anywhere`, () => {
      const files = corpus(/\.(?:ya?ml|json)$/).filter(({ text }) => text.length < 20_000);
      const file = fc.constantFrom(...files.map(({ text }) => text));
      const place = fc.double({ min: 0, max: 1, noNaN: true });
      const change = fc.constantFrom(...PIECES, undefined);
      const broken = fc.tuple(file, place, change).map(([text, at, piece]) => {
        const offset = Math.floor(at * text.length);
        return piece === undefined ? text.slice(0, offset) : text.slice(0, offset) + piece + text.slice(offset + 1);
      });
      fc.assert(
        fc.property(broken, (text) => check(read, text)),
        { numRuns: 80, seed: 4 },
      );
    });

    for (const [what, text] of Object.entries(large(size))) {
      it(`${name} reads a great many of ${what}`, { timeout: 5000 }, () => check(read, text));
    }
  }
});
