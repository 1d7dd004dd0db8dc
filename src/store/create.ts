import { USER_DEFINED } from '../genesys/references.ts';
import { type Failure, failureOf, mayHaveHappened } from './failure.ts';
import type { JournalEntry, OrgPort } from './ports.ts';
import type { StoreRequest } from './request.ts';

/** `not-created`: the org said so. `unanswered`: the credential was not found, but it may appear yet. */
export type Creation =
  | { readonly kind: 'created'; readonly credentialId: string }
  | { readonly kind: 'not-created' | 'unanswered'; readonly failure: Failure };

/**
 * Creates the credential under its unique name. A request that got no answer is looked up by that name, and never sent
 * again: it may have been carried out.
 */
export async function createCredential(
  org: OrgPort,
  { credentialName }: JournalEntry,
  { credentialType = USER_DEFINED, fields }: StoreRequest,
): Promise<Creation> {
  try {
    const { id } = await org.createCredential({ name: credentialName, typeName: credentialType, fields });
    if (id !== '') return { kind: 'created', credentialId: id };
    return await lookUp(org, credentialName, { kind: 'unexpected', facts: {} });
  } catch (error) {
    const failure = failureOf(error);
    return mayHaveHappened(error) ? lookUp(org, credentialName, failure) : { kind: 'not-created', failure };
  }
}

/**
 * The id of the credential of that name, which holds a run's nonce.
 * @throws Error when several have it: then none is known to be the run's own
 */
export async function ownByName(org: OrgPort, name: string): Promise<string | undefined> {
  // A listing that changes while it is read may name one credential twice.
  const ids = new Set((await org.credentialsNamed(name)).map((credential) => credential.id));
  if (ids.size > 1) throw new Error('several credentials of a unique name');
  const [id] = ids;
  return id;
}

async function lookUp(org: OrgPort, name: string, failure: Failure): Promise<Creation> {
  try {
    const credentialId = await ownByName(org, name);
    return credentialId === undefined ? { kind: 'unanswered', failure } : { kind: 'created', credentialId };
  } catch {
    return { kind: 'unanswered', failure };
  }
}
