import * as vscode from 'vscode';
import type { FileText } from '../../genesys/kinds/fileKind.ts';
import { type TerraformManaged, terraformManaged } from '../../genesys/remedies/terraformManaged.ts';
import { LEFT_OUT, readText } from '../findings/files.ts';
import { nameOf } from '../findings/scanner.ts';
import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';

/**
 * Refuses a store into an integration that Terraform makes: the next apply would undo it. Says where the credential belongs
 * instead.
 */
export async function isFreeOfTerraform(ui: Ui, integration: string): Promise<boolean> {
  if (!(await managed()).integrations.has(integration)) return true;
  await ui.warn(t('store.terraform', integration));
  return false;
}

/** Refuses to publish a Data Action that Terraform makes. */
export async function isActionFreeOfTerraform(ui: Ui, action: string): Promise<boolean> {
  if (!(await managed()).actions.has(action)) return true;
  await ui.warn(t('update.terraform', action));
  return false;
}

async function managed(): Promise<TerraformManaged> {
  const uris = await vscode.workspace.findFiles('**/*.{tf,tofu,tf.json}', LEFT_OUT);
  const texts = await Promise.all(uris.map(async (uri) => ({ name: nameOf(uri), text: (await readText(uri)) ?? '' })));
  const files: FileText[] = texts.filter(({ text }) => text.includes('genesyscloud_integration'));
  return terraformManaged(files);
}
