import { badRequest, type Call, errorBody, type Json, PERMISSION, type Route, stringMember } from '../http/index.ts';
import { type ActionDraft, found, type PracticeAction, type World } from '../world/index.ts';
import { complete, problemsOf, readConfig, readContract, readLabel, readSecure, sameContract } from './actionInput.ts';
import { actionInSight, checkVersion, contractIsFrozen, integrationTypeOf, publishedAction } from './actions.ts';
import { ACTIONS_PATH, ALL_PARTS, actionEntity, partsAsked, templateText } from './actionViews.ts';

/** `/api/v2/integrations/actions/drafts` and `…/{id}/draft`: changes of an action before they are published. */
export function draftRoutes(world: World): readonly Route[] {
  const view = { method: 'GET', anyOf: PERMISSION.actionView, takes: 'nothing' } as const;
  const edit = { anyOf: PERMISSION.actionEdit } as const;
  const one = `${ACTIONS_PATH}/{id}/draft`;
  return [
    { ...view, path: one, handle: (call) => ({ json: read(world, call) }) },
    {
      ...view,
      path: `${one}/templates/{file}`,
      handle: (call) => ({ text: templateText(draftAction(world, call.id).draft, call.file) }),
    },
    { ...view, ...edit, path: `${one}/validation`, handle: (call) => ({ json: validate(world, call) }) },
    {
      method: 'POST',
      path: `${ACTIONS_PATH}/drafts`,
      anyOf: PERMISSION.actionAdd,
      takes: 'body',
      handle: (call) => ({ json: create(world, call) }),
    },
    { ...edit, method: 'POST', path: one, takes: 'nothing', handle: (call) => ({ json: start(world, call) }) },
    {
      method: 'DELETE',
      path: one,
      anyOf: PERMISSION.actionDelete,
      takes: 'nothing',
      handle: (call) => {
        discard(world, call);
        return 'nothing';
      },
    },
    { ...edit, method: 'PATCH', path: one, takes: 'body', handle: (call) => ({ json: update(world, call) }) },
    {
      ...edit,
      method: 'POST',
      path: `${one}/publish`,
      takes: 'body',
      handle: (call) => ({ json: publish(world, call) }),
    },
  ];
}

/** The action with its draft; a refusal (404) where it has none. */
export function draftAction(world: World, id: string): PracticeAction & { readonly draft: ActionDraft } {
  const action = actionInSight(world, id);
  return { ...action, draft: found(action.draft) };
}

function read(world: World, call: Call): Json {
  const action = draftAction(world, call.id);
  return actionEntity(action, action.draft, `${ACTIONS_PATH}/${action.id}/draft`, partsAsked(call));
}

/** A new action that is only a draft: name and integration suffice. */
function create(world: World, call: Call): Json {
  const integrationId = stringMember(call.body, 'integrationId');
  integrationTypeOf(world, integrationId);
  const name = readLabel(call.body, 'name');
  if (name === undefined) throw badRequest('name is required.', 'name');
  const category = readLabel(call.body, 'category') ?? world.integration(integrationId).config.name;
  const blank = { version: 1, name, category, secure: false };
  const action: PracticeAction = { id: `custom_-_${world.newId()}`, integrationId, actionType: 'custom' };
  return save(world, action, changedBy(blank, call, 'custom'));
}

/** A draft of the published version; a draft that is already there is given as it is. */
function start(world: World, call: Call): Json {
  const { published, draft, ...rest } = publishedAction(world, call.id);
  return save(world, { ...rest, published }, draft ?? published);
}

/** Throws the draft away; an action that is only a draft goes with it. */
function discard(world: World, call: Call): void {
  const { draft: _draft, ...rest } = draftAction(world, call.id);
  if (rest.published) world.putAction(rest);
  else world.update({ actions: world.state.actions.filter(({ id }) => id !== rest.id) });
}

function update(world: World, call: Call): Json {
  const { draft, ...rest } = draftAction(world, call.id);
  checkVersion(world, call, draft.version);
  const changed = changedBy({ ...draft, version: draft.version + 1 }, call, rest.actionType);
  const frozen = rest.published?.contract;
  if (frozen !== undefined && changed.contract !== undefined && !sameContract(frozen, changed.contract)) {
    throw contractIsFrozen();
  }
  return save(world, rest, changed);
}

function changedBy(draft: ActionDraft, { body }: Call, actionType: PracticeAction['actionType']): ActionDraft {
  const config = readConfig(body, actionType) ?? draft.config;
  const contract = readContract(body) ?? draft.contract;
  return {
    version: draft.version,
    name: readLabel(body, 'name') ?? draft.name,
    category: readLabel(body, 'category') ?? draft.category,
    secure: readSecure(body) ?? draft.secure,
    ...(config === undefined ? {} : { config }),
    ...(contract === undefined ? {} : { contract }),
  };
}

function validate(world: World, call: Call): Json {
  const { draft, integrationId } = draftAction(world, call.id);
  const problems = problemsOf(draft, integrationTypeOf(world, integrationId));
  const errors = problems.map((problem) => errorBody(badRequest(problem), world.newId()));
  return { valid: errors.length === 0, errors };
}

function publish(world: World, call: Call): Json {
  const { draft, published, ...rest } = draftAction(world, call.id);
  checkVersion(world, call, draft.version);
  const version = Math.max(draft.version, published?.version ?? 0) + 1;
  const next = complete({ ...draft, version }, integrationTypeOf(world, rest.integrationId));
  const action: PracticeAction = { ...rest, published: next };
  world.putAction(action);
  return actionEntity(action, next, `${ACTIONS_PATH}/${action.id}`, ALL_PARTS);
}

function save(world: World, action: PracticeAction, draft: ActionDraft): Json {
  world.putAction({ ...action, draft });
  return actionEntity(action, draft, `${ACTIONS_PATH}/${action.id}/draft`, ALL_PARTS);
}
