import {
  badRequest,
  type Call,
  integerMember,
  type Json,
  listed,
  PERMISSION,
  pageOf,
  Refusal,
  type Route,
  stringMember,
  versionConflict,
} from '../http/index.ts';
import { type ActionVersion, found, isInSight, type PracticeAction, type World } from '../world/index.ts';
import { complete, readConfig, readContract, readLabel, readSecure, sameContract } from './actionInput.ts';
import { ACTIONS_PATH, ALL_PARTS, actionEntity, partsAsked, templateText } from './actionViews.ts';

/** `/api/v2/integrations/actions`: published Data Actions. */
export function actionRoutes(world: World): readonly Route[] {
  const view = { method: 'GET', anyOf: PERMISSION.actionView, takes: 'nothing' } as const;
  const one = `${ACTIONS_PATH}/{id}`;
  return [
    { ...view, path: ACTIONS_PATH, handle: (call) => ({ json: list(world, call) }) },
    { ...view, path: one, handle: (call) => ({ json: read(world, call) }) },
    {
      ...view,
      path: `${one}/templates/{file}`,
      handle: (call) => ({ text: templateText(publishedAction(world, call.id).published, call.file) }),
    },
    {
      method: 'POST',
      path: ACTIONS_PATH,
      anyOf: PERMISSION.actionAdd,
      takes: 'body',
      handle: (call) => ({ json: create(world, call) }),
    },
    {
      method: 'PATCH',
      path: one,
      anyOf: PERMISSION.actionEdit,
      takes: 'body',
      handle: (call) => ({ json: update(world, call) }),
    },
    {
      method: 'DELETE',
      path: one,
      anyOf: PERMISSION.actionDelete,
      takes: 'nothing',
      handle: (call) => {
        remove(world, call.id);
        return 'nothing';
      },
    },
  ];
}

/** The action, published or not; a refusal (404) where there is none in sight. */
export function actionInSight(world: World, id: string): PracticeAction {
  return found(world.state.actions.find((action) => action.id === id && isInSight(world.state, action)));
}

/** The action with its published version; a refusal (404) where it has none. */
export function publishedAction(world: World, id: string): PracticeAction & { readonly published: ActionVersion } {
  const action = actionInSight(world, id);
  return { ...action, published: found(action.published) };
}

/** The integration's type behind the id of a body; a refusal (400) where the integration does not exist. */
export function integrationTypeOf(world: World, integrationId: string): string {
  const integration = world.state.integrations.find(({ id }) => id === integrationId);
  if (integration === undefined) throw badRequest('The integration does not exist.', 'integrationId');
  return integration.typeId;
}

/** A refusal where the body's version is not the current one. */
export function checkVersion(world: World, call: Call, current: number): void {
  const sent = integerMember(call.body, 'version');
  if (sent !== current) throw versionConflict(world.state.behaviour.versionConflict, sent, current);
}

function list(world: World, call: Call): Json {
  const { query } = call;
  const ids = listed(query, 'ids', 50);
  const name = query.get('name')?.toLowerCase();
  const category = query.get('category');
  const secure = query.get('secure');
  const parts = { ...partsAsked(call), contract: false };
  const matching = world.state.actions.flatMap((action) => {
    const { published } = action;
    if (published === undefined || !isInSight(world.state, action)) return [];
    const wanted =
      (action.actionType === 'custom' || query.get('includeAuthActions') === 'true') &&
      (ids === undefined || ids.includes(action.id)) &&
      (name === undefined || published.name.toLowerCase().includes(name)) &&
      (category === null || published.category === category) &&
      (secure === null || String(published.secure) === secure);
    return wanted ? [{ action, published }] : [];
  });
  const sorted = sortBy(query, matching, ({ published }) => published.name);
  return pageOf(call, sorted, ({ action, published }) =>
    actionEntity(action, published, `${ACTIONS_PATH}/${action.id}`, parts),
  );
}

function sortBy<T>(query: URLSearchParams, things: readonly T[], key: (thing: T) => string): readonly T[] {
  if (query.get('sortBy') !== 'name') return things;
  const sign = query.get('sortOrder')?.toLowerCase().startsWith('desc') ? -1 : 1;
  return things.toSorted((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -sign : sign));
}

function read(world: World, call: Call): Json {
  const action = publishedAction(world, call.id);
  return actionEntity(action, action.published, `${ACTIONS_PATH}/${action.id}`, partsAsked(call));
}

/** POST publishes at once; a draft is made at `/actions/drafts`. */
function create(world: World, call: Call): Json {
  const integrationId = stringMember(call.body, 'integrationId');
  const typeId = integrationTypeOf(world, integrationId);
  const name = readLabel(call.body, 'name');
  const category = readLabel(call.body, 'category');
  const config = readConfig(call.body, 'custom');
  const contract = readContract(call.body);
  if (!name || !category || !config || !contract) throw badRequest('name, category, config and contract are required.');
  const secure = readSecure(call.body) ?? false;
  const published = complete({ version: 1, name, category, secure, config, contract }, typeId);
  const action: PracticeAction = { id: `custom_-_${world.newId()}`, integrationId, actionType: 'custom', published };
  world.putAction(action);
  return actionEntity(action, published, `${ACTIONS_PATH}/${action.id}`, ALL_PARTS);
}

/** PATCH changes name, category and the whole config of the published version. Its contract is frozen. */
function update(world: World, call: Call): Json {
  const { published, ...rest } = publishedAction(world, call.id);
  checkVersion(world, call, published.version);
  const contract = readContract(call.body);
  if (contract !== undefined && !sameContract(contract, published.contract)) throw contractIsFrozen();
  const changed = complete(
    {
      ...published,
      version: published.version + 1,
      name: readLabel(call.body, 'name') ?? published.name,
      category: readLabel(call.body, 'category') ?? published.category,
      config: readConfig(call.body, rest.actionType) ?? published.config,
    },
    integrationTypeOf(world, rest.integrationId),
  );
  const action: PracticeAction = { ...rest, published: changed };
  world.putAction(action);
  return actionEntity(action, changed, `${ACTIONS_PATH}/${action.id}`, ALL_PARTS);
}

/** A contract that differs from the published one: it can never change again. */
export function contractIsFrozen(): Refusal {
  return badRequest('The contract of a published action cannot be changed.', 'contract');
}

function remove(world: World, id: string): void {
  const { actionType } = actionInSight(world, id);
  if (actionType === 'customAuth') throw new Refusal(400, 'bad.request', 'A custom auth action cannot be deleted.');
  world.update({ actions: world.state.actions.filter((action) => action.id !== id) });
}
