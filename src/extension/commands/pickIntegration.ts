import * as vscode from 'vscode';
import type { IntegrationSummary, OrgClient } from '../../cloud/index.ts';
import { t } from '../texts.ts';

interface IntegrationItem extends vscode.QuickPickItem {
  readonly integration: IntegrationSummary;
}

/**
 * Asks which integration the action belongs to: the file does not say. Shows of each what its credential slot holds, so
 * that an author sees before choosing whether something can be stored there.
 */
export async function pickIntegration(
  org: OrgClient,
  orgLabel: string,
  typeIds: readonly string[],
  signal: AbortSignal,
): Promise<IntegrationSummary | undefined> {
  const listed = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('pick.listing', orgLabel) },
    () => org.listIntegrations(typeIds, signal),
  );
  if (listed.length === 0) {
    await vscode.window.showWarningMessage(t('pick.noIntegration', orgLabel, typeIds.join(', ')));
    return undefined;
  }
  const items = listed.map(
    (integration): IntegrationItem => ({
      integration,
      label: integration.name,
      description: integration.typeId,
      detail: slotText(integration),
    }),
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: t('pick.title', orgLabel),
    placeHolder: t('pick.hint'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.integration;
}

function slotText({ credentials }: IntegrationSummary): string {
  const held = credentials.map((credential) => credential.typeName ?? t('pick.unknownType'));
  return held.length === 0 ? t('pick.emptySlot') : t('pick.holds', held.join(', '));
}
