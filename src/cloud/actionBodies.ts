import { CloudError } from './cloudError.ts';
import type { ActionConfig, PublishedAction } from './orgClient.ts';
import { members, text } from './read.ts';

/** The texts of an action's templates, which the API gives one by one. */
export interface ActionTemplates {
  readonly request: string;
  readonly success: string;
}

/**
 * An action that was asked for, with its templates.
 * @throws CloudError when the answer is none: half an action must not be sent back as a whole one
 */
export function publishedActionIn(answer: unknown, templates: ActionTemplates): PublishedAction {
  const { id, name, integrationId, version, config } = members(answer);
  const known = text(id);
  if (known === undefined || typeof version !== 'number' || typeof config !== 'object') throw new CloudError('network');
  const { request, response, ...rest } = members(config);
  const { requestUrlTemplate, headers, requestTemplateUri: _uri, ...requestRest } = members(request);
  const { successTemplateUri: _successUri, ...responseRest } = members(response);
  return {
    id: known,
    name: text(name) ?? known,
    ...(typeof integrationId === 'string' ? { integrationId } : {}),
    version,
    config: {
      request: {
        requestUrlTemplate: text(requestUrlTemplate) ?? '',
        headers: stringsIn(headers),
        requestTemplate: templates.request,
        rest: requestRest,
      },
      response: { successTemplate: templates.success, rest: responseRest },
      rest,
    },
  };
}

/** What the API takes for a configuration: templates as text, and no URIs of them. */
export function configBody({ request, response, rest }: ActionConfig): object {
  const { rest: requestRest, requestUrlTemplate, headers, requestTemplate } = request;
  return {
    ...rest,
    request: {
      ...requestRest,
      ...(requestUrlTemplate === '' ? {} : { requestUrlTemplate }),
      headers,
      requestTemplate,
    },
    response: { ...response.rest, successTemplate: response.successTemplate },
  };
}

/** @throws CloudError when a draft's answer has no version to go on with */
export function versionIn(answer: unknown): number {
  const { version } = members(answer);
  if (typeof version !== 'number') throw new CloudError('network');
  return version;
}

function stringsIn(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
