import { childAt, childOf, type MapNode } from '../../../engine/tree/index.ts';
import type { FileText, TreeKind } from '../fileKind.ts';
import { contractLiterals } from './contract.ts';
import { dataActionLiterals } from './dataActionPlaces.ts';

/** In any quotes, or in none: a text that was pasted from elsewhere is broken, and an action all the same. */
const ACTION_TEXT =
  /\b(?:requestUrlTemplate|requestTemplate|requestType|integrationType|actionType|inputSchema|successSchema|translationMap)\b|["'`“”„‘’]headers["'`“”‘’]/;
const SCHEMA_TEXT = /["'`“”„‘’](?:properties|\$schema|inputSchema|successSchema)["'`“”‘’]\s*:/;
const ACTION_NAME = /\.custom(?:Auth)?\.json$/i;

/** A Data Action in both of its shapes: UI export and API body. */
export const DATA_ACTION: TreeKind = {
  kind: 'data-action',
  syntax: 'json',
  mayBe: ({ name, text }) => ACTION_NAME.test(name) || ACTION_TEXT.test(text),
  is: (root, { name }) => isDataAction(root) || (ACTION_NAME.test(name) && !isContract(root)),
  inBroken: lookBelow,
  literals: dataActionLiterals,
};

/** A contract on its own: a JSON Schema of an object, alone or in the wrapper the API uses. */
export const CONTRACT: TreeKind = {
  kind: 'contract',
  syntax: 'json',
  mayBe: ({ text }) => SCHEMA_TEXT.test(text),
  is: isContract,
  inBroken: lookBelow,
  literals: contractLiterals,
};

function isDataAction(root: MapNode): boolean {
  if (childOf(root, 'integrationType') && childOf(root, 'actionType')) return true;
  if (childAt(root, 'contract', 'input', 'inputSchema')) return true;
  const request = childAt(root, 'config', 'request');
  return ['requestUrlTemplate', 'headers', 'requestTemplate'].some((key) => childOf(request, key) !== undefined);
}

function isContract(root: MapNode): boolean {
  if (childOf(root, 'inputSchema') || childOf(root, 'successSchema')) return true;
  if (childAt(root, 'input', 'inputSchema') || childAt(root, 'output', 'successSchema')) return true;
  return childOf(root, 'properties')?.kind === 'map' && ['type', '$schema', 'title'].some((key) => childOf(root, key));
}

/** In a broken text an action may have slipped below something else. */
function lookBelow(_root: MapNode, _file: FileText): 'below' {
  return 'below';
}
