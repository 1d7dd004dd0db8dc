import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, parseJsonItems, parseJsonText } from '../../../../src/engine/languages/json/json.ts';
import { jsonStringCodec } from '../../../../src/engine/languages/json/jsonStringCodec.ts';
import { readJsonTokens } from '../../../../src/engine/languages/json/jsonTokens.ts';
import { JsonTree } from '../../../../src/engine/languages/json/jsonTree.ts';
import { wholeJson } from '../../../../src/engine/languages/json/jsonWhole.ts';
import { HOLE } from '../../../../src/engine/text/codec.ts';
import { documentText } from '../../../../src/engine/text/mappedText.ts';
import { applyEdits } from '../../../../src/engine/text/textEdit.ts';
import {
  childAt,
  type ParseResult,
  type ScalarNode,
  type SourceNode,
  textOf,
} from '../../../../src/engine/tree/node.ts';
import { corpus, hasCorpus, plain, valuesOf } from '../support.ts';

const read = (text: string) => plain(parseJson(text).roots[0]);
const codes = (text: string) => parseJson(text).problems.map(({ code }) => code);

/** A tree as plain data, whatever classes it is made of. */
function shapeOf(node: SourceNode | undefined): unknown {
  if (!node) return undefined;
  const { kind, start, end } = node;
  if (node.kind === 'scalar') return { kind, start, end, type: node.type };
  if (node.kind === 'seq') return { kind, start, end, items: node.items.map(shapeOf) };
  return { kind, start, end, entries: node.entries.map(({ key, value }) => [shapeOf(key), shapeOf(value)]) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        const result = parseJson(text);
        expect(result.problems).toEqual([]);
        expect(JSON.stringify(plain(result.roots[0]))).toBe(JSON.stringify(asTexts(JSON.parse(text))));
      }),
    );
  });

  it('reads what is whole in one pass as it reads it token by token', () => {
    const scalar = (kind: string, start: number, end: number): ScalarNode => ({
      ...{ kind: 'scalar', start, end, type: kind === 'string' || kind === 'plain' ? 'string' : 'other' },
      ...{ value: '', text: documentText('') },
    });
    const byTokens = (text: string): ParseResult => {
      const tree = new JsonTree(text, scalar);
      readJsonTokens(text, (token) => tree.add(token));
      return tree.finish();
    };
    const damage = fc.tuple(fc.nat(), fc.constantFrom('', ' ', '"', ',', ':', '{', '}', ']', '\\', '1', '\n', '//'));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1), damage, (value, space, [at, by]) => {
        const text = JSON.stringify(value, null, space);
        const cut = at % text.length;
        const damaged = text.slice(0, cut) + by + text.slice(cut + 1);
        expect(shapeOf(wholeJson(text, scalar))).toEqual(shapeOf(byTokens(text).roots[0]));
        const { roots, problems } = byTokens(damaged);
        const whole = wholeJson(damaged, scalar);
        if (whole) expect([[shapeOf(whole)], []]).toEqual([roots.map(shapeOf), problems]);
        else expect(isJson(damaged)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives spans with quotes and brackets', () => {
    const text = ' { "a": [1, "x"] } ';
    const root = parseJson(text).roots[0];
    expect(root).toMatchObject({ start: 1, end: 18 });
    expect(childAt(root, 'a')).toMatchObject({
      kind: 'seq',
      start: 8,
      end: 16,
      items: [{ type: 'other' }, { type: 'string', start: 12, end: 15 }],
    });
  });

  it('reads comments, trailing commas and a byte order mark without a problem', () => {
    const text = '\uFEFF// one\n{"a": 1, /* two */ "b": ["x",],}';
    expect(read(text)).toEqual({ a: '1', b: ['x'] });
    expect(codes(text)).toEqual([]);
  });

  it('has no root for an empty text', () => {
    expect(parseJson(' \n').roots).toEqual([]);
  });

  const HALF_TYPED: Readonly<Record<string, unknown>> = {
    '{"a": "x", "b"': { a: 'x', b: undefined },
    '{"a": "x", "b": ': { a: 'x', b: undefined },
    '{"a": "x\n "b": "y"}': { a: 'x', b: 'y' },
    '{"a": "x" "b": "y"}': { a: 'x', b: 'y' },
    '{"a" "x", "b": "y"}': { a: 'x', b: 'y' },
    '{"a": , "b": "y"}': { a: undefined, b: 'y' },
    '{"a": "b": "y"}': { a: undefined, b: 'y' },
    '{"a": ["x", "y", "b": 1}': { a: ['x', 'y'], b: '1' },
    '{"a": {"b": "x", "c": "y"': { a: { b: 'x', c: 'y' } },
    '{a: tru, "b": 1}': { a: 'tru', b: '1' },
    '}{"a": 1}}': { a: '1' },
  };
  for (const [text, expected] of Object.entries(HALF_TYPED)) {
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(read(text)).toEqual(expected);
      expect(codes(text)).toContain('syntax');
    });
  }

  const DAMAGED: readonly (readonly [string, string])[] = [
    ['a closing brace too many', '{"a": {"b": "x"}}, "c": {"d": "y"}}'],
    ['a list that holds members', '{"a": [ "b": "x"}, "c": {"d": "y"}}'],
    ['a bracket before the members', '{"a": {: [ "b": "x"}, "c": {"d": "y"}}'],
    ['a missing opening brace', '{"a": "b": "x"}, "c": {"d": "y"}}'],
    ['a missing colon', '{"a" {"b" "x"}, "c": {"d": "y"}}'],
    ['a colon too many', '{"a":: {"b": "x"}, "c":: {"d": "y"}}'],
    ['a comma for a colon', '{"a", {"b", "x"}, "c": {"d": "y"}}'],
    ['missing commas', '{"a": {"b": "x"} "c": {"d": "y"}}'],
    ['a missing closing quote', '{"a": {"b": "x}, "c": {"d": "y"}}'],
    ['a missing opening quote', '{a": {"b": x"}, "c": {"d": "y"}}'],
    ['quotes too many', '{""a": {"b": "x""}, "c"": {"d": "y"}}'],
    ['single quotes', '{\'a\': {\'b\': \'x\'}, "c": {"d": "y"}}'],
    ['a wrong bracket', '{"a": {"b": "x"], "c": {"d": "y"}}'],
    ['brackets between key and value', '{"a"}: {"b": }"x"}, "c"{: {"d": "y"}}'],
    ['NUL', '{"a"\0: {"b": \0"x"}, \0"c": {"d": "y"}\0}'],
    ['conflict markers', '{"a": {"b": "x"},\n<<<<<<< HEAD\n"c": {\n=======\n>>>>>>> b\n"d": "y"}}'],
  ];
  it.each(DAMAGED)('reads past %s', (_what, text) => {
    expect(read(text)).toEqual({ a: { b: 'x' }, c: { d: 'y' } });
    expect(codes(text)).toContain('syntax');
  });

  it.each([
    ['a missing closing brace', '{\n  "a": {\n    "b": "x"\n  ,\n  "c": {\n    "d": "y"\n  }\n}'],
    ['a missing opening brace', '{\n  "a": \n    "b": "x"\n  },\n  "c": {\n    "d": "y"\n  }\n}'],
    ['an early closing brace', '{\n  "a": {}\n    "b": "x"\n  },\n  "c": {\n    "d": "y"\n  }\n}'],
    ['a stray brace in front of a line', '{\n  "a": {\n}    "b": "x"\n  },\n  "c": {\n    "d": "y"\n  }\n}'],
  ])('takes %s from the indentation', (_what, text) => {
    expect(read(text)).toEqual({ a: { b: 'x' }, c: { d: 'y' } });
  });

  it('reads every value of a text that holds several', () => {
    expect(parseJson('{"a": 1}\n{"b": 2}').roots.map(plain)).toEqual([{ a: '1' }, { b: '2' }]);
  });

  it('reads bare substitutions as keys and values', () => {
    const text = `{"a": {{x y}}, {{key}}: \${b}, "c": {{p}}-tail, "d": "in {{x}}"}`;
    expect(read(text)).toEqual({ a: '{{x y}}', '{{key}}': `\${b}`, c: '{{p}}-tail', d: 'in {{x}}' });
  });

  it('stops at 500 levels with what it has read', () => {
    const result = parseJson(`{"first": "x", "deep": ${'['.repeat(100_000)}`);
    expect(result.problems.map(({ code }) => code)).toContain('too-deep');
    expect(textOf(childAt(result.roots[0], 'first'))?.text).toBe('x');
  });

  it.skipIf(!hasCorpus)('reads real files as JSON.parse does', () => {
    for (const { name, text } of corpus(/\.json$/)) {
      expect(JSON.stringify(read(text)), name).toBe(JSON.stringify(asTexts(JSON.parse(text.replace('\uFEFF', '')))));
      expect(codes(text), name).toEqual([]);
    }
  });

  it('makes a string of an edited number', () => {
    const text = '{"pin": 1234, "b": 2}';
    const edit = textOf(childAt(parseJson(text).roots[0], 'pin'))?.edit(0, 4, 'a"b');
    expect(edit && edit !== 'not-editable' ? applyEdits(text, [edit]) : edit).toBe('{"pin": "a\\"b", "b": 2}');
  });
});

