import { type Codec, documentText, type MappedText } from '../../text/index.ts';
import { LazyScalar, type ParseResult, type ScalarNode, type ScalarStyle, type SourceNode } from '../../tree/index.ts';
import { repairJson } from './jsonRepair.ts';
import { jsonBareCodec, jsonSingleQuotedCodec, jsonStringCodec } from './jsonStringCodec.ts';
import { type JsonToken, readJsonTokens } from './jsonTokens.ts';
import { JsonTree } from './jsonTree.ts';
import { wholeJson } from './jsonWhole.ts';

const APOSTROPHE = 39;

/**
 * Reads a JSON document: with comments, trailing commas, a byte order mark, bare substitutions, half-typed anywhere.
 * Never throws; what is nested deeper than 500 levels is left out. More than one root only where a text holds several values.
 */
export function parseJson(text: string): ParseResult {
  return read(documentText(text), jsonBareCodec);
}

/**
 * Gives the objects and lists in the list at the root of a JSON document one by one, so that of a large one no more is held at
 * once. False where the document is broken: then they are not to be trusted, and `parseJson` repairs it. Never throws.
 */
export function parseJsonItems(text: string, take: (item: SourceNode) => void): boolean {
  const tree = new JsonTree(text, scalarsOf(documentText(text), jsonBareCodec), take);
  readJsonTokens(text, (token) => tree.add(token));
  return tree.finish().problems.length === 0;
}

/**
 * Reads JSON that stands inside another text, e.g. a request body. Spans are offsets of `text`; holes in it may stand inside
 * strings, as bare values, or anywhere else (directives). An edited bare value stays bare: the template decides what it is.
 */
export function parseJsonText(text: MappedText): ParseResult {
  return read(text, jsonStringCodec);
}

function read(source: MappedText, bare: Codec): ParseResult {
  const scalar = scalarsOf(source, bare);
  const whole = wholeJson(source.text, scalar);
  if (whole) return { roots: [whole], problems: [] };
  const strict = new JsonTree(source.text, scalar);
  readJsonTokens(source.text, (token) => strict.add(token));
  const result = strict.finish();
  if (!result.problems.some(({ code }) => code === 'syntax')) return result;
  const repaired = new JsonTree(source.text, scalar);
  repairJson(source.text, (token) => repaired.add(token));
  return { roots: repaired.finish().roots, problems: result.problems };
}

function scalarsOf(
  source: MappedText,
  bare: Codec,
): (kind: JsonToken['kind'] | 'plain', start: number, end: number) => ScalarNode {
  const string: ScalarStyle = { source, codec: jsonStringCodec, type: 'string' };
  const plain: ScalarStyle = { ...string, quotes: 1 };
  const single: ScalarStyle = { source, codec: jsonSingleQuotedCodec, type: 'string' };
  const word: ScalarStyle = { source, codec: bare, type: 'string' };
  const literal: ScalarStyle = { source, codec: bare, type: 'other' };
  return (kind, start, end) => {
    if (kind === 'plain') return new LazyScalar(plain, start, end);
    if (kind !== 'string') return new LazyScalar(kind === 'bare' ? word : literal, start, end);
    return new LazyScalar(source.text.charCodeAt(start) === APOSTROPHE ? single : string, start, end);
  };
}
