import type { Literal } from '../../engine/detect/literal.ts';
import { parseJsonText } from '../../engine/parse/json.ts';
import { base64Codec } from '../../engine/text/base64Codec.ts';
import { documentText } from '../../engine/text/mappedText.ts';
import { percentCodec } from '../../engine/text/percentCodec.ts';
import { namedValues } from '../places/namedValues.ts';
import type { TextKind } from './fileKind.ts';

const EXPORT_NAME = /\.i3[a-z]{3,30}$/i;

/**
 * A flow as Architect itself exports it: base64 of percent-encoded JSON. What is found has no place of its own that an
 * author could see, so it is reported for the text as a whole, and nothing in it can be edited.
 */
export const FLOW_EXPORT: TextKind = {
  kind: 'flow-export',
  is: ({ name }) => EXPORT_NAME.test(name),
  literals: ({ text }) => exportLiterals(text),
};

function exportLiterals(text: string): Literal[] {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const whole = documentText(text).slice(start, text.trimEnd().length);
  const json = whole.decode(base64Codec).decode(percentCodec);
  return parseJsonText(json).roots.flatMap((root) => namedValues(root, { document: 'flow-export' }, 'variable'));
}
