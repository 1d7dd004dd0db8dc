import { childOf } from '../../engine/tree/index.ts';
import { namedValues } from '../places/index.ts';
import type { TreeKind } from './fileKind.ts';

/** The export of an agent script: its variables, and whatever stands in its pages. */
export const SCRIPT_EXPORT: TreeKind = {
  kind: 'script-export',
  syntax: 'json',
  mayBe: ({ name, text }) => /\.script$/i.test(name) || (text.includes('"startPageId"') && text.includes('"pages"')),
  is: (root, { name }) => /\.script$/i.test(name) || childOf(root, 'startPageId') !== undefined,
  inBroken: (_root, { name }) => (/\.script$/i.test(name) ? 'here' : undefined),
  literals: (root) => namedValues(root, { document: 'script-export' }, 'variable'),
};
