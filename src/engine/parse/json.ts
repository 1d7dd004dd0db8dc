import type { Codec } from '../text/codec.ts';
import { jsonBareCodec, jsonStringCodec } from '../text/jsonStringCodec.ts';
import { documentText, type MappedText } from '../text/mappedText.ts';
import { type JsonToken, readJsonTokens } from './jsonTokens.ts';
import { JsonTree } from './jsonTree.ts';
import { LazyScalar, type ScalarStyle } from './lazyScalar.ts';
import type { ParseResult } from './node.ts';

/**
 * Reads a JSON document: with comments, trailing commas, a byte order mark, bare substitutions, half-typed anywhere.
 * Never throws; what is nested deeper than 500 levels is left out. At most one root.
 */
export function parseJson(text: string): ParseResult {
  return read(documentText(text), jsonBareCodec);
}

/**
 * Reads JSON that stands inside another text, e.g. a request body. Spans are offsets of `text`; holes in it may stand inside
 * strings, as bare values, or anywhere else (directives). An edited bare value stays bare: the template decides what it is.
 */
export function parseJsonText(text: MappedText): ParseResult {
  return read(text, jsonStringCodec);
}

function read(source: MappedText, bare: Codec): ParseResult {
  const string: ScalarStyle = { source, codec: jsonStringCodec, type: 'string' };
  const word: ScalarStyle = { source, codec: bare, type: 'string' };
  const literal: ScalarStyle = { source, codec: bare, type: 'other' };
  const scalar = ({ kind, start, end }: JsonToken) =>
    new LazyScalar(kind === 'string' ? string : kind === 'bare' ? word : literal, start, end);
  const tree = new JsonTree(source.text, scalar);
  readJsonTokens(source.text, (token) => tree.add(token));
  return tree.finish();
}
