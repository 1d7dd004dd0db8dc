import { velocityReferences } from '../../engine/languages/velocity/index.ts';
import type { RenderContext } from '../velocity/index.ts';

/** Made-up values for what a template refers to, with the fields of a credential. */
export function contextFor(
  template: string,
  value: string,
  credentials: Readonly<Record<string, string>>,
): RenderContext {
  const context: Record<string, unknown> = {};
  for (const { path } of velocityReferences(template)) plant(context, path, value);
  return { ...context, credentials: { ...(context.credentials as object | undefined), ...credentials } };
}

/** Sets a made-up value at a dotted path, unless something stands there already. */
function plant(context: Record<string, unknown>, path: readonly string[], value: string): void {
  let at = context;
  for (const [i, segment] of path.entries()) {
    const known = Object.hasOwn(at, segment) ? at[segment] : undefined;
    if (i === path.length - 1) {
      if (known === undefined) at[segment] = value && `${value}-${path.join('-')}`;
    } else if (typeof known === 'object' && known !== null) at = known as Record<string, unknown>;
    else {
      const below: Record<string, unknown> = {};
      at[segment] = below;
      at = below;
    }
  }
}
