import type { ActionSummary } from '../../cloud/orgClient.ts';
import { CUSTOM_AUTH, CUSTOM_AUTH_TYPE, customAuthId } from '../../genesys/references.ts';
import { type ActionInFile, actionNamed, plainActionName } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import { mayBeRemembered, shownActionName } from '../files/fileNames.ts';
import type { Address } from '../ports/documents.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { Ui } from '../ports/ui.ts';
import { pickIntegration } from './pickIntegration.ts';

export type NotFound = 'none' | 'several' | 'no-auth';

/**
 * The org's action for a file: that of its name, in the integration the author has chosen for the file where several have it; for a
 * custom auth action, that of its integration. `left` where the author was asked and goes no further.
 */
export async function actionInOrg(
  ui: Ui,
  org: ConnectedOrg,
  document: Address,
  { name, actionType }: Pick<ActionInFile, 'actionType' | 'name'>,
): Promise<ActionSummary | NotFound | 'left'> {
  const { actions, client, label } = org;
  if (actionType === CUSTOM_AUTH) return authActionInOrg(ui, org, document);
  const listed = await ui.busy(t('update.reading', label), () => client.actionsNamed(plainActionName(name)));
  const [own, others] = [actions.of(document.uri), listed.filter((each) => actionNamed([each], name))];
  const candidates = own === undefined ? others : others.filter((each) => each.integrationId === own);
  const [only, ...more] = exactFirst(candidates, name);
  if (!only) return 'none';
  return more.length > 0 ? 'several' : only;
}

function exactFirst(candidates: readonly ActionSummary[], name: string): readonly ActionSummary[] {
  const exact = candidates.filter((each) => each.name === name);
  return exact.length > 0 ? exact : candidates;
}

/** An integration has one at most, whatever its name: which integration it is, is asked once. */
async function authActionInOrg(
  ui: Ui,
  org: ConnectedOrg,
  document: Address,
): Promise<ActionSummary | 'no-auth' | 'left'> {
  const { actions, client, label } = org;
  const integrationId = actions.of(document.uri) ?? (await pickIntegration(ui, org, [CUSTOM_AUTH_TYPE]))?.id;
  if (integrationId === undefined) return 'left';
  const listed = await ui.busy(t('update.reading', label), () => client.actionsOf(integrationId));
  const found = listed.find(({ id }) => id === customAuthId(integrationId));
  if (found && mayBeRemembered(document)) await actions.remember([document.uri], integrationId);
  return found ?? 'no-auth';
}

/** Why the file's action is not to be found in the org. */
export function notFoundText(why: NotFound, { name }: Pick<ActionInFile, 'name'>, label: string): string {
  const texts = { none: 'update.noAction', several: 'update.several', 'no-auth': 'update.noAuth' } as const;
  return t(texts[why], shownActionName(name), label);
}
