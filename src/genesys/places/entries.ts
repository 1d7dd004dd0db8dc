import type { Literal } from '../../engine/detect/literal.ts';
import type { ScalarNode, SourceNode } from '../../engine/parse/node.ts';
import { type KeyPath, keyPath } from '../../engine/text/keyPath.ts';

/** One entry of a map with a value, its key read. */
export interface ReadEntry {
  readonly key: string;
  readonly keyNode: ScalarNode;
  readonly value: SourceNode;
}

/** The literals of every entry of a map that has a value; none of anything else. */
export function eachEntry(
  node: SourceNode,
  at: KeyPath | undefined,
  read: (entry: ReadEntry, path: KeyPath) => readonly Literal[],
): Literal[] {
  if (node.kind !== 'map') return [];
  const literals: Literal[] = [];
  for (const { key: keyNode, value } of node.entries) {
    if (!value) continue;
    const key = keyNode.value;
    for (const literal of read({ key, keyNode, value }, keyPath(at, key))) literals.push(literal);
  }
  return literals;
}
