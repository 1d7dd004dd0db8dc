import { USER_DEFINED } from '../genesys/references.ts';
import { type Failure, failureOf, mayHaveHappened } from './failure.ts';
import type { JournalEntry, OrgPort, StorePorts } from './ports.ts';
import type { StoreRequest } from './request.ts';

/** `not-created`: the org said so. `unanswered`: the credential was not found, but it may appear yet. */
export type Creation =
  | { readonly kind: 'created'; readonly credentialId: string }
  | { readonly kind: 'not-created' | 'unanswered'; readonly failure: Failure };

/** Milliseconds between looks for what a request without an answer may have created: listings lag up to half a minute. */
const PAUSES = [1000, 2000, 4000, 8000, 16_000];

/**
 * Creates the credential under its unique name. A request that got no answer is looked up by that name for half a minute, and never
 * sent again: it may have been carried out.
 * @param signal ends the looking, not the creation
 */
export async function createCredential(
  { org, wait }: Pick<StorePorts, 'org' | 'wait'>,
  { credentialName }: JournalEntry,
  { credentialType = USER_DEFINED, fields }: StoreRequest,
  signal?: AbortSignal,
): Promise<Creation> {
  let failure: Failure;
  try {
    const { id } = await org.createCredential({ name: credentialName, typeName: credentialType, fields });
    if (id !== '') return { kind: 'created', credentialId: id };
    failure = { kind: 'unexpected', facts: {} };
  } catch (error) {
    failure = failureOf(error);
    if (!mayHaveHappened(error)) return { kind: 'not-created', failure };
  }
  let credentialId = await lookUp(org, credentialName);
  for (const pause of PAUSES) {
    if (credentialId !== undefined || signal?.aborted) break;
    await wait(pause, signal);
    credentialId = await lookUp(org, credentialName);
  }
  return credentialId === undefined ? { kind: 'unanswered', failure } : { kind: 'created', credentialId };
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

/** An org that does not answer has shown nothing. */
async function lookUp(org: OrgPort, name: string): Promise<string | undefined> {
  try {
    return await ownByName(org, name);
  } catch {
    return undefined;
  }
}
