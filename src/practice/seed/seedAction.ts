import type { ActionConfig, ActionVersion } from '../world/index.ts';

/** A published action; its category is its integration's name, as it is when the UI makes one. */
export type SeededAction = Omit<ActionVersion, 'category'>;

/** Any action: its request, and the names of its inputs, all required strings. */
export function action(name: string, request: ActionConfig['request'], inputs: readonly string[]): SeededAction {
  const properties = Object.fromEntries(inputs.map((input) => [input, { type: 'string' }]));
  return {
    version: 1,
    name,
    secure: false,
    config: {
      request,
      response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
    },
    contract: {
      input: { inputSchema: { type: 'object', required: inputs, properties, additionalProperties: true } },
      output: { successSchema: { type: 'object', properties: {}, additionalProperties: true } },
    },
  };
}

/** A GET. */
export function get(
  name: string,
  requestUrlTemplate: string,
  inputs: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): SeededAction {
  const request = { requestUrlTemplate, requestType: 'GET', headers, requestTemplate: '${input.rawRequest}' };
  return action(name, request, inputs);
}

/** A POST that sends its inputs as a JSON object. */
export function post(
  name: string,
  requestUrlTemplate: string,
  inputs: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): SeededAction {
  const members = inputs.map((input) => `"${input}": "$esc.jsonString(\${input.${input}})"`);
  const request = {
    requestUrlTemplate,
    requestType: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    requestTemplate: `{${members.join(', ')}}`,
  };
  return action(name, request, inputs);
}
