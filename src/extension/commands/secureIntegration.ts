import type * as vscode from 'vscode';
import type { IntegrationSummary } from '../../cloud/orgClient.ts';
import { REFERENCE_TYPES } from '../../genesys/references.ts';
import { actionNamed } from '../../genesys/remedies/actionName.ts';
import { BASIC_AUTH, planNativeBasic } from '../../genesys/remedies/nativeBasic.ts';
import { planStoreAndReplace, type StorePlan } from '../../genesys/remedies/storeAndReplace.ts';
import { shownPath } from '../fileNames.ts';
import type { ConnectedOrg } from '../org/orgs.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { type ActionFile, actionFiles } from './actionFiles.ts';
import { pickIntegration } from './pickIntegration.ts';
import { storePlan } from './storePlan.ts';

/**
 * Stores every credential of the workspace's Data Actions that belongs to one integration in one credential, and replaces
 * the literals in all of their files in one undoable step.
 */
export async function secureIntegration(services: Services): Promise<void> {
  const { ui } = services;
  const org = await services.orgs.forWorkspace();
  if (!org) return;
  const integration = await pickIntegration(ui, org, REFERENCE_TYPES);
  if (!integration) return;
  const found = await ui.busy(t('secure.searching'), () => actionFiles(services, integration.typeId));
  const mayEdit = await Promise.all(found.map(({ document }) => org.mayEdit(document.uri)));
  const files = found.filter((_, i) => mayEdit[i]);
  if (files.length === 0) {
    await ui.info(t('secure.nothing', integration.name));
    return;
  }
  const chosen = await chooseFiles(services, org, integration, files);
  if (chosen.length === 0) return;
  const basic = await nativeBasic(services, org, integration, chosen);
  if (basic === 'left') return;
  if (basic) {
    const how = { credentialType: BASIC_AUTH, planFor: () => basic };
    await storePlan(services, org, { integration, files: chosen, ...how });
    return;
  }
  const { renderTemplate } = await services.chunks.velocity();
  const planFor = (held: readonly string[]) => planStoreAndReplace(chosen, integration.typeId, renderTemplate, held);
  await storePlan(services, org, { integration, files: chosen, planFor });
}

/**
 * Offers Basic Auth where the integration's slot is empty and all of its actions are signed in to in that one way: nothing else
 * can be stored beside it later, so the author chooses.
 */
async function nativeBasic(
  { ui }: Services,
  { client }: ConnectedOrg,
  integration: IntegrationSummary,
  files: readonly ActionFile[],
): Promise<StorePlan | 'left' | undefined> {
  const plan = integration.credentials.length === 0 ? planNativeBasic(files, integration.typeId) : undefined;
  if (!plan) return undefined;
  // An action that is not among the files would be sent the header as well.
  const known = await client.actionsOf(integration.id).catch(() => undefined);
  if (!known?.every((action) => files.some(({ actionName }) => actionNamed([action], actionName ?? '')))) {
    return undefined;
  }
  const items = [
    { label: t('basic.native'), detail: t('basic.native.detail'), plan },
    { label: t('basic.userDefined'), detail: t('basic.userDefined.detail'), plan: undefined },
  ];
  const picked = await ui.pick(items, { title: t('basic.title', integration.name), ignoreFocusOut: true });
  return picked ? picked.plan : 'left';
}

interface FileItem extends vscode.QuickPickItem {
  readonly file: ActionFile;
}

/** The files say nothing about their integration: those that the author or the org says belong to it are chosen already. */
async function chooseFiles(
  { ui }: Services,
  { actions, client, label }: ConnectedOrg,
  integration: IntegrationSummary,
  files: readonly ActionFile[],
): Promise<readonly ActionFile[]> {
  const known = await ui.busy(t('secure.actions', label), () => client.actionsOf(integration.id).catch(() => []));
  const items = files.map((file): FileItem => {
    const remembered = actions.of(file.document.uri);
    const isIts = remembered === integration.id || actionNamed(known, file.actionName ?? '') !== undefined;
    return {
      file,
      label: shownPath(file.document.uri),
      description: t('secure.count', file.detections.length),
      ...(remembered !== undefined && remembered !== integration.id ? { detail: t('secure.other') } : {}),
      picked: remembered === undefined ? isIts : remembered === integration.id,
    };
  });
  const picked = await ui.pickMany(items, {
    title: t('secure.title', integration.name),
    placeHolder: t('secure.hint'),
    ignoreFocusOut: true,
  });
  return picked?.map((item) => item.file) ?? [];
}
