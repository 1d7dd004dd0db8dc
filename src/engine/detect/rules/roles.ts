import type { Role } from '../contract/index.ts';

/**
 * Places where a name or a scheme word proves nothing: prose, keys, what an expression compares with, what is declared or
 * returned. Only what is a credential by its own shape counts there.
 */
const SHAPES_ONLY: ReadonlySet<Role> = new Set([
  'text',
  'comparison',
  'key',
  'header-name',
  'success-template',
  'contract-input',
  'comment',
  'document',
] satisfies Role[]);

export function isShapesOnly(role: Role): boolean {
  return SHAPES_ONLY.has(role);
}

/** Places whose name says what stands there. */
export const NAMED_ROLES: ReadonlySet<Role> = new Set([
  'header',
  'body-field',
  'template-variable',
  'contract-value',
  'response-default',
  'action-input',
  'variable',
  'conversation-data',
  'attribute',
  'credential-field',
  'cell',
  'option',
  'value',
] satisfies Role[]);
