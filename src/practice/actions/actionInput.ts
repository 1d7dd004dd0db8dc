import {
  badRequest,
  integerMember,
  isObject,
  type JsonObject,
  objectMember,
  optionalString,
  stringMap,
} from '../http/index.ts';
import type { ActionConfig, ActionContract, ActionDraft, ActionVersion, PracticeAction } from '../world/index.ts';

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']);

/** A name or category: 1 to 256 characters; a refusal (400) otherwise, `undefined` where it is not sent. */
export function readLabel(body: JsonObject, name: 'name' | 'category'): string | undefined {
  const label = optionalString(body, name);
  if (label === undefined) return undefined;
  if (label.trim() === '' || label.length > 256) throw badRequest(`${name} must have 1 to 256 characters.`, name);
  return label;
}

/** `secure`, `undefined` where it is not sent; a refusal (400) where it is not a boolean. */
export function readSecure(body: JsonObject): boolean | undefined {
  const { secure } = body;
  if (secure === undefined || typeof secure === 'boolean') return secure;
  throw badRequest('secure must be a boolean.', 'secure');
}

/**
 * An action's `config`, missing members filled as the UI fills them; `undefined` where it is not sent. Templates are text:
 * the `…TemplateUri` of a GET sent back without the text would lose the template, so it is refused (400).
 */
export function readConfig(body: JsonObject, actionType: PracticeAction['actionType']): ActionConfig | undefined {
  if (body.config === undefined) return undefined;
  const config = objectMember(body, 'config');
  const request = config.request === undefined ? {} : objectMember(config, 'request');
  const response = config.response === undefined ? {} : objectMember(config, 'response');
  return {
    ...readTimeout(config, actionType),
    request: {
      requestUrlTemplate: optionalString(request, 'requestUrlTemplate') ?? '',
      requestType: optionalString(request, 'requestType') ?? '',
      headers: stringMap(request, 'headers'),
      requestTemplate: readTemplate(request, 'requestTemplate', '${input.rawRequest}'),
    },
    response: {
      translationMap: stringMap(response, 'translationMap'),
      translationMapDefaults: stringMap(response, 'translationMapDefaults'),
      successTemplate: readTemplate(response, 'successTemplate', '${rawResult}'),
    },
  };
}

/** An action's `contract` with its two schemas, `undefined` where it is not sent; a refusal (400) where a schema is no object. */
export function readContract(body: JsonObject): ActionContract | undefined {
  if (body.contract === undefined) return undefined;
  const contract = objectMember(body, 'contract');
  const inputSchema = objectMember(objectMember(contract, 'input'), 'inputSchema');
  const successSchema = objectMember(objectMember(contract, 'output'), 'successSchema');
  return { input: { inputSchema }, output: { successSchema } };
}

/** What keeps a draft from being published, as sentences; a function's request has no URL. */
export function problemsOf(draft: ActionDraft, integrationType: string): readonly string[] {
  const problems: string[] = [];
  if (draft.category === '') problems.push('The action has no category.');
  if (draft.contract === undefined) problems.push('The action has no contract.');
  if (draft.config === undefined) return [...problems, 'The action has no configuration.'];
  const { requestType, requestUrlTemplate } = draft.config.request;
  if (!METHODS.has(requestType)) problems.push('requestType must be a known HTTP method.');
  if (requestUrlTemplate === '' && integrationType !== 'function-data-actions') {
    problems.push('requestUrlTemplate must not be empty.');
  }
  return problems;
}

/** The draft as a version if nothing keeps it from being published; a refusal (400) naming the first problem otherwise. */
export function complete(draft: ActionDraft, integrationType: string): ActionVersion {
  const { config, contract } = draft;
  const [problem] = problemsOf(draft, integrationType);
  if (problem !== undefined) throw badRequest(problem);
  if (config === undefined || contract === undefined) throw badRequest('The action is incomplete.');
  return { ...draft, config, contract };
}

/** Whether two contracts say the same, whatever the order of their members. */
export function sameContract(a: ActionContract, b: ActionContract): boolean {
  return canonical(a) === canonical(b);
}

function readTemplate(part: JsonObject, name: string, standard: string): string {
  if (part[`${name}Uri`] !== undefined && part[name] === undefined) {
    throw badRequest(`${name} must be sent as text; a URI is not accepted.`, name);
  }
  return optionalString(part, name) ?? standard;
}

function readTimeout(config: JsonObject, actionType: PracticeAction['actionType']): { timeoutSeconds?: number } {
  if (config.timeoutSeconds === undefined || config.timeoutSeconds === null) return {};
  if (actionType === 'customAuth') throw badRequest('timeoutSeconds is not allowed here.', 'timeoutSeconds');
  const timeoutSeconds = integerMember(config, 'timeoutSeconds');
  if (timeoutSeconds < 1 || timeoutSeconds > 60) throw badRequest('timeoutSeconds must be 1 to 60.', 'timeoutSeconds');
  return { timeoutSeconds };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isObject(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}
