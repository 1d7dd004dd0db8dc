import type { ActionConfig, OrgClient, PublishedAction } from '../cloud/orgClient.ts';
import { type Failure, failureOf, isNotFound, mayHaveHappened } from './failure.ts';

export type PublishPort = Pick<
  OrgClient,
  'action' | 'discardDraft' | 'hasDraft' | 'isDraftValid' | 'patchDraft' | 'publishDraft' | 'startDraft'
>;

export type PublishStep = 'draft' | 'change' | 'validate' | 'publish';

/**
 * `draft`: somebody has begun to change the action, and a publication would publish that too · `changed`: it is no longer
 * the version that was looked at · `invalid`: Genesys Cloud does not accept the new configuration
 */
export type PublishOutcome =
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'refused'; readonly reason: 'draft' | 'changed' | 'invalid'; readonly draft: DraftLeft }
  | { readonly kind: 'failed'; readonly step: PublishStep; readonly failure: Failure; readonly draft: DraftLeft };

/** Whether the draft that this made is still there; what is published is as it was. */
export type DraftLeft = 'none' | 'left';

/**
 * Publishes a new configuration of an action: draft, change, validation, publication. Only from the version that was looked
 * at, and never over somebody's draft. What fails leaves the published version as it was and throws its own draft away.
 * Never rejects.
 */
export async function publishAction(
  org: PublishPort,
  seen: PublishedAction,
  config: ActionConfig,
): Promise<PublishOutcome> {
  let step: PublishStep = 'draft';
  let begun = false;
  try {
    if (await org.hasDraft(seen.id)) return { kind: 'refused', reason: 'draft', draft: 'none' };
    const version = await org.startDraft(seen.id);
    begun = true;
    if ((await org.action(seen.id)).version !== seen.version) return await refused(org, seen.id, 'changed');
    step = 'change';
    const changed = await org.patchDraft(seen.id, version, config);
    step = 'validate';
    if (!(await org.isDraftValid(seen.id))) return await refused(org, seen.id, 'invalid');
    step = 'publish';
    return { kind: 'published', version: await org.publishDraft(seen.id, changed) };
  } catch (error) {
    const failure = failureOf(error);
    if (step === 'publish' && (await isPublished(org, seen))) return { kind: 'published', version: seen.version + 1 };
    return {
      kind: 'failed',
      step,
      failure,
      draft: begun || mayHaveHappened(error) ? await discard(org, seen.id) : 'none',
    };
  }
}

async function refused(org: PublishPort, id: string, reason: 'changed' | 'invalid'): Promise<PublishOutcome> {
  return { kind: 'refused', reason, draft: await discard(org, id) };
}

/** A publication that got no answer may have taken place: then there is a newer version and no draft. */
async function isPublished(org: PublishPort, seen: PublishedAction): Promise<boolean> {
  try {
    return (await org.action(seen.id)).version > seen.version && !(await org.hasDraft(seen.id));
  } catch {
    return false;
  }
}

async function discard(org: PublishPort, id: string): Promise<DraftLeft> {
  try {
    await org.discardDraft(id);
    return 'none';
  } catch (error) {
    return isNotFound(error) ? 'none' : 'left';
  }
}
