import type { FileText } from '../../genesys/kinds/index.ts';
import { type TerraformManaged, terraformManaged } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';

/**
 * Refuses a store into an integration that Terraform makes: the next apply would undo it. Says where the credential belongs
 * instead.
 */
export async function isFreeOfTerraform(
  { files, ui }: Pick<Ports, 'files' | 'ui'>,
  integration: string,
): Promise<boolean> {
  if (!(await managed(files)).integrations.has(integration)) return true;
  await ui.warn(t('store.terraform', integration));
  return false;
}

/** Refuses to publish a Data Action that Terraform makes. */
export async function isActionFreeOfTerraform(
  { files, ui }: Pick<Ports, 'files' | 'ui'>,
  action: string,
): Promise<boolean> {
  if (!(await managed(files)).actions.has(action)) return true;
  await ui.warn(t('update.terraform', action));
  return false;
}

const TERRAFORM = /\.(?:tf|tofu|tf\.json)$/i;

async function managed(files: Ports['files']): Promise<TerraformManaged> {
  const found = await files.all((name) => TERRAFORM.test(name));
  const texts = await Promise.all(
    found.map(async ({ name, uri }): Promise<FileText> => ({ name, text: (await files.read(uri)) ?? '' })),
  );
  return terraformManaged(texts.filter(({ text }) => text.includes('genesyscloud_integration')));
}
