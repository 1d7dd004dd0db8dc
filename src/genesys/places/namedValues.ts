import type { Literal, Owner, Role } from '../../engine/detect/contract/index.ts';
import { type KeyPath, keyPath } from '../../engine/text/index.ts';
import { childOf, type MapNode, type SourceNode, textOf } from '../../engine/tree/index.ts';
import { withEmbedded } from './embedded.ts';

/** Keys under which an object says how its value is called. */
const NAME_KEYS = ['key', 'name', 'Name', 'variableName'] as const;
/** Keys under which the value of an object stands, or of what is around it. */
const VALUE_KEYS: ReadonlySet<string> = new Set([
  'value',
  'Value',
  'currentValue',
  'default',
  'defaultValue',
  'initialValue',
]);
const PROSE_KEYS: ReadonlySet<string> = new Set([
  'comment',
  'description',
  'displayName',
  'key',
  'label',
  'name',
  'notes',
  'title',
]);

/** What the reader of a tree knows better than its keys: the literals of a node, or nothing for the usual ones. */
export type ReadNode = (node: SourceNode, name: string, path: KeyPath) => readonly Literal[] | undefined;

/**
 * The literals of any tree: each value under the name of its key, under the name that stands beside it (`{"key": "token",
 * "value": "…"}`), or under that of the object it is the value of (`"token": {"value": "…"}`).
 * @param role of a value that has a name
 */
export function namedValues(root: SourceNode, owner: Owner, role: Role, read: ReadNode = () => undefined): Literal[] {
  const literals: Literal[] = [];
  const visit = (node: SourceNode, name: string, path: KeyPath): void => {
    const known = read(node, name, path);
    if (known) for (const literal of known) literals.push(literal);
    else if (node.kind === 'scalar') {
      const as = PROSE_KEYS.has(name) ? 'text' : role;
      for (const literal of withEmbedded({ text: node.text, role: as, name, path, owner })) literals.push(literal);
    } else if (node.kind === 'seq') node.items.forEach((item, i) => visit(item, name, keyPath(path, i)));
    else entries(node, path, name);
  };
  const entries = (map: MapNode, path: KeyPath | undefined, around: string): void => {
    const own = nameOf(map) ?? around;
    for (const { key, value } of map.entries) {
      if (!value) continue;
      const name = key.value;
      visit(value, own !== '' && VALUE_KEYS.has(name) ? own : name, keyPath(path, name));
    }
  };
  if (root.kind === 'map') entries(root, undefined, '');
  else visit(root, '', keyPath(undefined, 0));
  return literals;
}

/** How an object says that its value is called. */
function nameOf(map: MapNode): string | undefined {
  for (const key of NAME_KEYS) {
    const name = textOf(childOf(map, key))?.text;
    if (name !== undefined && name !== '') return name;
  }
  const variable = childOf(map, 'variable');
  return textOf(variable)?.text ?? textOf(childOf(variable, 'text'))?.text;
}
