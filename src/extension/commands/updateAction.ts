import type { ActionConfig, PublishedAction } from '../../cloud/orgClient.ts';
import { CUSTOM_AUTH, credentialReferences } from '../../genesys/references.ts';
import { actionInFile } from '../../genesys/remedies/actionInFile.ts';
import { type ActionRequest, type ActionUpdate, planActionUpdate } from '../../genesys/remedies/actionUpdate.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { actionInOrg, notFoundText } from './actionInOrg.ts';
import { documentFor } from './documentFor.ts';
import { OF_LITERAL, OF_OTHER, publish } from './publish.ts';
import { authNotReady, notStored, textOf } from './readyToPublish.ts';
import { updateAuthAction } from './updateAuthAction.ts';
import { placesText } from './updateTexts.ts';

/**
 * Brings the references of a file into the same Data Action in Genesys Cloud and publishes it, after showing what changes: only
 * the literals do. Nothing is published whose credential fields are not stored.
 */
export async function updateAction(services: Services, uri: unknown): Promise<void> {
  const { ui } = services;
  const document = await documentFor(uri);
  const file = document && actionInFile(document.getText());
  if (!document || !file) {
    await ui.warn(t('update.notJson'));
    return;
  }
  const org = await services.orgs.forDocument(document);
  if (!org) return;
  const listed = await actionInOrg(ui, org, document.uri, file);
  if (listed === 'left') return;
  if (typeof listed === 'string') {
    await ui.warn(notFoundText(listed, file, org.label));
    return;
  }
  const found = await ui.busy(t('update.reading', org.label), () => org.client.action(listed.id));
  if (file.actionType === CUSTOM_AUTH) {
    await updateAuthAction(services, org, document, file, found);
    return;
  }
  const plan = planActionUpdate(file.request, requestOf(found));
  const problem =
    problemOf(plan, found, org.label) ??
    (await notStored(org, found, plan.request)) ??
    (await authNotReady(org, found, plan.request));
  if (problem !== undefined) {
    await ui.warn(problem);
    return;
  }
  await services.updates.show(plan, found.name, org.label);
  const detail = t('update.confirm.detail', org.label, placesText(plan.changed));
  if (!(await ui.confirm(t('update.confirm', found.name), detail, t('update.confirm.button')))) return;
  const texts = credentialReferences(textOf(plan.request)).length > 0 ? OF_LITERAL : OF_OTHER;
  await publish(services, org, found, changedConfig(found.config, plan), texts);
}

function requestOf({ config: { request } }: PublishedAction): ActionRequest {
  return { url: request.requestUrlTemplate, headers: request.headers, body: request.requestTemplate };
}

function problemOf({ changed, different }: ActionUpdate, { name }: PublishedAction, label: string): string | undefined {
  if (different.length > 0) return t('update.different', name, label, placesText(different));
  return changed.length === 0 ? t('update.same', name, label) : undefined;
}

function changedConfig(config: ActionConfig, { request }: ActionUpdate): ActionConfig {
  const { url: requestUrlTemplate, headers, body: requestTemplate } = request;
  return { ...config, request: { ...config.request, requestUrlTemplate, headers, requestTemplate } };
}
