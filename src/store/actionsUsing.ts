import type { OrgClient } from '../cloud/orgClient.ts';
import { authResponseMembers, customAuthId } from '../genesys/references.ts';

/** What tells which Data Actions refer to what. */
export type ActionsPort = Pick<OrgClient, 'actionsOf' | 'actionText'>;

/** A field in whatever way a template can name it; rather too much than too little. */
const FIELD = /credentials(?:\.get)?[^\w]{1,4}([\w-]+)/g;

/**
 * The names of an integration's Data Actions, published or begun as a draft, that refer to one of these fields. The custom auth action,
 * which Genesys Cloud makes by itself, counts where another action takes its token.
 */
export async function actionsUsing(
  org: ActionsPort,
  integrationId: string,
  fields: readonly string[],
): Promise<readonly string[]> {
  if (fields.length === 0) return [];
  const listed = await org.actionsOf(integrationId);
  const read = listed.map(async ({ id, name }) => {
    const versions = await Promise.all([org.actionText(id, 'published'), org.actionText(id, 'draft')]);
    return { id, name, text: versions.join('\n') };
  });
  const actions = await Promise.all(read);
  const auth = customAuthId(integrationId);
  const takesToken = actions.some(({ id, text }) => id !== auth && authResponseMembers(text).length > 0);
  return actions
    .filter(({ id, text }) => (id !== auth || takesToken) && fieldsIn(text).some((field) => fields.includes(field)))
    .map(({ name }) => name);
}

function fieldsIn(text: string): string[] {
  return [...text.matchAll(FIELD)].map(([, field = '']) => field);
}
