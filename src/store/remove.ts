import { isNotFound, mayHaveHappened } from './failure.ts';
import type { OrgPort } from './ports.ts';

/**
 * Deletes a credential that a run has created, unless an integration uses it: what happens to those that use a deleted
 * credential is not known. Gone is gone, whoever did it.
 */
export async function removeUnused(org: OrgPort, credentialId: string): Promise<'removed' | 'in-use'> {
  if ((await org.integrationsUsing(credentialId)).length > 0) return 'in-use';
  try {
    await org.deleteCredential(credentialId);
  } catch (error) {
    // Deleting twice is the same as once, so a request without an answer is sent a second time.
    if (mayHaveHappened(error)) await deleteAgain(org, credentialId);
    else await expectGone(org, credentialId, error);
  }
  return 'removed';
}

async function deleteAgain(org: OrgPort, credentialId: string): Promise<void> {
  try {
    await org.deleteCredential(credentialId);
  } catch (error) {
    await expectGone(org, credentialId, error);
  }
}

/** What was created a moment ago may not be found yet and be there all the same, so a 404 is looked at twice. */
async function expectGone(org: OrgPort, credentialId: string, error: unknown): Promise<void> {
  if (!isNotFound(error)) throw error;
  try {
    await org.credential(credentialId);
  } catch (second) {
    if (isNotFound(second)) return;
  }
  throw error;
}
