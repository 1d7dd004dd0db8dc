import type { ActionConfig, OrgClient, PublishedAction } from '../cloud/orgClient.ts';
import { type Failure, failureOf, isNotFound, mayHaveHappened } from './failure.ts';

export type PublishPort = Pick<
  OrgClient,
  | 'action'
  | 'discardDraft'
  | 'hasDraft'
  | 'isDraftFresh'
  | 'isDraftValid'
  | 'patchDraft'
  | 'publishDraft'
  | 'startDraft'
>;

export type PublishStep = 'draft' | 'change' | 'validate' | 'publish';

/**
 * `draft`: somebody has begun to change the action, and a publication would publish that too · `changed`: it is no longer
 * the version that was looked at · `invalid`: Genesys Cloud does not accept the new configuration
 */
export type PublishOutcome =
  | { readonly kind: 'published'; readonly version: number }
  /** The request to publish got no answer, and the org cannot be asked. */
  | { readonly kind: 'unknown'; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly reason: 'draft' | 'changed' | 'invalid'; readonly draft: DraftLeft }
  | { readonly kind: 'failed'; readonly step: PublishStep; readonly failure: Failure; readonly draft: DraftLeft };

/** Whether the draft that this made is still there; what is published is as it was. */
export type DraftLeft = 'none' | 'left';

/**
 * Publishes a new configuration of an action: draft, change, validation, publication. Only from the version that was looked
 * at, and never over somebody's draft, nor with what somebody has changed in it since. What fails leaves the published
 * version as it was and throws its own draft away. Never rejects.
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
    // A draft that somebody began a moment before is what was given: it is theirs.
    if (!(await org.isDraftFresh(seen.id))) return { kind: 'refused', reason: 'draft', draft: 'none' };
    if ((await org.action(seen.id)).version !== seen.version) return await refused(org, seen.id, 'changed');
    step = 'change';
    const changed = await org.patchDraft(seen.id, version, config);
    step = 'validate';
    if (!(await org.isDraftValid(seen.id))) return await refused(org, seen.id, 'invalid');
    step = 'publish';
    return { kind: 'published', version: await org.publishDraft(seen.id, changed) };
  } catch (error) {
    const failure = failureOf(error);
    const published = step === 'publish' ? await publishedSince(org, seen) : undefined;
    if (published === 'unknown' && mayHaveHappened(error)) return { kind: 'unknown', failure };
    if (typeof published === 'number') return { kind: 'published', version: published };
    const isOurs = begun || mayHaveHappened(error);
    return { kind: 'failed', step, failure, draft: isOurs ? await discardOwn(org, seen.id, step) : 'none' };
  }
}

async function refused(org: PublishPort, id: string, reason: 'changed' | 'invalid'): Promise<PublishOutcome> {
  return { kind: 'refused', reason, draft: await discard(org, id) };
}

/** A publication that got no answer may have taken place: then there is a newer version, whose number is given, and no draft. */
async function publishedSince(org: PublishPort, seen: PublishedAction): Promise<number | 'unknown' | undefined> {
  try {
    const { version } = await org.action(seen.id);
    return version > seen.version && !(await org.hasDraft(seen.id)) ? version : undefined;
  } catch {
    return 'unknown';
  }
}

/** Before our change is in it, a draft is ours only if nobody has changed it. */
async function discardOwn(org: PublishPort, id: string, step: PublishStep): Promise<DraftLeft> {
  if (step !== 'draft') return discard(org, id);
  try {
    return (await org.isDraftFresh(id)) ? await discard(org, id) : 'left';
  } catch (error) {
    return isNotFound(error) ? 'none' : 'left';
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
