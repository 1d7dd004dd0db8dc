/** Permissions the practice org checks, by what they allow. A route lists those of which any one suffices. */
export const PERMISSION = {
  integrationView: ['integrations:integration:view'],
  integrationAdd: ['integrations:integration:add'],
  integrationEdit: ['integrations:integration:edit'],
  integrationDelete: ['integrations:integration:delete'],
  actionView: ['integrations:action:view', 'bridge:actions:view'],
  actionAdd: ['integrations:action:add'],
  actionEdit: ['integrations:action:edit'],
  actionDelete: ['integrations:action:delete'],
  actionExecute: ['integrations:action:execute', 'bridge:actions:execute'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Every permission the product's own OAuth client needs, and no more. */
export const PRACTICE_PERMISSIONS: readonly string[] = Object.values(PERMISSION).map(([first]) => first);
