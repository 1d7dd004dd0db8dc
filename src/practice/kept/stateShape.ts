import type { PracticeState } from '../world/index.ts';
import { count, flag, jsonObject, list, number, object, oneOf, record, type Shape, ShapeError, text } from './shape.ts';

const config = object(
  {
    request: object({ requestUrlTemplate: text, requestType: text, headers: record(text), requestTemplate: text }),
    response: object({ translationMap: record(text), translationMapDefaults: record(text), successTemplate: text }),
  },
  { timeoutSeconds: number },
);

const contract = object({
  input: object({ inputSchema: jsonObject }),
  output: object({ successSchema: jsonObject }),
});

const label = { version: count, name: text, category: text, secure: flag };

const integration = object(
  {
    id: text,
    typeId: text,
    intendedState: oneOf('ENABLED', 'DISABLED'),
    stateChanged: text,
    config: object({
      version: count,
      name: text,
      notes: text,
      properties: jsonObject,
      advanced: jsonObject,
      credentials: record(text),
    }),
  },
  { isFailing: oneOf(true) },
);

const credential = object(
  { id: text, typeName: text, fieldNames: list(text), createdDate: text, modifiedDate: text },
  { name: text },
);

const action = object(
  { id: text, integrationId: text, actionType: oneOf('custom', 'customAuth') },
  { published: object({ ...label, config, contract }), draft: object(label, { config, contract }) },
);

const members = object({
  format: oneOf(1),
  organization: object({ id: text, name: text }),
  behaviour: object({ versionConflict: oneOf(409, 400), redaction: oneOf('masked', 'omitted') }),
  integrations: list(integration),
  credentials: list(credential),
  actions: list(action),
});

/**
 * A whole state, from where anybody may have written it: of the right shape, no two things of one id, no action without its
 * integration. What a binding names need not be there: a credential may be gone.
 */
export const stateShape: Shape<PracticeState> = (value) => {
  const state = members(value);
  for (const things of [state.integrations, state.credentials, state.actions]) unlike(things.map(({ id }) => id));
  const ids = new Set(state.integrations.map(({ id }) => id));
  if (state.actions.some(({ integrationId }) => !ids.has(integrationId))) throw new ShapeError('no integration');
  return state as PracticeState;
};

function unlike(ids: readonly string[]): void {
  if (new Set(ids).size !== ids.length) throw new ShapeError('two of one id');
}
