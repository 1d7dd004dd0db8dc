import type { IntegrationConfig } from '../cloud/orgClient.ts';
import { USER_DEFINED } from '../genesys/references.ts';
import type { Occupant } from './outcome.ts';
import type { OrgPort } from './ports.ts';
import type { StoreRequest } from './request.ts';

/** The slot that a credential of a type can be bound to; none where the integration has no such slot or more than one. */
export async function slotOf(
  org: OrgPort,
  { typeId, credentialType = USER_DEFINED }: Pick<StoreRequest, 'typeId' | 'credentialType'>,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { slots } = await org.integrationType(typeId, signal);
  const fitting = slots.filter((slot) => slot.credentialTypes.includes(credentialType));
  return fitting.length === 1 ? fitting[0]?.name : undefined;
}

/**
 * What stands in a slot, for an author to decide: its type, its fields, and who uses it. A question that the org does
 * not answer leaves its part out.
 */
export async function occupantOf(
  org: Pick<OrgPort, 'actionsOf' | 'credential' | 'integrationsUsing'>,
  integrationId: string,
  occupantId: string,
  signal?: AbortSignal,
): Promise<Occupant> {
  const [credential, actions, integrations] = await Promise.allSettled([
    org.credential(occupantId, signal),
    org.actionsOf(integrationId, signal),
    org.integrationsUsing(occupantId, signal),
  ]);
  const { typeName, fieldNames } = credential.status === 'fulfilled' ? credential.value : {};
  return {
    credentialId: occupantId,
    ...(typeName === undefined ? {} : { typeName }),
    ...(fieldNames === undefined ? {} : { fieldNames }),
    actions: actions.status === 'fulfilled' ? actions.value.map((action) => action.name) : [],
    integrations: integrations.status === 'fulfilled' ? integrations.value.map((each) => each.name) : [],
  };
}

/** The id of what is bound to a slot. */
export function boundTo(config: IntegrationConfig, slot: string): string | undefined {
  return config.credentials[slot]?.id;
}
