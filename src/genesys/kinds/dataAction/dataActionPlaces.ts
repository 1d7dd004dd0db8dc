import type { Literal, Owner } from '../../../engine/detect/contract/index.ts';
import { type KeyPath, keyPath, type MappedText } from '../../../engine/text/index.ts';
import { childOf, type MapNode, type SourceNode, textOf } from '../../../engine/tree/index.ts';
import { addJsonFragment, addOutput, eachEntry } from '../../places/index.ts';
import { addSchema } from './contract.ts';
import { addHeader, addRequestBody, addUrlTemplate } from './requestTemplates.ts';

/**
 * The literals of a Data Action, in both of its shapes (UI export and API body). Keys say what a value is wherever they
 * stand: in a broken text a brace, or the name of what is around them, may be lost.
 */
export function dataActionLiterals(root: MapNode): readonly Literal[] {
  const literals: Literal[] = [];
  addMembers(root, undefined, ownerOf(root), literals);
  return literals;
}

function addMembers(node: SourceNode, at: KeyPath | undefined, owner: Owner, out: Literal[]): void {
  eachEntry(node, at, ({ key, value }, path) => addMember(key.value, value, path, owner, out));
}

function addMember(key: string, value: SourceNode, path: KeyPath, owner: Owner, out: Literal[]): void {
  const template = value.kind === 'scalar' ? TEMPLATES.get(key) : undefined;
  const map = value.kind === 'map' ? MAPS.get(key) : undefined;
  if (template && value.kind === 'scalar') template(value.text, path, owner, out);
  else if (map) map(value, path, owner, out);
  else addOther(value, path, owner, key, out);
}

const TEMPLATES: ReadonlyMap<string, (template: MappedText, path: KeyPath, owner: Owner, out: Literal[]) => void> =
  new Map([
    ['requestUrlTemplate', addUrlTemplate],
    ['requestTemplate', addRequestBody],
    ['successTemplate', addOutput],
  ]);

const MAPS: ReadonlyMap<string, (map: SourceNode, path: KeyPath, owner: Owner, out: Literal[]) => void> = new Map([
  ['headers', addHeaders],
  ['translationMapDefaults', addDefaults],
  ['contract', addSchema],
  ['inputSchema', addSchema],
  ['successSchema', addOutputSchema],
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

/** What stands in a header whose value is no text is read like any other place. */
function addHeaders(headers: SourceNode, at: KeyPath, owner: Owner, out: Literal[]): void {
  eachEntry(headers, at, ({ key, value }, path) => {
    const name = key.value;
    addHeader({ name, key, value }, path, owner, out);
    if (value.kind !== 'scalar') addOther(value, path, owner, name, out);
  });
}

function addDefaults(defaults: SourceNode, at: KeyPath, owner: Owner, out: Literal[]): void {
  eachEntry(defaults, at, ({ key, value }, path) => {
    if (value.kind === 'scalar') addJsonFragment(value.text, path, owner, key.value, out);
    else addOther(value, path, owner, key.value, out);
  });
}

function addOutputSchema(schema: SourceNode, at: KeyPath, owner: Owner, out: Literal[]): void {
  addSchema(schema, at, owner, out, 'output');
}

/** Any place without a meaning of its own: the name of the key still tells. */
function addOther(node: SourceNode, at: KeyPath, owner: Owner, name: string, out: Literal[]): void {
  if (node.kind === 'scalar') {
    out.push({ text: node.text, role: PROSE_KEYS.has(name) ? 'text' : 'value', name, path: at, owner });
  } else if (node.kind === 'map') addMembers(node, at, owner, out);
  else for (const [i, value] of node.items.entries()) addMember(name, value, keyPath(at, i), owner, out);
}

const PROSE_KEYS: ReadonlySet<string> = new Set(['name', 'category', 'description', 'notes']);
