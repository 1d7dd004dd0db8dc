import {
  type Call,
  type Json,
  listed,
  objectMember,
  PERMISSION,
  pageOf,
  Refusal,
  type Route,
  stringMember,
} from '../http/index.ts';
import {
  found,
  INTEGRATION_KINDS,
  integrationKind,
  integrationTypeEntity,
  type PracticeIntegration,
  type World,
} from '../world/index.ts';
import { configurationEntity, putConfiguration } from './configuration.ts';

const PATH = '/api/v2/integrations';

/** `/api/v2/integrations`: integrations, their types, and `config/current`. */
export function integrationRoutes(world: World): readonly Route[] {
  const view = { method: 'GET', anyOf: PERMISSION.integrationView, takes: 'nothing' } as const;
  const edit = { anyOf: PERMISSION.integrationEdit, takes: 'body' } as const;
  return [
    { ...view, path: PATH, handle: (call) => ({ json: list(world, call) }) },
    {
      ...view,
      path: `${PATH}/types`,
      handle: (call) => ({ json: pageOf(call, INTEGRATION_KINDS, integrationTypeEntity) }),
    },
    {
      ...view,
      path: `${PATH}/types/{id}`,
      handle: (call) => ({ json: integrationTypeEntity(found(integrationKind(call.id))) }),
    },
    { ...view, path: `${PATH}/{id}`, handle: (call) => ({ json: entity(world, world.integration(call.id), call) }) },
    {
      ...view,
      path: `${PATH}/{id}/config/current`,
      handle: (call) => ({ json: configurationEntity(world, world.integration(call.id)) }),
    },
    {
      ...edit,
      method: 'PUT',
      path: `${PATH}/{id}/config/current`,
      handle: (call) => ({ json: configurationEntity(world, putConfiguration(world, call)) }),
    },
    { ...edit, method: 'PATCH', path: `${PATH}/{id}`, handle: (call) => ({ json: setState(world, call) }) },
    {
      method: 'POST',
      path: PATH,
      anyOf: PERMISSION.integrationAdd,
      takes: 'body',
      handle: (call) => ({ json: create(world, call) }),
    },
  ];
}

function list(world: World, call: Call): Json {
  const ids = listed(call.query, 'ids', 100);
  const type = call.query.get('integrationType');
  const credentialId = call.query.get('credentialId');
  const reported = call.query.get('reportedState');
  const matching = world.state.integrations.filter(
    (integration) =>
      (ids === undefined || ids.includes(integration.id)) &&
      (type === null || integration.typeId === type) &&
      (credentialId === null || Object.values(integration.config.credentials).includes(credentialId)) &&
      (reported === null || reportedCode(integration) === reported),
  );
  return pageOf(call, matching, (integration) => entity(world, integration, call));
}

/** A new integration starts disabled, with an empty slot, as in the real org. */
function create(world: World, call: Call): Json {
  const kind = integrationKind(stringMember(objectMember(call.body, 'integrationType'), 'id'));
  if (kind === undefined) throw new Refusal(400, 'invalid.value', 'The integration type does not exist.');
  const name = stringMember(call.body, 'name');
  const integration: PracticeIntegration = {
    id: world.newId(),
    typeId: kind.id,
    intendedState: 'DISABLED',
    stateChanged: world.now(),
    config: { version: 1, name, notes: '', properties: {}, advanced: {}, credentials: {} },
  };
  world.putIntegration(integration);
  return entity(world, integration, call);
}

function setState(world: World, call: Call): Json {
  const integration = world.integration(call.id);
  const intendedState = stringMember(call.body, 'intendedState');
  if (intendedState !== 'ENABLED' && intendedState !== 'DISABLED') {
    throw new Refusal(400, 'invalid.value', 'intendedState must be ENABLED or DISABLED.', {
      fieldName: 'intendedState',
    });
  }
  const changed = { ...integration, intendedState, stateChanged: world.now() } as const;
  world.putIntegration(changed);
  return entity(world, changed, call);
}

function entity(world: World, integration: PracticeIntegration, call: Call): Json {
  const { id, typeId, intendedState, stateChanged, config } = integration;
  const kind = integrationKind(typeId);
  const expanded = listed(call.query, 'expand', 20)?.includes('config.current') ?? false;
  return {
    id,
    name: config.name,
    integrationType: kind === undefined ? { id: typeId } : integrationTypeEntity(kind),
    notes: config.notes,
    intendedState,
    ...(expanded ? { config: { current: configurationEntity(world, integration) } } : {}),
    reportedState: { code: reportedCode(integration), effective: 'Current', lastUpdated: stateChanged },
    attributes: {},
    selfUri: `${PATH}/${id}`,
  };
}

function reportedCode({ intendedState, isFailing }: PracticeIntegration): 'ACTIVE' | 'ERROR' | 'INACTIVE' {
  if (intendedState === 'DISABLED') return 'INACTIVE';
  return isFailing ? 'ERROR' : 'ACTIVE';
}
