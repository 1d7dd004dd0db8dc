import type { Codec, Decoded } from '../../text/index.ts';
import { decodeBlock, escapeInBlock } from './yamlBlock.ts';
import { escapeInDouble } from './yamlEscapes.ts';
import { decodePlain, escapeInPlain, type PlainContext } from './yamlPlain.ts';
import { decodeDouble, decodeSingle, doubleQuoted, escapeInSingle } from './yamlQuoted.ts';

/** How a scalar is written and what its place in the document means for reading and editing it. */
export interface YamlScalarOptions extends PlainContext {
  readonly style: 'plain' | 'single' | 'double' | 'block';
  /** Columns before the content of a block scalar, as the parser found it; -1 where it has no content. */
  readonly indent: number;
  /** What new lines of a block scalar end with. */
  readonly lineBreak: '\n' | '\r\n';
}

/**
 * A YAML scalar as it stands: with its quotes or its block header, without anchor and tag, without the line break that ends a
 * block. Reading goes by the first character, so that a rewritten scalar reads back too; what does not fit the style it is
 * written in is rewritten in double quotes, which hold everything.
 */
export function yamlScalarCodec(options: YamlScalarOptions): Codec {
  return {
    name: `yaml-${options.style}`,
    decode: (raw) => decodeScalar(raw, options),
    escape: (text) => escapeScalar(text, options),
    rewrite: doubleQuoted,
  };
}

function decodeScalar(raw: string, options: YamlScalarOptions): Decoded {
  switch (raw.charCodeAt(0)) {
    case 34:
      return decodeDouble(raw);
    case 39:
      return decodeSingle(raw);
    case 124:
    case 62:
      return decodeBlock(raw, options);
    default:
      return decodePlain(raw, options);
  }
}

function escapeScalar(text: string, options: YamlScalarOptions): string | undefined {
  switch (options.style) {
    case 'double':
      return escapeInDouble(text);
    case 'single':
      return escapeInSingle(text);
    case 'block':
      return escapeInBlock(text, options);
    case 'plain':
      return escapeInPlain(text, options);
  }
}
