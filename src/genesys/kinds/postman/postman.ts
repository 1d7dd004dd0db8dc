import type { Owner } from '../../../engine/detect/contract/index.ts';
import { childAt, childOf } from '../../../engine/tree/index.ts';
import { namedValues } from '../../places/index.ts';
import type { TreeKind } from '../fileKind.ts';
import { mentionsGenesys } from '../genesysText.ts';
import { requestParts } from './postmanRequest.ts';

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
