import { type KeyPath, keyPath } from '../../engine/text/index.ts';
import type { MapEntry, ScalarNode, SourceNode } from '../../engine/tree/index.ts';

/** One entry of a map with a value. */
export interface ReadEntry extends MapEntry {
  readonly key: ScalarNode;
  readonly value: SourceNode;
}

/** Goes over every entry of a map that has a value; over none of anything else. */
export function eachEntry(
  node: SourceNode,
  at: KeyPath | undefined,
  read: (entry: ReadEntry, path: KeyPath) => void,
): void {
  if (node.kind !== 'map') return;
  for (const entry of node.entries) if (hasValue(entry)) read(entry, keyPath(at, entry.key.value));
}

function hasValue(entry: MapEntry): entry is ReadEntry {
  return entry.value !== undefined;
}
