import type { Literal, Owner } from '../../engine/detect/literal.ts';
import { childAt, childOf, type SourceNode, textOf } from '../../engine/parse/node.ts';
import { type KeyPath, keyPath } from '../../engine/text/keyPath.ts';
import { embedded } from '../places/embedded.ts';
import { namedValues } from '../places/namedValues.ts';
import type { TreeKind } from './fileKind.ts';
import { mentionsGenesys } from './genesysText.ts';

const OWNER: Owner = { document: 'postman' };
const POSTMAN_TEXT = /getpostman\.com|_postman_/;

/** A Postman collection or environment for the Genesys Cloud API: sign-ins, headers, bodies, variables. */
export const POSTMAN: TreeKind = {
  kind: 'postman',
  syntax: 'json',
  mayBe: ({ name, text }) =>
    (POSTMAN_TEXT.test(text) || /\.postman_\w+\.json$/i.test(name)) && mentionsGenesys(name + text),
  is: (root) =>
    childAt(root, 'info', 'schema') !== undefined ||
    childOf(root, '_postman_variable_scope') !== undefined ||
    childOf(root, 'item') !== undefined ||
    childOf(root, 'values') !== undefined,
  inBroken: () => 'here',
  literals: (root) => namedValues(root, OWNER, 'attribute', requestParts),
};

/** Headers, and texts that are whole bodies or URLs. */
function requestParts(node: SourceNode, name: string, path: KeyPath): readonly Literal[] | undefined {
  if (name === 'header' && node.kind === 'seq') return node.items.flatMap((item, i) => header(item, keyPath(path, i)));
  const text = name === 'raw' || name === 'url' ? textOf(node) : undefined;
  if (!text) return undefined;
  const role = path.parent?.segment === 'body' ? 'body' : 'url';
  const whole: Literal = { text, role, path, owner: OWNER };
  return [whole, ...embedded(whole)];
}

function header(item: SourceNode, path: KeyPath): Literal[] {
  const [name, text] = [textOf(childOf(item, 'key'))?.text, textOf(childOf(item, 'value'))];
  return text ? [{ text, role: 'header', ...(name === undefined ? {} : { name }), path, owner: OWNER }] : [];
}
