import type { IntegrationSummary } from '../../cloud/orgClient.ts';
import { actionNamed, BASIC_AUTH, planNativeBasic } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import type { ActionFile } from '../files/actionFiles.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { PlannedStore } from './storePlan.ts';

/**
 * Offers Basic Auth where the integration's slot is empty and all of its actions are signed in to in that one way: nothing else
 * can be stored beside it later, so the author chooses.
 * @returns nothing where it does not fit; `left` where the author goes no further
 */
export async function offerNativeBasic(
  { ui }: Pick<Ports, 'ui'>,
  { client }: ConnectedOrg,
  integration: IntegrationSummary,
  files: readonly ActionFile[],
): Promise<Omit<PlannedStore, 'isAsked'> | 'declined' | 'left' | undefined> {
  const plan = planNativeBasic(files, integration.typeId);
  if (!plan) return undefined;
  // An action that is not among the files would be sent the header as well.
  const known = await client.actionsOf(integration.id).catch(() => undefined);
  if (!known?.every((action) => files.some(({ actionName }) => actionNamed([action], actionName ?? '')))) {
    return undefined;
  }
  const items = [
    { label: t('basic.native'), detail: t('basic.native.detail'), isNative: true },
    { label: t('basic.userDefined'), detail: t('basic.userDefined.detail'), isNative: false },
  ];
  const picked = await ui.pick(items, { title: t('basic.title', integration.name), ignoreFocusOut: true });
  if (!picked) return 'left';
  return picked.isNative ? { integration, credentialType: BASIC_AUTH, files, planFor: () => plan } : 'declined';
}
