import { HOLE } from '../text/codec.ts';
import type { MappedText } from '../text/mappedText.ts';
import { ComposedScalar, HclCall, MOST_PARTS, TEMPLATE } from './hclCalls.ts';
import type { Interpolation } from './hclScanner.ts';
import type { ScalarNode, SourceNode } from './node.ts';

/**
 * A text whose interpolations hold values: those that are texts themselves become a part of it, others stand behind it.
 * @param read the expression of an interpolation
 */
export function composedText(
  whole: ScalarNode,
  interpolations: readonly Interpolation[],
  read: (interpolation: Interpolation) => SourceNode | undefined,
): SourceNode {
  const { text } = whole;
  const parts: MappedText[] = [];
  const others: SourceNode[] = [];
  let from = 0;
  for (const interpolation of interpolations) {
    const hole = text.text.indexOf(HOLE, from);
    if (hole < 0) break;
    const node = interpolation.holdsString ? read(interpolation) : undefined;
    const isText = node?.kind === 'scalar' && node.type === 'string';
    if (hole > from) parts.push(text.slice(from, hole));
    parts.push(isText ? node.text : text.slice(hole, hole + 1));
    if (node && !isText) others.push(node);
    from = hole + 1;
  }
  if (from < text.length) parts.push(text.slice(from));
  const scalar = parts.length > MOST_PARTS ? whole : new ComposedScalar(parts, whole);
  return others.length === 0 ? scalar : new HclCall(TEMPLATE, [scalar, ...others], whole);
}
