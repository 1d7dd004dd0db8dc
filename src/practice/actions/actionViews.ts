import { type Call, type JsonObject, listed } from '../http/index.ts';
import { type ActionDraft, found, type PracticeAction } from '../world/index.ts';

export const ACTIONS_PATH = '/api/v2/integrations/actions';

/** Which parts of an action the caller asked for. */
export interface ActionParts {
  readonly config: boolean;
  readonly contract: boolean;
}

/** Everything: the answer of writes. */
export const ALL_PARTS: ActionParts = { config: true, contract: true };

/** `includeConfig=true` and `expand=contract`. */
export function partsAsked({ query }: Call): ActionParts {
  return {
    config: query.get('includeConfig') === 'true',
    contract: listed(query, 'expand', 20)?.includes('contract') ?? false,
  };
}

/** The API's `Action`, of the published version or of the draft. Its templates are given as URIs, as the API does. */
export function actionEntity(
  { id, integrationId }: PracticeAction,
  version: ActionDraft,
  selfUri: string,
  parts: ActionParts,
): JsonObject {
  return {
    id,
    name: version.name,
    integrationId,
    category: version.category,
    version: version.version,
    secure: version.secure,
    ...(parts.contract && version.contract !== undefined ? { contract: { ...version.contract } } : {}),
    ...(parts.config && version.config !== undefined ? { config: configEntity(version.config, selfUri) } : {}),
    selfUri,
  };
}

/** `requesttemplate.vm` or `successtemplate.vm` as text; a refusal (404) for any other file. */
export function templateText(version: ActionDraft, file: string): string {
  const config = found(version.config);
  const files = new Map([
    ['requesttemplate.vm', config.request.requestTemplate],
    ['successtemplate.vm', config.response.successTemplate],
  ]);
  return found(files.get(file));
}

function configEntity(config: NonNullable<ActionDraft['config']>, selfUri: string): JsonObject {
  const { requestUrlTemplate, requestType, headers } = config.request;
  const { translationMap, translationMapDefaults } = config.response;
  return {
    ...(config.timeoutSeconds === undefined ? {} : { timeoutSeconds: config.timeoutSeconds }),
    request: {
      requestUrlTemplate,
      requestTemplateUri: `${selfUri}/templates/requesttemplate.vm`,
      requestType,
      headers,
    },
    response: {
      translationMap,
      translationMapDefaults,
      successTemplateUri: `${selfUri}/templates/successtemplate.vm`,
    },
  };
}
