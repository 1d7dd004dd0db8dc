import type { FileText } from '../../genesys/kinds/index.ts';
import { type TerraformManaged, terraformManaged } from '../../genesys/remedies/index.ts';
import { readText } from '../findings/files.ts';
import { nameOf } from '../findings/scanner.ts';
import { workspaceFiles } from '../findings/workspaceFiles.ts';
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

const TERRAFORM = /\.(?:tf|tofu|tf\.json)$/i;

async function managed(): Promise<TerraformManaged> {
  const { files: uris } = await workspaceFiles((name) => TERRAFORM.test(name));
  const texts = await Promise.all(uris.map(async (uri) => ({ name: nameOf(uri), text: (await readText(uri)) ?? '' })));
  const files: FileText[] = texts.filter(({ text }) => text.includes('genesyscloud_integration'));
  return terraformManaged(files);
}
