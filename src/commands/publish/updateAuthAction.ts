import type { ActionConfig, PublishedAction } from '../../cloud/orgClient.ts';
import { type ActionInFile, type AuthAction, planAuthUpdate } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';
import type { FileAction } from './fileAction.ts';
import { OF_AUTH, publish } from './publish.ts';
import { notStored } from './readyToPublish.ts';

/**
 * Makes an integration's custom auth action what the file says. Genesys Cloud has made it with a request of its own, so that more than
 * literals changes: everything but the contract, which is frozen.
 */
export async function updateAuthAction(
  ports: Pick<Ports, 'log' | 'scanner' | 'secrets' | 'ui' | 'views'>,
  { document, file, org }: FileAction,
  found: PublishedAction,
): Promise<void> {
  const { ui } = ports;
  const detections = await ports.scanner.shown(document.uri, document.getText());
  if (detections.some(({ hit }) => hit.class === 'hard-coded')) {
    await ui.warn(t('update.literals'));
    return;
  }
  const plan = planAuthUpdate(file, authActionOf(found));
  const problem =
    plan.changed.length === 0 ? t('update.same', found.name, org.label) : await notStored(org, found, plan.request);
  if (problem !== undefined) {
    await ui.warn(problem);
    return;
  }
  await publish(ports, org, found, { plan, config: configOf(found.config, file), texts: OF_AUTH });
}

function authActionOf({ config: { request, response } }: PublishedAction): AuthAction {
  const { requestUrlTemplate: url, headers, requestTemplate: body, rest } = request;
  const { translationMap, translationMapDefaults } = response.rest;
  return {
    method: typeof rest.requestType === 'string' ? rest.requestType : undefined,
    request: { url, headers, body },
    response: {
      translationMap: textsIn(translationMap),
      translationMapDefaults: textsIn(translationMapDefaults),
      successTemplate: response.successTemplate,
    },
  };
}

function textsIn(value: unknown): Record<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function configOf(config: ActionConfig, { method, request, response }: ActionInFile): ActionConfig {
  const { successTemplate, ...maps } = response;
  return {
    ...config,
    request: {
      requestUrlTemplate: request.url,
      headers: request.headers,
      requestTemplate: request.body,
      rest: { ...config.request.rest, ...(method === undefined ? {} : { requestType: method }) },
    },
    response: { successTemplate, rest: { ...config.response.rest, ...maps } },
  };
}
