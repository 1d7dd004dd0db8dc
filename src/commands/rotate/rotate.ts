import { REFERENCE_TYPES, USER_DEFINED_OAUTH } from '../../genesys/references.ts';
import { t } from '../../messages/index.ts';
import { stillUsedBy } from '../../store/index.ts';
import { orgLines } from '../org/orgLines.ts';
import { pickIntegration } from '../org/pickIntegration.ts';
import type { Ports } from '../ports/index.ts';
import { offerProviderPages } from '../rotations/providerPages.ts';
import { historyText } from '../rotations/rotationsDue.ts';
import { askHeldFields, freeCredential } from '../store/heldFields.ts';
import { runStore } from '../store/runStore.ts';
import { isFreeOfTerraform } from '../terraform/terraformCheck.ts';

/**
 * Gives the credential of an integration new values. It cannot be changed in part, so the author enters all of them: the new
 * one, and the others as they are.
 */
export async function rotate(ports: Ports): Promise<void> {
  const { ui } = ports;
  const org = await ports.orgs.forWorkspace();
  if (!org) return;
  const integration = await pickIntegration(ui, org, REFERENCE_TYPES);
  if (!integration) return;
  if (!(await isFreeOfTerraform(ports, integration.name))) return;
  const present = freeCredential(integration);
  if (present === undefined) {
    await ui.info(t('rotate.nothing', integration.name));
    return;
  }
  const due = (await ports.rotations.due()).filter(
    ({ orgId, integrationId }) => orgId === org.orgId && integrationId === integration.id,
  );
  const spread = due.map((each) => `${each.fields.join(', ')}: ${historyText(each.history)}`);
  await ui.tell(t('rotate.title', integration.name), [t('rotate.steps'), ...spread].join('\n\n'));
  await offerProviderPages(ports, due);
  const held = await askHeldFields(ui, org, integration, present.id);
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
  const { credentialId: replaces, fields, losesUnseen } = held;
  const hints = present.type === USER_DEFINED_OAUTH ? [t('oauth.test')] : [];
  const given = { integration, credentialType: present.type, fields, changes: [], hints, losesUnseen, replaces };
  const ended = await runStore(ports, org, { ...given, hintsIfUnused: [t('rotate.revoke')] });
  if (ended === 'not-stored' || due.length === 0) return;
  // Whoever still uses the old values needs them.
  if ((await stillUsedBy(org.client, replaces, integration.id)).length > 0) return;
  const done = t('rotate.due.done');
  const waiting = due.flatMap((each) => each.fields).join(', ');
  if ((await ui.info(t('rotate.due', waiting), done)) !== done) return;
  await ports.rotations.done(new Set(due.map(({ id }) => id)));
}
