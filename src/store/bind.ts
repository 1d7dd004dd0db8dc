import type { IntegrationConfig } from '../cloud/orgClient.ts';
import { isVersionConflict, mayHaveHappened } from './failure.ts';
import type { OrgPort } from './ports.ts';
import { boundTo } from './slot.ts';

/** How often the configuration is sent again after somebody else changed it or no answer came. */
const RETRIES = 3;

/** A change of one slot of an integration; `undefined` is an empty slot. */
export interface SlotChange {
  readonly integrationId: string;
  readonly slot: string;
  /** What the slot must hold; if it holds anything else by now, it is left alone. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** `taken`: the slot holds something that is not this run's. */
export type SlotSet = 'set' | 'taken';

/**
 * Binds a credential to an empty slot, or empties the slot again. Sends the whole configuration back as it was read but for
 * the slot, with its version; when that is no longer the current one, everything is read and checked anew. A request that
 * got no answer is judged by what the slot holds afterwards.
 * @param read the configuration when it has been read already; the version lock tells if it is out of date
 */
export async function setSlot(org: OrgPort, change: SlotChange, read?: IntegrationConfig): Promise<SlotSet> {
  let config = read ?? (await org.integrationConfig(change.integrationId));
  for (let retries = 0; ; retries++) {
    const standing = judge(config, change);
    if (standing !== 'unset') return standing;
    const failure = await put(org, config, change);
    if (!failure) return 'set';
    config = await org.integrationConfig(change.integrationId);
    if (retries < RETRIES) continue;
    const last = judge(config, change);
    if (last === 'unset') throw failure.error;
    return last;
  }
}

function judge(config: IntegrationConfig, { slot, from, to }: SlotChange): SlotSet | 'unset' {
  const present = boundTo(config, slot);
  if (present === to) return 'set';
  return present === from ? 'unset' : 'taken';
}

/** @throws what another attempt would not change; what it may change is returned */
async function put(
  org: OrgPort,
  config: IntegrationConfig,
  { integrationId, slot, to }: SlotChange,
): Promise<{ readonly error: unknown } | undefined> {
  const { [slot]: _replaced, ...others } = config.credentials;
  const credentials = to === undefined ? others : { ...others, [slot]: { id: to } };
  try {
    await org.putIntegrationConfig(integrationId, { ...config, credentials });
    return undefined;
  } catch (error) {
    if (isVersionConflict(error) || mayHaveHappened(error)) return { error };
    throw error;
  }
}
