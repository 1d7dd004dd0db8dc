import type { BoundCredential, IntegrationSummary, OrgClient } from '../../cloud/orgClient.ts';
import { t } from '../../messages/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { PickItem, Ui } from '../ports/ui.ts';
import { enterAgain } from '../store/enterAgain.ts';

interface IntegrationItem extends PickItem {
  readonly integration: IntegrationSummary;
}

/**
 * Asks which integration the action belongs to: the file does not say. Shows of each what its credential slot holds, so
 * that an author sees before choosing whether something can be stored there.
 * @param likely the one to offer first, by its id or name
 */
export async function pickIntegration(
  ui: Ui,
  org: ConnectedOrg,
  typeIds: readonly string[],
  likely?: { readonly id?: string; readonly name?: string },
): Promise<IntegrationSummary | undefined> {
  const { client, label } = org;
  const listed = await ui.busy(t('pick.listing', label), () => client.listIntegrations(typeIds));
  if (listed.length === 0) {
    await ui.warn(t('pick.noIntegration', label, typeIds.join(', ')));
    return undefined;
  }
  const isLikely = ({ id, name }: IntegrationSummary): boolean =>
    likely?.id === undefined ? name === likely?.name : id === likely.id;
  const items = listed.map(
    (integration): IntegrationItem => ({
      integration,
      label: integration.name,
      description: isLikely(integration) ? t('pick.likely', integration.typeId) : integration.typeId,
      detail: [slotText(integration), enterAgain(org, integration.id)].filter(Boolean).join('; '),
    }),
  );
  const first = items.filter((item) => isLikely(item.integration));
  const others = items.filter((item) => !isLikely(item.integration));
  const picked = await ui.pick([...first, ...others], {
    title: t('pick.title', label),
    placeHolder: t('pick.hint'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked && ui.busy(t('held.reading', label), () => withTypes(client, picked.integration));
}

/** The integration of that id; nothing where the org has none of these types, as when the file was written for another org. */
export async function integrationOf(
  ui: Ui,
  { client, label }: ConnectedOrg,
  typeIds: readonly string[],
  id: string | undefined,
): Promise<IntegrationSummary | undefined> {
  if (id === undefined) return undefined;
  const listed = await ui.busy(t('pick.listing', label), () => client.listIntegrations(typeIds));
  const found = listed.find((integration) => integration.id === id);
  return found && withTypes(client, found);
}

/** Listings may leave out what type a bound credential has: then it is asked for, because what can be stored depends on it. */
async function withTypes(client: OrgClient, integration: IntegrationSummary): Promise<IntegrationSummary> {
  const credentials = integration.credentials.map(async (bound): Promise<BoundCredential> => {
    if (bound.typeName !== undefined) return bound;
    const { typeName } = await client.credential(bound.id).catch(() => ({ typeName: undefined }));
    return typeName === undefined ? bound : { ...bound, typeName };
  });
  return { ...integration, credentials: await Promise.all(credentials) };
}

function slotText({ credentials, trouble }: IntegrationSummary): string {
  const held = credentials.map((credential) => credential.typeName ?? t('pick.unknownType'));
  const slot = held.length === 0 ? t('pick.emptySlot') : t('pick.holds', held.join(', '));
  return trouble ? `${slot}; ${t(`pick.${trouble}`)}` : slot;
}
