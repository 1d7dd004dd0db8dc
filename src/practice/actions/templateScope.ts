import {
  boundCredentialId,
  customAuthId,
  found,
  MASK,
  type PracticeAction,
  type PracticeCredential,
  type World,
} from '../world/index.ts';

/** Fields by name; `undefined` where the practice org no longer has the value. */
type Fields = ReadonlyMap<string, string | undefined>;

/** What the templates of one action may read, decided by the credential its integration holds. */
export interface TemplateScope {
  /** The type of the bound credential, for messages; `undefined` where the slot is empty. */
  readonly credentialType: string | undefined;
  /** Fields behind `${credentials.x}`; absent where that keyword does not exist for the action. */
  readonly credentials?: Fields;
  /** Fields behind `${authResponse.x}`; absent where that keyword does not exist for the action. */
  readonly authResponse?: Fields;
  /** Fields from which the integration itself builds an `Authorization` header. */
  readonly basic?: Fields;
}

/** Standard members of a token answer: what a custom auth action gives that passes `${rawResult}` on. */
const TOKEN_FIELDS = ['access_token', 'token_type', 'expires_in'];

/** Finds the scope: User Defined in every action, User Defined (OAuth) in the custom auth action only, Basic Auth in none. */
export function templateScope(world: World, action: PracticeAction): TemplateScope {
  const credential = boundCredential(world, action.integrationId);
  const credentialType = credential?.typeName;
  if (credential === undefined) return { credentialType };
  const fields = fieldsOf(world, credential);
  if (credentialType === 'userDefined') return { credentialType, credentials: fields };
  if (credentialType === 'basicAuth') return { credentialType, basic: fields };
  if (credentialType !== 'userDefinedOAuth') return { credentialType };
  if (action.actionType === 'customAuth') return { credentialType, credentials: fields };
  return { credentialType, authResponse: authResponse(world, action.integrationId) };
}

function boundCredential(world: World, integrationId: string): PracticeCredential | undefined {
  const bound = boundCredentialId(world.integration(integrationId));
  return world.state.credentials.find(({ id }) => id === bound);
}

function fieldsOf(world: World, { id, fieldNames }: PracticeCredential): Fields {
  const values = world.values.get(id);
  return new Map(fieldNames.map((field) => [field, values?.[field]]));
}

/**
 * A stand-in for the answer of the token service, which the practice org never calls: the members of the custom auth
 * action's success template, or the usual ones of a token answer where it passes the raw result on.
 */
function authResponse(world: World, integrationId: string): Fields {
  const id = customAuthId(integrationId);
  const { successTemplate } = found(world.state.actions.find((action) => action.id === id)?.published).config.response;
  const members = [...successTemplate.matchAll(/"([A-Za-z]\w*)"\s*:/g)].map(([, name = '']) => name);
  const names = members.length > 0 ? members : TOKEN_FIELDS;
  return new Map(names.map((name) => [name, name === 'token_type' ? 'Bearer' : MASK]));
}
