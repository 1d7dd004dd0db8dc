import type { ActionConfig, OrgClient, PublishedAction } from '../../cloud/orgClient.ts';
import { CUSTOM_AUTH, REFERENCE_TYPES } from '../../genesys/references.ts';
import {
  type ActionInFile,
  type ActionRequest,
  type ActionUpdate,
  BASIC_AUTH,
  HIDDEN_LITERAL,
  planActionUpdate,
  requestDocument,
  sendsItsOwnHeader,
} from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import { isActionFreeOfTerraform } from '../terraform/terraformCheck.ts';
import { fileAction } from './fileAction.ts';
import { OF_LITERAL, OF_OTHER, publish } from './publish.ts';
import { authNotReady, notStored, textOf } from './readyToPublish.ts';
import { updateAuthAction } from './updateAuthAction.ts';
import { placesText } from './updateTexts.ts';

/** Of files that do not say it. */
const [USUAL_TYPE = ''] = REFERENCE_TYPES;

/**
 * Brings the references of a file into the same Data Action in Genesys Cloud and publishes it, after showing what changes: only
 * the literals do. Nothing is published whose credential fields are not stored.
 */
export async function updateAction(ports: Ports, uri: unknown): Promise<void> {
  const { ui } = ports;
  const counterparts = await fileAction(ports, uri);
  if (!counterparts) return;
  const { file, listed, org } = counterparts;
  if (!(await isActionFreeOfTerraform(ports, listed.name))) return;
  const found = await ui.busy(t('update.reading', org.label), () => org.client.action(listed.id));
  if (file.actionType === CUSTOM_AUTH) {
    await updateAuthAction(ports, counterparts, found);
    return;
  }
  const plan = await planUpdate(ports, org, file, found);
  const problem =
    problemOf(plan, found, org.label) ??
    (await notStored(org, found, plan.request)) ??
    (await authNotReady(org, found, plan.request));
  if (problem !== undefined) {
    await ui.warn(problem);
    return;
  }
  const texts = takesLiteral(plan) ? OF_LITERAL : OF_OTHER;
  await publish(ports, org, found, { plan, config: changedConfig(found.config, plan), texts });
}

function requestOf({ config: { request } }: PublishedAction): ActionRequest {
  return { url: request.requestUrlTemplate, headers: request.headers, body: request.requestTemplate };
}

/** The org's action is scanned like a file: its literals are what may change. */
async function planUpdate(
  { chunks, scanner }: Pick<Ports, 'chunks' | 'scanner'>,
  { client }: ConnectedOrg,
  file: ActionInFile,
  found: PublishedAction,
): Promise<ActionUpdate> {
  const request = requestOf(found);
  const integrationType = file.integrationType ?? USUAL_TYPE;
  const text = requestDocument(request, integrationType);
  const [{ detections }, { renderTemplate: render }, isSignedByIntegration] = await Promise.all([
    scanner.scan('action.custom.json', text),
    chunks.velocity(),
    isSigned(client, found, integrationType),
  ]);
  const context = { integrationType, isSignedByIntegration, render };
  return planActionUpdate(file.request, { request, text, detections }, context);
}

/** Whether the integration adds an Authorization header by itself: always, or with a Basic Auth credential. */
async function isSigned(client: OrgClient, { integrationId }: PublishedAction, type: string): Promise<boolean> {
  if (sendsItsOwnHeader(type)) return true;
  if (integrationId === undefined) return false;
  const { credentials } = await client.integrationConfig(integrationId);
  const held = Object.values(credentials).map(
    async ({ id, typeName }) => typeName ?? (await client.credential(id)).typeName,
  );
  return (await Promise.all(held)).includes(BASIC_AUTH);
}

function problemOf(
  { changed, different, literalsLeft }: ActionUpdate,
  { name }: PublishedAction,
  label: string,
): string | undefined {
  if (different.length > 0) return t('update.different', name, label, placesText(different));
  if (changed.length > 0) return undefined;
  if (literalsLeft.length > 0) return t('update.literalsLeft', name, label, placesText(literalsLeft));
  return t('update.same', name, label);
}

/** Whether a literal goes: a token that only comes from elsewhere now was none. */
function takesLiteral({ request, shown }: ActionUpdate): boolean {
  return (
    textOf(shown).includes(HIDDEN_LITERAL) || Object.keys(request.headers).length < Object.keys(shown.headers).length
  );
}

function changedConfig(config: ActionConfig, { request }: ActionUpdate): ActionConfig {
  const { url: requestUrlTemplate, headers, body: requestTemplate } = request;
  return { ...config, request: { ...config.request, requestUrlTemplate, headers, requestTemplate } };
}
