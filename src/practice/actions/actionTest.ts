import {
  badRequest,
  type Call,
  errorBody,
  isObject,
  type Json,
  type JsonObject,
  PERMISSION,
  type Route,
} from '../http/index.ts';
import { type ActionContract, type ActionDraft, found, type PracticeAction, type World } from '../world/index.ts';
import { publishedAction } from './actions.ts';
import { ACTIONS_PATH } from './actionViews.ts';
import { draftAction } from './drafts.ts';
import { type RenderedRequest, renderSteps, requestOf, type Step } from './renderedRequest.ts';
import { templateScope } from './templateScope.ts';

/** A rendered request, or the step that failed and why. */
export type RenderOutcome =
  | { readonly ok: true; readonly request: RenderedRequest }
  | { readonly ok: false; readonly step: string; readonly error: string };

/** `POST …/test` and `…/draft/test`. Nothing is sent: the last step shows the request, with stored values masked. */
export function testRoutes(world: World): readonly Route[] {
  const execute = { method: 'POST', anyOf: PERMISSION.actionExecute, takes: 'body' } as const;
  return [
    {
      ...execute,
      path: `${ACTIONS_PATH}/{id}/test`,
      handle: (call) => {
        const action = publishedAction(world, call.id);
        return { json: test(world, action, action.published, call) };
      },
    },
    {
      ...execute,
      path: `${ACTIONS_PATH}/{id}/draft/test`,
      handle: (call) => {
        const action = draftAction(world, call.id);
        return { json: test(world, action, action.draft, call) };
      },
    },
  ];
}

/** The request of a published action with the real values: for tests only, never part of an answer. */
export function renderWithValues(world: World, actionId: string, input: JsonObject): RenderOutcome {
  const action = publishedAction(world, actionId);
  const { config } = action.published;
  const steps = renderSteps(world.render, config, templateScope(world, action), input, 'real');
  const request = requestOf(steps);
  if (request !== undefined) return { ok: true, request };
  const failed = steps.at(-1);
  return {
    ok: false,
    step: failed?.name ?? '',
    error: failed && 'error' in failed.outcome ? failed.outcome.error : '',
  };
}

function test(world: World, action: PracticeAction, { config, contract }: ActionDraft, { body }: Call): Json {
  const inputError = contract === undefined ? undefined : inputProblem(contract, body);
  const validated: Step = {
    name: 'Validate input against schema',
    outcome: inputError === undefined ? { part: {} } : { error: inputError },
  };
  if (inputError !== undefined) return result(world, [validated]);
  const steps = renderSteps(world.render, found(config), templateScope(world, action), body, 'masked');
  const request = requestOf(steps);
  return result(world, [validated, ...steps], request);
}

function result(world: World, steps: readonly Step[], request?: RenderedRequest): Json {
  const operations: JsonObject[] = steps.map(({ name, outcome }, index) => ({
    step: index + 1,
    name,
    success: !('error' in outcome),
    ...('error' in outcome
      ? { error: errorBody(badRequest(outcome.error), world.newId()) }
      : { result: { ...outcome.part } }),
  }));
  if (request === undefined) return { operations, error: operations.at(-1)?.error, success: false };
  const last = { note: 'Practice org: nothing was sent. This is the request it would send.', request: { ...request } };
  operations.push({ step: operations.length + 1, name: 'Execute request', success: true, result: last });
  return { operations, finalResult: last, success: true };
}

/** The first rule of the input contract the input breaks; top-level `required` and plain types only. */
function inputProblem({ input }: ActionContract, sent: JsonObject): string | undefined {
  const { required, properties } = input.inputSchema;
  const missing =
    Array.isArray(required) && required.some((name) => typeof name === 'string' && sent[name] === undefined);
  if (missing) return 'A required input is missing.';
  if (!isObject(properties)) return undefined;
  const wrong = Object.entries(properties).some(
    ([name, schema]) => sent[name] !== undefined && isObject(schema) && !fits(sent[name], schema.type),
  );
  return wrong ? 'An input does not have the type its contract demands.' : undefined;
}

function fits(value: Json, type: Json | undefined): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return type === 'string' || type === 'number' || type === 'boolean' ? typeof value === type : true;
}
