import { REFERENCE_TYPES } from '../../genesys/references.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { orgLines } from './confirmStore.ts';
import { askHeldFields, heldCredential } from './heldFields.ts';
import { pickIntegration } from './pickIntegration.ts';
import { runStore } from './runStore.ts';
import { isFreeOfTerraform } from './terraformCheck.ts';

/**
 * Gives the credential of an integration new values. It cannot be changed in part, so the author enters all of them: the new
 * one, and the others as they are.
 */
export async function rotate(services: Services): Promise<void> {
  const { ui } = services;
  const org = await services.orgs.forWorkspace();
  if (!org) return;
  const integration = await pickIntegration(ui, org, REFERENCE_TYPES);
  if (!integration) return;
  if (!(await isFreeOfTerraform(ui, integration.name))) return;
  const present = heldCredential(integration);
  if (present === undefined) {
    await ui.info(t('rotate.nothing', integration.name));
    return;
  }
  await ui.tell(t('rotate.title', integration.name), t('rotate.steps'));
  const held = await askHeldFields(ui, org, integration, present);
  if (!held) return;
  const names = held.fields.map((field) => field.name).join(', ');
  const detail = [
    ...orgLines(org),
    t('confirm.integration', integration.name),
    t('confirm.fields', names),
    '',
    t('rotate.live'),
  ];
  if (!(await ui.confirm(t('rotate.confirm'), detail.join('\n'), t('rotate.button')))) return;
  const { credentialId: replaces, fields } = held;
  await runStore(services, org, { integration, fields, changes: [], hints: [t('rotate.revoke')], replaces });
}
