import { USER_DEFINED } from '../genesys/references.ts';
import { conventionalName } from './journal.ts';
import type { JournalEntry, OrgPort } from './ports.ts';
import type { StoreRequest } from './request.ts';

/**
 * Gives the run's credential its conventional name, while its values are at hand: the API replaces a credential as a whole.
 * A name is worth no failure: whatever the org says, the credential has these fields, and what it has is read back next.
 * @returns the name it has now, as far as the org said
 */
export async function giveConventionalName(
  org: OrgPort,
  { integrationId, credentialName }: JournalEntry,
  credentialId: string,
  { credentialType = USER_DEFINED, fields }: StoreRequest,
): Promise<string> {
  const name = conventionalName(integrationId);
  try {
    await org.putCredential(credentialId, { name, typeName: credentialType, fields });
    return name;
  } catch {
    return credentialName;
  }
}
