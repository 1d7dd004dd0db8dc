import type { ActionConfig, PublishedAction } from '../cloud/orgClient.ts';
import type { FormerVersion, FormerVersions } from './formerVersions.ts';
import { type PublishOutcome, type PublishPort, publishAction } from './publishAction.ts';
import { isStorageError } from './storageError.ts';

/** `not-kept`: nothing was sent, because the present version could not be kept for a roll-back. */
export type KeepingOutcome = PublishOutcome | { readonly kind: 'not-kept'; readonly place: string };

/**
 * Publishes a new configuration of an action like `publishAction`, and keeps the present one before anything is sent: after a crash or
 * an answer that was lost it can be published again. A publication that did not take place leaves what was kept before.
 */
export async function publishKeeping(
  { org, former }: { readonly org: PublishPort; readonly former: FormerVersions },
  orgId: string,
  seen: PublishedAction,
  config: ActionConfig,
): Promise<KeepingOutcome> {
  let kept: FormerVersion;
  try {
    kept = await former.keep(orgId, seen, config);
  } catch (error) {
    if (isStorageError(error)) return { kind: 'not-kept', place: error.place };
    throw error;
  }
  const outcome = await publishAction(org, seen, config);
  if (outcome.kind === 'published') await former.complete(kept, outcome.version);
  else if (outcome.kind !== 'unknown') await former.restore(kept);
  return outcome;
}

/**
 * The version that may be published again: only where the present one is what an update published. Where no answer told which version
 * that is, the configuration that was sent is compared. `not-published`: the update did not take place, so there is nothing to take
 * back. `changed`: somebody has changed the action since, or it cannot be told.
 */
export function versionToRollBack(
  former: FormerVersion,
  now: PublishedAction,
): FormerVersion | 'not-published' | 'changed' {
  const { action, earlier, published, sent } = former;
  if (published !== undefined) return now.version === published ? former : 'changed';
  if (now.version === action.version) return earlier ? versionToRollBack(earlier, now) : 'not-published';
  return sent !== undefined && isSame(now.config, sent) ? former : 'changed';
}

/** Members in any order. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(left);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  );
}
