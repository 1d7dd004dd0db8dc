import { parseJson } from '../../engine/parse/json.ts';
import { childAt, childOf, type SourceNode, textOf } from '../../engine/parse/node.ts';
import type { ActionRequest } from '../../genesys/remedies/actionUpdate.ts';

/** What a Data Action's file says of the action. */
export interface ActionInFile {
  readonly name: string;
  readonly integrationType: string | undefined;
  readonly actionType: string | undefined;
  readonly request: ActionRequest;
}

/** Reads the Data Action of a document; `undefined` where there is none with a name and a request. */
export function actionInFile(text: string): ActionInFile | undefined {
  const [root] = parseJson(text).roots;
  const name = memberText(root, 'name');
  const request = childAt(root, 'config', 'request');
  if (name === undefined || request?.kind !== 'map') return undefined;
  const headers = childOf(request, 'headers');
  const pairs = headers?.kind === 'map' ? headers.entries : [];
  return {
    name,
    integrationType: memberText(root, 'integrationType'),
    actionType: memberText(root, 'actionType'),
    request: {
      url: memberText(request, 'requestUrlTemplate') ?? '',
      headers: Object.fromEntries(pairs.map(({ key, value }) => [key.value, textOf(value)?.text ?? ''])),
      body: memberText(request, 'requestTemplate') ?? '',
    },
  };
}

function memberText(node: SourceNode | undefined, key: string): string | undefined {
  return textOf(childOf(node, key))?.text;
}
