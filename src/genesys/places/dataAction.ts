import type { Literal, Owner } from '../../engine/detect/literal.ts';
import { childOf, type MapNode, type SourceNode, textOf } from '../../engine/parse/node.ts';
import { type KeyPath, keyPath } from '../../engine/text/keyPath.ts';
import type { MappedText } from '../../engine/text/mappedText.ts';
import { schemaLiterals } from './contract.ts';
import { insideOutput, jsonFragmentLiterals } from './embedded.ts';
import { eachEntry, type ReadEntry } from './entries.ts';
import { headerLiterals, requestBodyLiterals, urlTemplateLiterals } from './requestTemplates.ts';

/**
 * The literals of a Data Action, in both of its shapes (UI export and API body). Keys say what a value is wherever they
 * stand: in a broken text a brace, or the name of what is around them, may be lost.
 */
export function dataActionLiterals(root: MapNode): readonly Literal[] {
  const owner = ownerOf(root);
  return eachEntry(root, undefined, (entry, path) => memberLiterals(entry, path, owner));
}

function memberLiterals(
  { key, value }: Pick<ReadEntry, 'key' | 'value'>,
  path: KeyPath,
  owner: Owner,
): readonly Literal[] {
  if (value.kind === 'scalar') {
    const read = TEMPLATES.get(key);
    if (read) return read(value.text, path, owner);
  }
  const read = value.kind === 'map' ? MAPS.get(key) : undefined;
  return read ? read(value, path, owner) : otherLiterals(value, path, owner, key);
}

const TEMPLATES: ReadonlyMap<string, (template: MappedText, path: KeyPath, owner: Owner) => readonly Literal[]> =
  new Map([
    ['requestUrlTemplate', urlTemplateLiterals],
    ['requestTemplate', requestBodyLiterals],
    ['successTemplate', insideOutput],
  ]);

const MAPS: ReadonlyMap<string, (map: SourceNode, path: KeyPath, owner: Owner) => readonly Literal[]> = new Map([
  ['headers', headersLiterals],
  ['translationMapDefaults', defaultsLiterals],
  ['contract', schemaLiterals],
  ['inputSchema', schemaLiterals],
  ['successSchema', outputSchemaLiterals],
]);

function ownerOf(root: MapNode): Owner {
  const integrationType = textOf(childOf(root, 'integrationType'))?.text;
  const actionType = textOf(childOf(root, 'actionType'))?.text;
  const actionName = textOf(childOf(root, 'name'))?.text;
  return {
    document: 'data-action',
    ...(integrationType === undefined ? {} : { integrationType }),
    ...(actionType === undefined ? {} : { actionType }),
    ...(actionName === undefined ? {} : { actionName }),
  };
}

function headersLiterals(headers: SourceNode, at: KeyPath, owner: Owner): readonly Literal[] {
  return eachEntry(headers, at, (header, path) => oneHeader(header, path, owner));
}

/** A header; what stands in one whose value is no text is read like any other place. */
function oneHeader(header: ReadEntry, path: KeyPath, owner: Owner): readonly Literal[] {
  const literals = headerLiterals(header, path, owner);
  return header.value.kind === 'scalar'
    ? literals
    : [...literals, ...otherLiterals(header.value, path, owner, header.key)];
}

function defaultsLiterals(defaults: SourceNode, at: KeyPath, owner: Owner): readonly Literal[] {
  return eachEntry(defaults, at, ({ key, value }, path) => {
    const fragment = textOf(value);
    return fragment ? jsonFragmentLiterals(fragment, path, owner, key) : otherLiterals(value, path, owner, key);
  });
}

function outputSchemaLiterals(schema: SourceNode, at: KeyPath, owner: Owner): readonly Literal[] {
  return schemaLiterals(schema, at, owner, 'output');
}

/** Any place without a meaning of its own: the name of the key still tells. */
function otherLiterals(node: SourceNode, at: KeyPath, owner: Owner, name: string): readonly Literal[] {
  if (node.kind === 'scalar') {
    const role = PROSE_KEYS.has(name) ? 'text' : 'value';
    return [{ text: node.text, role, name, path: at, owner }];
  }
  if (node.kind === 'seq') {
    return node.items.flatMap((value, i) => memberLiterals({ key: name, value }, keyPath(at, i), owner));
  }
  return eachEntry(node, at, (entry, path) => memberLiterals(entry, path, owner));
}

const PROSE_KEYS: ReadonlySet<string> = new Set(['name', 'category', 'description', 'notes']);
