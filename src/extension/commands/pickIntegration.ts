import type * as vscode from 'vscode';
import type { BoundCredential, IntegrationSummary, OrgClient } from '../../cloud/orgClient.ts';
import type { ConnectedOrg } from '../org/orgs.ts';
import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';

interface IntegrationItem extends vscode.QuickPickItem {
  readonly integration: IntegrationSummary;
}

/**
 * Asks which integration the action belongs to: the file does not say. Shows of each what its credential slot holds, so
 * that an author sees before choosing whether something can be stored there.
 * @param likely the id of the one to offer first
 */
export async function pickIntegration(
  ui: Ui,
  { client, label }: ConnectedOrg,
  typeIds: readonly string[],
  likely?: string,
): Promise<IntegrationSummary | undefined> {
  const listed = await ui.busy(t('pick.listing', label), () => client.listIntegrations(typeIds));
  if (listed.length === 0) {
    await ui.warn(t('pick.noIntegration', label, typeIds.join(', ')));
    return undefined;
  }
  const items = listed.map(
    (integration): IntegrationItem => ({
      integration,
      label: integration.name,
      description: integration.id === likely ? t('pick.likely', integration.typeId) : integration.typeId,
      detail: slotText(integration),
    }),
  );
  const first = items.filter((item) => item.integration.id === likely);
  const others = items.filter((item) => item.integration.id !== likely);
  const picked = await ui.pick([...first, ...others], {
    title: t('pick.title', label),
    placeHolder: t('pick.hint'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked && ui.busy(t('held.reading', label), () => withTypes(client, picked.integration));
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
