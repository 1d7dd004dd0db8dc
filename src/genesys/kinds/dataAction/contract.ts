import type { Literal, Owner } from '../../../engine/detect/contract/index.ts';
import { type KeyPath, keyPath } from '../../../engine/text/index.ts';
import type { MapNode, SourceNode } from '../../../engine/tree/index.ts';

/** Keywords of JSON Schema whose value is an example of the data itself. */
const VALUE_KEYWORDS: ReadonlySet<string> = new Set(['default', 'example', 'examples', 'enum', 'const']);
const PROSE_KEYWORDS: ReadonlySet<string> = new Set(['title', 'description', '$comment']);

/** What a schema describes: what the caller passes in, or what the action returns. A schema alone is taken for the first. */
type Side = 'input' | 'output';
const SIDES: ReadonlyMap<string, Side> = new Map([
  ['input', 'input'],
  ['output', 'output'],
  ['successSchema', 'output'],
]);

/** Keywords that hold schemas of the same thing, so that its name stays; any other key that holds one names it. */
const SAME_THING: ReadonlySet<string> = new Set([
  ...['input', 'output', 'inputSchema', 'successSchema', 'errorSchema', 'items', 'prefixItems', 'contains'],
  ...['additionalProperties', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
]);

/** The literals of a contract file that stands on its own. */
export function contractLiterals(root: MapNode): readonly Literal[] {
  const literals: Literal[] = [];
  addSchema(root, undefined, { document: 'contract' }, literals);
  return literals;
}

/**
 * The literals of a JSON Schema: example and default values under the name of their property, prose, and the names of
 * input properties themselves (`contract-input`), which tell when a credential is expected from the caller.
 */
export function addSchema(
  schema: SourceNode,
  path: KeyPath | undefined,
  owner: Owner,
  literals: Literal[],
  side: Side = 'input',
): void {
  const visit = (node: SourceNode | undefined, at: KeyPath | undefined, name: string | undefined, side: Side): void => {
    if (node?.kind === 'seq') node.items.forEach((item, i) => visit(item, keyPath(at, i), name, side));
    if (node?.kind !== 'map') return;
    for (const { key, value } of node.entries) {
      const keyword = key.value;
      const below = keyPath(at, keyword);
      if (keyword === 'properties' && value?.kind === 'map') visitProperties(value, below, side);
      else if (VALUE_KEYWORDS.has(keyword)) visitValue(value, below, name);
      else if (value?.kind === 'scalar') {
        const role = PROSE_KEYWORDS.has(keyword) ? 'text' : 'value';
        literals.push({ text: value.text, role, name: keyword, path: below, owner });
      } else visit(value, below, nameBelow(keyword, name), SIDES.get(keyword) ?? side);
    }
  };
  const visitProperties = (properties: MapNode, at: KeyPath, side: Side): void => {
    for (const { key, value } of properties.entries) {
      const name = key.value;
      const below = keyPath(at, name);
      if (side === 'input') literals.push({ text: key.text, role: 'contract-input', name, path: below, owner });
      visit(value, below, name, side);
    }
  };
  const visitValue = (value: SourceNode | undefined, at: KeyPath, name: string | undefined): void => {
    if (value?.kind === 'scalar')
      literals.push(named({ text: value.text, role: 'contract-value', path: at, owner }, name));
    if (value?.kind === 'seq') value.items.forEach((item, i) => visitValue(item, keyPath(at, i), name));
    if (value?.kind === 'map') {
      for (const entry of value.entries) {
        const inner = entry.key.value;
        visitValue(entry.value, keyPath(at, inner), inner);
      }
    }
  };
  visit(schema, path, undefined, side);
}

function nameBelow(keyword: string, name: string | undefined): string | undefined {
  return SAME_THING.has(keyword) ? name : keyword;
}

function named(literal: Literal, name: string | undefined): Literal {
  return name === undefined ? literal : { ...literal, name };
}