describe('parseJsonText', () => {
  const embedded = (body: string) => parseJsonText(documentText(JSON.stringify(body)).decode(jsonStringCodec));

  it('reads holes in strings, as values and where nothing should be', () => {
    const body = `${HOLE}{"a": ${HOLE}, "b": "x${HOLE}y" ${HOLE} , ${HOLE} "c": [${HOLE}, "z"]}${HOLE}`;
    expect(plain(embedded(body).roots[0])).toEqual({ a: HOLE, b: `x${HOLE}y`, c: [HOLE, 'z'] });
    expect(embedded(body).problems).toEqual([]);
  });

  it('keeps every value of a key whose directive gives it several', () => {
    expect(valuesOf(embedded(`{"a": ${HOLE} "x" ${HOLE} "y" ${HOLE}, "b": 1}`).roots)).toEqual([HOLE, 'x', 'y', '1']);
  });

  it('maps values through both layers, and edits through both', () => {
    const outer = `{"body": ${JSON.stringify('{"a": "q\\"\\u0041"}')}}`;
    const body = textOf(childAt(parseJson(outer).roots[0], 'body'));
    const value = body && textOf(childAt(parseJsonText(body).roots[0], 'a'));
    expect(value?.text).toBe('q"A');
    const edit = value?.edit(0, 3, 'new"\n');
    const after = edit && edit !== 'not-editable' ? applyEdits(outer, [edit]) : '';
    expect(JSON.parse(JSON.parse(after).body)).toEqual({ a: 'new"\n' });
  });

  it('leaves an edited bare value bare', () => {
    const text = '{"pin": 1234}';
    const edit = textOf(childAt(parseJsonText(documentText(text)).roots[0], 'pin'))?.edit(0, 4, `\${x}`);
    expect(edit).toEqual({ start: 8, end: 12, text: `\${x}` });
  });
});

function asTexts(value: unknown): unknown {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(asTexts);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asTexts(each)]));
}

describe('parseJsonItems', () => {
  const items = (text: string) => {
    const found: unknown[] = [];
    return { isWhole: parseJsonItems(text, (item) => found.push(plain(item))), found };
  };

  it('gives what stands in a list one by one', () => {
    expect(items('\uFEFF[{"a": [1, {"b": 2}]}, 3, [4]]')).toEqual({
      isWhole: true,
      found: [{ a: ['1', { b: '2' }] }, ['4']],
    });
  });

  it('gives nothing of a single object', () => {
    expect(items('{"a": [{"b": 1}]}')).toEqual({ isWhole: true, found: [] });
  });

  it('tells that a list is broken', () => {
    expect(items('[{"a": 1} {"b": 2}').isWhole).toBe(false);
  });
});
