import { HOLE, type MappedText } from '../../text/index.ts';
import type { ScalarNode, SourceNode } from '../../tree/index.ts';
import { CHOICE, ComposedScalar, HclCall, MOST_PARTS, TEMPLATE } from './hclCalls.ts';
import type { Interpolation } from './hclScanner.ts';

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

/**
 * The texts between directives, where a text is nothing else, as `%{ if a }x%{ else }y%{ endif }`: any of them is its value.
 * `undefined` for all other texts.
 */
export function directiveBodies(
  whole: ScalarNode,
  interpolations: readonly Interpolation[],
  isDirective: (interpolation: Interpolation) => boolean,
): SourceNode | undefined {
  if (!interpolations.some(isDirective)) return undefined;
  const { text } = whole;
  const bodies: MappedText[] = [];
  let from = 0;
  let at = -1;
  for (const interpolation of interpolations) {
    at = text.text.indexOf(HOLE, at + 1);
    if (at < 0) return undefined;
    if (!isDirective(interpolation)) continue;
    bodies.push(text.slice(from, at));
    from = at + 1;
  }
  const [before, ...inside] = bodies;
  const isAll = `${before?.text}${text.text.slice(from)}`.trim() === '';
  if (!isAll || inside.length === 0 || inside.length > MOST_PARTS) return undefined;
  return new HclCall(
    CHOICE,
    inside.map((body) => new ComposedScalar([body], whole)),
    whole,
  );
}
