import { isNotFound, mayHaveHappened } from './failure.ts';
import type { OrgPort } from './ports.ts';

/**
 * Deletes a credential that a run has created, unless an integration uses it: what happens to those that use a deleted
 * credential is not known. Gone is gone, whoever did it.
 * @param attempts deleting twice is the same as once, so what got no answer is asked again, beginning with who uses it by now
 */
export async function removeUnused(org: OrgPort, credentialId: string, attempts = 2): Promise<'removed' | 'in-use'> {
  try {
    if ((await org.integrationsUsing(credentialId)).length > 0) return 'in-use';
    await org.deleteCredential(credentialId);
  } catch (error) {
    if (attempts > 1 && mayHaveHappened(error)) return removeUnused(org, credentialId, attempts - 1);
    await expectGone(org, credentialId, error);
  }
  return 'removed';
}

/** What was created a moment ago may not be found yet and be there all the same, so a 404 is looked at twice. */
async function expectGone(org: OrgPort, credentialId: string, error: unknown): Promise<void> {
  if (!isNotFound(error) || !(await isGone(org, credentialId))) throw error;
}

/** Whether the org says that there is no such credential; one that does not answer has not said so. */
export async function isGone(org: OrgPort, credentialId: string): Promise<boolean> {
  try {
    await org.credential(credentialId);
    return false;
  } catch (error) {
    return isNotFound(error);
  }
}
