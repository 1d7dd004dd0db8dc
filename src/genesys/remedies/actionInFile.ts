import { parseJson } from '../../engine/languages/json/index.ts';
import { childAt, childOf, type SourceNode, textOf } from '../../engine/tree/index.ts';
import type { ActionRequest } from './actionRequest.ts';

/** What a Data Action's file says of the action. */
export interface ActionInFile {
  readonly name: string;
  readonly integrationType: string | undefined;
  readonly actionType: string | undefined;
  /** The integration, where the file is written as the API takes it; exports leave it out. */
  readonly integrationId: string | undefined;
  /** By default the name of the integration. */
  readonly category: string | undefined;
  readonly request: ActionRequest;
  /** `POST` …; absent where the file does not say. */
  readonly method: string | undefined;
  readonly response: ActionResponse;
}

/** What an action makes of the answer it gets. */
export interface ActionResponse {
  /** JSONPath by variable. */
  readonly translationMap: Readonly<Record<string, string>>;
  readonly translationMapDefaults: Readonly<Record<string, string>>;
  /** Empty where the file has none. */
  readonly successTemplate: string;
}

/** Reads the Data Action of a document; `undefined` where there is none with a name and a request. */
export function actionInFile(text: string): ActionInFile | undefined {
  const [root] = parseJson(text).roots;
  const name = memberText(root, 'name');
  const request = childAt(root, 'config', 'request');
  if (name === undefined || request?.kind !== 'map') return undefined;
  const response = childAt(root, 'config', 'response');
  return {
    name,
    integrationType: memberText(root, 'integrationType'),
    actionType: memberText(root, 'actionType'),
    integrationId: memberText(root, 'integrationId'),
    category: memberText(root, 'category'),
    request: {
      url: memberText(request, 'requestUrlTemplate') ?? '',
      headers: textsIn(childOf(request, 'headers')),
      body: memberText(request, 'requestTemplate') ?? '',
    },
    method: memberText(request, 'requestType'),
    response: {
      translationMap: textsIn(childOf(response, 'translationMap')),
      translationMapDefaults: textsIn(childOf(response, 'translationMapDefaults')),
      successTemplate: memberText(response, 'successTemplate') ?? '',
    },
  };
}

function textsIn(node: SourceNode | undefined): Record<string, string> {
  const pairs = node?.kind === 'map' ? node.entries : [];
  return Object.fromEntries(pairs.map(({ key, value }) => [key.value, textOf(value)?.text ?? '']));
}

function memberText(node: SourceNode | undefined, key: string): string | undefined {
  return textOf(childOf(node, key))?.text;
}
