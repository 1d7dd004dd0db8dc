import type { Literal, Owner, Role } from '../../engine/detect/literal.ts';
import { childOf, type MapNode, type SourceNode, textOf } from '../../engine/parse/node.ts';
import { type KeyPath, keyPath } from '../../engine/text/keyPath.ts';
import { withEmbedded } from './embedded.ts';

/** Keys under which an object says how its value is called, and where the value stands. */
const NAME_KEYS = ['key', 'name', 'Name', 'variableName'] as const;
const VALUE_KEYS: ReadonlySet<string> = new Set(['value', 'Value', 'initialValue', 'defaultValue', 'default']);
/** Keys that only say how a value is written: it is called like what is around it. */
const CARRIERS: ReadonlySet<string> = new Set(['config', 'exp', 'expression', 'lit', 'literal', 'text', 'value']);
const PROSE_KEYS: ReadonlySet<string> = new Set(['name', 'title', 'label', 'description', 'notes', 'comment']);

/** What the reader of a tree knows better than its keys: the literals of a node, or nothing for the usual ones. */
export type ReadNode = (node: SourceNode, name: string, path: KeyPath) => readonly Literal[] | undefined;

/**
 * The literals of any tree: each value under the name of its key, or under the name that stands beside it (`{"key": "token",
 * "value": "…"}`).
 * @param role of a value that has a name
 */
export function namedValues(root: SourceNode, owner: Owner, role: Role, read: ReadNode = () => undefined): Literal[] {
  const literals: Literal[] = [];
  const visit = (node: SourceNode, name: string, path: KeyPath): void => {
    const known = read(node, name, path);
    if (known) literals.push(...known);
    else if (node.kind === 'scalar') {
      const isProse = PROSE_KEYS.has(name);
      literals.push(...withEmbedded({ text: node.text, role: isProse ? 'text' : role, name, path, owner }));
    } else if (node.kind === 'seq') node.items.forEach((item, i) => visit(item, name, keyPath(path, i)));
    else entries(node, path, name);
  };
  const entries = (map: MapNode, path: KeyPath | undefined, around?: string): void => {
    const own = nameOf(map);
    for (const { key, value } of map.entries) {
      if (!value) continue;
      const named = VALUE_KEYS.has(key.value) ? own : CARRIERS.has(key.value) ? around : undefined;
      visit(value, named ?? key.value, keyPath(path, key.value));
    }
  };
  if (root.kind === 'map') entries(root, undefined);
  else visit(root, '', keyPath(undefined, 0));
  return literals;
}

/** How an object says that its value is called. */
function nameOf(map: MapNode): string | undefined {
  for (const key of NAME_KEYS) {
    const name = textOf(childOf(map, key))?.text;
    if (name !== undefined && name !== '') return name;
  }
  return undefined;
}
