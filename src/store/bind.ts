import { isVersionConflict, mayHaveHappened } from './failure.ts';
import type { OrgPort } from './ports.ts';
import { boundTo } from './slot.ts';

/** How often a configuration is read again after somebody else changed it. */
const ATTEMPTS = 3;

/** `taken`: somebody else has bound a credential since the slot was seen empty. */
export type Bound = 'bound' | 'taken';

/**
 * Binds a credential to an empty slot, or (`undefined`) empties a slot that holds `expected`. Sends the whole configuration
 * back as it was read but for the slot, with its version; when that is no longer the current one, everything is read and
 * checked anew. A request that got no answer is judged by what the slot holds afterwards.
 */
export async function setSlot(
  org: OrgPort,
  integrationId: string,
  slot: string,
  change: { readonly expected: string | undefined; readonly credentialId: string | undefined },
): Promise<Bound> {
  for (let attempt = 1; ; attempt++) {
    const config = await org.integrationConfig(integrationId);
    const present = boundTo(config, slot);
    if (present === change.credentialId) return 'bound';
    if (present !== change.expected) return 'taken';
    const { [slot]: _replaced, ...others } = config.credentials;
    const { credentialId } = change;
    const credentials = credentialId === undefined ? others : { ...others, [slot]: { id: credentialId } };
    try {
      await org.putIntegrationConfig(integrationId, { ...config, credentials });
      return 'bound';
    } catch (error) {
      const mayRetry = isVersionConflict(error) || mayHaveHappened(error);
      if (!mayRetry || attempt === ATTEMPTS) throw error;
    }
  }
}
