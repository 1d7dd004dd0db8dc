import * as vscode from 'vscode';
import type { FileText } from '../../genesys/kinds/fileKind.ts';
import { isManagedByTerraform, terraformManaged } from '../../genesys/remedies/terraformManaged.ts';
import { LEFT_OUT, readText } from '../findings/files.ts';
import { nameOf } from '../findings/scanner.ts';
import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';

/**
 * Refuses a store into an integration that Terraform makes: the next apply would undo it. Says where the credential belongs
 * instead.
 */
export async function isFreeOfTerraform(ui: Ui, integration: string): Promise<boolean> {
  const uris = await vscode.workspace.findFiles('**/*.{tf,tofu,tf.json}', LEFT_OUT);
  const texts = await Promise.all(uris.map(async (uri) => ({ name: nameOf(uri), text: (await readText(uri)) ?? '' })));
  const files: FileText[] = texts.filter(({ text }) => text.includes('genesyscloud_integration'));
  if (!isManagedByTerraform(terraformManaged(files), { integration })) return true;
  await ui.warn(t('store.terraform', integration));
  return false;
}
