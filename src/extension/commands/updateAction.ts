import type { ActionConfig, PublishedAction } from '../../cloud/orgClient.ts';
import { credentialReferences } from '../../genesys/references.ts';
import { plainActionName } from '../../genesys/remedies/actionName.ts';
import { type ActionUpdate, planActionUpdate, type RequestPlace } from '../../genesys/remedies/actionUpdate.ts';
import type { ConnectedOrg } from '../org/orgs.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { actionInFile } from './actionInFile.ts';
import { actionInOrg } from './actionInOrg.ts';
import { documentFor } from './documentFor.ts';
import { publish } from './publish.ts';

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
  const found = await ui.busy(t('update.reading', org.label), async () => {
    const listed = await actionInOrg(org, document.uri, file.name);
    return typeof listed === 'string' ? listed : org.client.action(listed.id);
  });
  if (typeof found === 'string') {
    await ui.warn(t(found === 'none' ? 'update.noAction' : 'update.several', plainActionName(file.name), org.label));
    return;
  }
  const { url, headers, body } = requestOf(found);
  const plan = planActionUpdate(file.request, { url, headers, body });
  const problem = problemOf(plan, found, org.label) ?? (await notStored(org, found, plan));
  if (problem !== undefined) {
    await ui.warn(problem);
    return;
  }
  await services.updates.show(plan, found.name, org.label);
  const detail = t('update.confirm.detail', org.label, plan.changed.map(placeText).join(', '));
  if (!(await ui.confirm(t('update.confirm', found.name), detail, t('update.confirm.button')))) return;
  await publish(services, org, found, changedConfig(found.config, plan));
}

function requestOf({ config: { request } }: PublishedAction) {
  return { url: request.requestUrlTemplate, headers: request.headers, body: request.requestTemplate };
}

function problemOf({ changed, different }: ActionUpdate, { name }: PublishedAction, label: string): string | undefined {
  if (different.length > 0) return t('update.different', name, label, different.map(placeText).join(', '));
  return changed.length === 0 ? t('update.same', name, label) : undefined;
}

/** A published reference without a stored field fails in every call: what the org shows must hold each of them. */
async function notStored(
  { client }: ConnectedOrg,
  { name, integrationId = '' }: PublishedAction,
  { request }: ActionUpdate,
): Promise<string | undefined> {
  const used = credentialReferences([request.url, request.body, ...Object.values(request.headers)].join('\n'));
  const names = [...new Set(used.map(({ field }) => field))];
  const { credentials } = await client.integrationConfig(integrationId);
  const held = await Promise.all(Object.values(credentials).map(({ id }) => client.credential(id)));
  // An org that shows no names has at least to hold a credential.
  const isHeld = (field: string) => held.some(({ fieldNames }) => fieldNames?.includes(field) ?? true);
  const missing = names.filter((field) => !isHeld(field));
  return missing.length > 0 ? t('update.notStored', name, missing.join(', ')) : undefined;
}

function changedConfig(config: ActionConfig, { request }: ActionUpdate): ActionConfig {
  const { url: requestUrlTemplate, headers, body: requestTemplate } = request;
  return { ...config, request: { ...config.request, requestUrlTemplate, headers, requestTemplate } };
}

function placeText(place: RequestPlace): string {
  if (typeof place === 'object') return t('update.place.header', place.header);
  return t(place === 'url' ? 'update.place.url' : 'update.place.body');
}
