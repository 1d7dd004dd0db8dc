import type { OrgPort } from './ports.ts';

/**
 * The names of the other integrations that use a credential which no longer is an integration's own: whoever deletes it, or ends its
 * values at their provider, breaks those. `unknown` where the org does not say.
 */
export async function stillUsedBy(
  org: Pick<OrgPort, 'integrationsUsing'>,
  credentialId: string,
  integrationId: string,
): Promise<readonly string[] | 'unknown'> {
  try {
    const using = await org.integrationsUsing(credentialId);
    return using.filter(({ id }) => id !== integrationId).map(({ name }) => name);
  } catch {
    return 'unknown';
  }
}
