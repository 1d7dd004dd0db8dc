import { isNotFound, mayHaveHappened } from './failure.ts';
import type { OrgPort } from './ports.ts';

/**
 * Deletes a credential that a run has created, unless an integration uses it: what happens to those that use a deleted
 * credential is not known. Gone is gone, whoever did it.
 */
export async function removeUnused(org: OrgPort, credentialId: string): Promise<'removed' | 'in-use'> {
  if ((await org.integrationsUsing(credentialId)).length > 0) return 'in-use';
  if (!(await isDeleted(org, credentialId))) await isDeleted(org, credentialId, 'last');
  return 'removed';
}

/** Deleting twice is the same as once, so a request without an answer is sent a second time. */
async function isDeleted(org: OrgPort, credentialId: string, attempt?: 'last'): Promise<boolean> {
  try {
    await org.deleteCredential(credentialId);
    return true;
  } catch (error) {
    if (isNotFound(error)) return true;
    if (attempt === 'last' || !mayHaveHappened(error)) throw error;
    return false;
  }
}
