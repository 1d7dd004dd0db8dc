import { CONDITION, HclCall, parseHcl, TEMPLATE } from '../../../engine/languages/hcl/index.ts';
import { parseJson } from '../../../engine/languages/json/index.ts';
import type { MapNode, ScalarNode, SourceNode } from '../../../engine/tree/index.ts';

/** The maps an argument or block can be: JSON writes blocks as lists, functions merge objects. */
export function mapsIn(node: SourceNode | undefined): readonly MapNode[] {
  if (node?.kind === 'map') return [node];
  return node?.kind === 'seq' ? node.items.flatMap(mapsIn) : NONE;
}

const NONE: readonly never[] = [];

/** A name and everything that stands under it. */
export interface Named {
  readonly name: string;
  readonly key: ScalarNode;
  readonly value: SourceNode;
}

/** The entries of a block, or of several that stand in its place, that have values. */
export function namedIn(node: SourceNode | undefined): readonly Named[] {
  const found: Named[] = [];
  for (const { entries } of mapsIn(node)) {
    for (const { key, value } of entries) if (value) found.push({ name: key.value, key, value });
  }
  return found;
}

/** The texts an expression can be, without those it only compares with and those inside other functions. */
export function textsIn(node: SourceNode): readonly ScalarNode[] {
  if (node.kind === 'scalar') return node.type === 'string' ? [node] : [];
  if (node.kind === 'map') return [];
  if (!(node instanceof HclCall)) return node.items.flatMap(textsIn);
  if (node.callee === CONDITION) return [];
  return (node.callee === TEMPLATE ? node.items.slice(0, 1) : node.items).flatMap(textsIn);
}

/** What else stands in an expression whose texts are read on their own: values of functions in its interpolations. */
export function besidesTexts(node: SourceNode): readonly SourceNode[] {
  return node instanceof HclCall && node.callee === TEMPLATE ? node.items.slice(1) : [];
}

/** The blocks of a file of a module: HCL, or the JSON syntax, which alone begins with a brace. */
export function moduleRoots(text: string): readonly MapNode[] {
  return /^[\s\uFEFF]*\{/.test(text) ? parseJson(text).roots.flatMap(mapsIn) : [parseHcl(text).root];
}
