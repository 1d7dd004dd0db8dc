import type { ActionInFile } from './actionInFile.ts';
import type { RequestPlace } from './actionRequest.ts';
import type { ActionUpdate } from './actionUpdate.ts';

/** What a custom auth action does. */
export type AuthAction = Pick<ActionInFile, 'method' | 'request' | 'response'>;

/**
 * Makes the org's custom auth action the file's as a whole: Genesys Cloud has made it by itself, so that nothing of it is an
 * author's own but what the file says.
 */
export function planAuthUpdate(file: AuthAction, org: AuthAction): ActionUpdate {
  const { url, headers, body } = file.request;
  const names = [...new Set([...Object.keys(headers), ...Object.keys(org.request.headers)])];
  const places: readonly [RequestPlace, boolean][] = [
    ['method', file.method === org.method],
    ['url', url === org.request.url],
    ...names.map((header): [RequestPlace, boolean] => [{ header }, headers[header] === org.request.headers[header]]),
    ['body', body === org.request.body],
    ['response', inOrder(file.response) === inOrder(org.response)],
  ];
  const changed = places.flatMap(([place, isSame]) => (isSame ? [] : [place]));
  return { request: file.request, changed, different: [], literalsLeft: [], shown: org.request };
}

/** The same text for the same answer, whatever the order of its variables. */
function inOrder({ successTemplate, translationMap, translationMapDefaults }: AuthAction['response']): string {
  const sorted = (map: Readonly<Record<string, string>>) =>
    Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([successTemplate, sorted(translationMap), sorted(translationMapDefaults)]);
}
