import type IntegrationsApi from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/IntegrationsApi.js';
import { CloudError } from './cloudError.ts';
import type { ActionInput, ActionTest, ActionUnderTest, TestedVersion } from './orgClient.ts';
import { list, members, text } from './read.ts';

/** Names and codes as the API has them. Anything else may quote what was sent, and is not kept. */
const STEP_NAME = /^[A-Za-z][A-Za-z ]{0,59}$/;
const ERROR_CODE = /^[A-Za-z][A-Za-z0-9_.-]{0,59}$/;

/** The action with its input contract. */
export function askForAction(api: IntegrationsApi, id: string, version: TestedVersion): Promise<unknown> {
  const parts = { includeConfig: true, expand: 'contract' };
  return version === 'draft' ? api.getIntegrationsActionDraft(id, parts) : api.getIntegrationsAction(id, parts);
}

export function askForTest(api: IntegrationsApi, id: string, version: TestedVersion, inputs: object): Promise<unknown> {
  return version === 'draft'
    ? api.postIntegrationsActionDraftTest(id, inputs)
    : api.postIntegrationsActionTest(id, inputs);
}

/**
 * What the test of an action needs, of its published version or its draft.
 * @throws CloudError when the answer is no action
 */
export function actionUnderTestIn(answer: unknown): ActionUnderTest {
  const { id, config, contract } = members(answer);
  if (text(id) === undefined) throw new CloudError('network');
  const { requestUrlTemplate, requestType } = members(members(config).request);
  const schema = members(members(members(contract).input).inputSchema);
  const required = new Set(list(schema.required));
  const inputs = Object.entries(members(schema.properties)).map(([name, property]): ActionInput => {
    const type = text(members(property).type);
    return { name, required: required.has(name), ...(type === undefined ? {} : { type }) };
  });
  return { url: text(requestUrlTemplate) ?? '', method: text(requestType) ?? '', inputs };
}

/**
 * How a test ended. Of each step its name, its success and the code of its error: results hold requests, answers and values.
 * @throws CloudError when the answer does not say how it ended
 */
export function actionTestIn(answer: unknown): ActionTest {
  const { success, operations, error } = members(answer);
  if (typeof success !== 'boolean') throw new CloudError('network');
  const steps = list(operations).map((each) => {
    const step = members(each);
    const [name, code] = [text(step.name), codeIn(step.error)];
    return {
      ...(name !== undefined && STEP_NAME.test(name) ? { name } : {}),
      success: step.success === true,
      ...(code === undefined ? {} : { code }),
    };
  });
  const code = codeIn(error);
  return { success, steps, ...(code === undefined ? {} : { code }) };
}

function codeIn(error: unknown): string | undefined {
  const code = text(members(error).code);
  return code !== undefined && ERROR_CODE.test(code) ? code : undefined;
}
