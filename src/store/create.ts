import { mayHaveHappened } from './failure.ts';
import type { OrgPort } from './ports.ts';
import type { StoreRequest } from './request.ts';
import { USER_DEFINED } from './slot.ts';

/**
 * Creates the credential under its unique name. A request that got no answer is looked up by that name, and never sent
 * again: it may have been carried out.
 * @throws the org's error when the credential is not there
 */
export async function createCredential(org: OrgPort, name: string, { fields }: StoreRequest): Promise<string> {
  try {
    return (await org.createCredential({ name, typeName: USER_DEFINED, fields })).id;
  } catch (error) {
    const created = mayHaveHappened(error) ? await idOf(org, name) : undefined;
    if (created === undefined) throw error;
    return created;
  }
}

async function idOf(org: OrgPort, name: string): Promise<string | undefined> {
  const [found, ...others] = await org.credentialsNamed(name);
  return others.length === 0 ? found?.id : undefined;
}
