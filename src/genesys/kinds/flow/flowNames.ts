import type { Role } from '../../../engine/detect/contract/index.ts';
import { expressionTexts } from '../../../engine/languages/expression/index.ts';
import { HOLE } from '../../../engine/text/index.ts';
import { childOf, type MapEntry, type MapNode, type SourceNode, textOf } from '../../../engine/tree/index.ts';
import { NearKeys } from './nearKeys.ts';

/** What the values below a node are for: carried down until a key says otherwise. */
export interface Place {
  readonly role: Role;
  readonly name?: string;
}

/** Keys that give the variable around them its value. */
export const INITIAL_KEYS = ['initialValue', 'defaultValue', 'default'] as const;
const VALUE_KEYS: ReadonlySet<string> = new Set(['value', ...INITIAL_KEYS]);
const NEAR = new NearKeys(['name', 'variable', 'value', ...INITIAL_KEYS]);
/** Keys whose text is the value itself. */
const WRITTEN: ReadonlySet<string> = new Set(['lit', 'exp', 'literal', 'expression']);
/** A name that was left without its value stands no deeper below what is before that. */
const DEEPEST = 16;

/** The places of the values that a map names beside them, by their entries; `undefined` where it names none. */
export type NamedValues = ReadonlyMap<MapEntry, Place>;

/**
 * A map that names its value beside it: a variable (`name`, `initialValue`), a statement (`variable`, `value`), an attribute
 * (`name`, `value`). Where a key is mistyped, stands a step too far left, or lost the line above it, the value has the name that
 * stands before it.
 * @param place of the map
 */
export function namedBySiblings(map: MapNode, place: Place): NamedValues | undefined {
  const { entries } = map;
  const strict = strictlyNamed(map);
  if (strict && isOnce(entries, strict.key)) {
    const entry = entries.find(({ key }) => key.value === strict.key);
    return entry && new Map([[entry, strict.place]]);
  }
  return entries.length === 0 ? undefined : namedBefore(entries, place);
}

function strictlyNamed(map: MapNode): { readonly key: string; readonly place: Place } | undefined {
  if (!map.entries.some(({ key }) => VALUE_KEYS.has(key.value))) return undefined;
  const variable = nameIn(childOf(map, 'variable'));
  if (variable !== undefined) return { key: 'value', place: { role: 'variable', name: variable } };
  const name = nameIn(childOf(map, 'name'));
  if (name === undefined) return undefined;
  const initial = INITIAL_KEYS.find((key) => childOf(map, key));
  if (initial) return { key: initial, place: { role: 'variable', name } };
  return childOf(map, 'value') ? { key: 'value', place: { role: 'conversation-data', name } } : undefined;
}

/** Whether a key stands once; of an undamaged map each does. */
function isOnce(entries: readonly MapEntry[], name: string): boolean {
  let count = 0;
  for (const { key } of entries) if (key.value === name) count++;
  return count === 1;
}

/** Each value with the name that stands nearest before it, in a map that is not as it should be. */
function namedBefore(entries: readonly MapEntry[], place: Place): NamedValues | undefined {
  let named: Map<MapEntry, Place> | undefined;
  let name: string | undefined;
  let naming: string | undefined;
  for (const [i, entry] of entries.entries()) {
    const word = entry.key.value;
    const near = NEAR.of(word);
    if (near === 'name' || near === 'variable') {
      // The line between a name and its value is gone: what stands below the name is the value.
      if (name !== undefined && entry.value && isWritten(entry.value) && entries[i - 1]?.key.value === word) {
        named ??= new Map();
        named.set(entry, { role: 'variable', name });
        continue;
      }
      const found = nameIn(entry.value) ?? textBehind(entry, entries[i + 1]);
      if (found !== undefined) [name, naming] = [found, near];
    } else if (entry.value && isValue(word, near, entry.value)) {
      const given = name ?? nameLeftIn(entries[i - 1], place);
      if (given === undefined) continue;
      const role = near === 'value' && naming === 'name' ? 'conversation-data' : 'variable';
      named ??= new Map();
      named.set(entry, { role, name: given });
    }
  }
  return named;
}

/** The text of a name that stands a step too far left. */
function textBehind({ value }: MapEntry, next: MapEntry | undefined): string | undefined {
  return !value && next && WRITTEN.has(next.key.value) ? textOf(next.value)?.text : undefined;
}

/** Whether an entry gives what is named beside it its value. */
function isValue(word: string, near: string | undefined, value: SourceNode): boolean {
  if (WRITTEN.has(word)) return value.kind === 'scalar';
  if (near === undefined || !VALUE_KEYS.has(near)) return false;
  return near === word || isWritten(value);
}

function isWritten(node: SourceNode): boolean {
  return node.kind === 'map' && node.entries.some(({ key, value }) => WRITTEN.has(key.value) && value !== undefined);
}

/** The name that what stands before a value gives and has no value for. */
function nameLeftIn(before: MapEntry | undefined, place: Place): string | undefined {
  if (!before) return undefined;
  if (before.value?.kind !== 'scalar') return nameLeftBelow(before.value, DEEPEST);
  // A line between the name and the value was lost: both are texts of the name.
  const isName = place.name === 'name' || place.name === 'variable';
  return isName && WRITTEN.has(before.key.value) ? before.value.value : undefined;
}

function nameLeftBelow(node: SourceNode | undefined, deepest: number): string | undefined {
  if (!node || node.kind === 'scalar' || deepest === 0) return undefined;
  if (node.kind === 'seq') return nameLeftBelow(node.items.at(-1), deepest - 1);
  const { entries } = node;
  const hasValue = entries.some(({ key, value }) => value && isValue(key.value, NEAR.of(key.value), value));
  const below = nameLeftBelow(entries.at(-1)?.value, deepest - 1);
  return below ?? (hasValue ? undefined : entries.map(nameOf).findLast((each) => each !== undefined));
}

function nameOf({ key, value }: MapEntry): string | undefined {
  return key.value === 'name' || key.value === 'variable' ? nameIn(value) : undefined;
}

/** A name as it stands, as a literal, as a variable, or as the text of an expression. */
function nameIn(node: SourceNode | undefined): string | undefined {
  const written = textOf(node) ?? textOf(childOf(node, 'lit')) ?? textOf(childOf(node, 'var'));
  if (written) return written.text;
  const expression = textOf(childOf(node, 'exp'));
  return expression && (expressionTexts(expression)[0]?.text.text.replaceAll(HOLE, '') ?? expression.text);
}
