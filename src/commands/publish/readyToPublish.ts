import type { PublishedAction } from '../../cloud/orgClient.ts';
import { authResponseMembers, credentialReferences, customAuthId } from '../../genesys/references.ts';
import type { ActionRequest } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';

type Org = Pick<ConnectedOrg, 'client' | 'label'>;

/** All templates of a request, to look for what they refer to. */
export function textOf({ url, headers, body }: ActionRequest): string {
  return [url, body, ...Object.values(headers)].join('\n');
}

/**
 * Why a request must not be published: a reference without a stored field fails in every call, so what the org shows must hold each
 * of them.
 */
export async function notStored(
  { client }: Org,
  { name, integrationId = '' }: PublishedAction,
  request: ActionRequest,
): Promise<string | undefined> {
  const missing = await missingFields(client, integrationId, request);
  return missing.length > 0 ? t('update.notStored', name, missing.join(', ')) : undefined;
}

/**
 * Why an action that takes its token from the custom auth action must not be published: the integration has none, or it is still
 * as Genesys Cloud made it and refers to fields that nobody stored.
 */
export async function authNotReady(
  { client, label }: Org,
  { name, integrationId = '' }: PublishedAction,
  request: ActionRequest,
): Promise<string | undefined> {
  if (authResponseMembers(textOf(request)).length === 0) return undefined;
  const id = customAuthId(integrationId);
  if (!(await client.actionsOf(integrationId)).some((action) => action.id === id))
    return t('update.noAuth', name, label);
  const auth = await client.action(id);
  const { requestUrlTemplate: url, headers, requestTemplate: body } = auth.config.request;
  const missing = await missingFields(client, integrationId, { url, headers, body });
  return missing.length > 0 ? t('update.authNotReady', name, auth.name, missing.join(', ')) : undefined;
}

async function missingFields(
  client: Org['client'],
  integrationId: string,
  request: ActionRequest,
): Promise<readonly string[]> {
  const names = [...new Set(credentialReferences(textOf(request)).map(({ field }) => field))];
  if (names.length === 0) return [];
  const { credentials } = await client.integrationConfig(integrationId);
  const held = await Promise.all(Object.values(credentials).map(({ id }) => client.credential(id)));
  // An org that shows no names has at least to hold a credential.
  const isHeld = (field: string) => held.some(({ fieldNames }) => fieldNames?.includes(field) ?? true);
  return names.filter((field) => !isHeld(field));
}
