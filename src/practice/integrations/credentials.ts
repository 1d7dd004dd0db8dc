import {
  type Call,
  type Json,
  type JsonObject,
  listed,
  PERMISSION,
  pageOf,
  positive,
  Refusal,
  type Route,
  withQuery,
} from '../http/index.ts';
import {
  CREDENTIAL_KINDS,
  credentialKind,
  credentialTypeEntity,
  MASK,
  type PracticeCredential,
  type World,
} from '../world/index.ts';
import { credentialInfo, readCredential } from './credentialBody.ts';

const PATH = '/api/v2/integrations/credentials';
const MAX_LISTING = 200;

/** `/api/v2/integrations/credentials`: values go in, only field names come out. */
export function credentialRoutes(world: World): readonly Route[] {
  const view = { method: 'GET', anyOf: PERMISSION.integrationView, takes: 'nothing' } as const;
  return [
    { ...view, path: PATH, handle: (call) => ({ json: pageOf(call, world.state.credentials, credentialInfo) }) },
    { ...view, path: `${PATH}/listing`, handle: (call) => ({ json: listing(world, call) }) },
    { ...view, path: `${PATH}/types`, handle: () => ({ json: CREDENTIAL_KINDS.map(credentialTypeEntity) }) },
    { ...view, path: `${PATH}/{id}`, handle: (call) => ({ json: redacted(world, world.credential(call.id)) }) },
    {
      method: 'POST',
      path: PATH,
      anyOf: PERMISSION.integrationAdd,
      takes: 'body',
      handle: (call) => ({ json: create(world, call) }),
    },
    {
      method: 'PUT',
      path: `${PATH}/{id}`,
      anyOf: PERMISSION.integrationEdit,
      takes: 'body',
      handle: (call) => ({ json: replace(world, call) }),
    },
    {
      method: 'DELETE',
      path: `${PATH}/{id}`,
      anyOf: PERMISSION.integrationDelete,
      takes: 'nothing',
      handle: (call) => {
        remove(world, call.id);
        return 'nothing';
      },
    },
  ];
}

function create(world: World, call: Call): Json {
  const { name, typeName, values } = readCredential(call.body);
  const time = world.now();
  const credential: PracticeCredential = {
    id: world.newId(),
    ...(name === undefined ? {} : { name }),
    typeName,
    fieldNames: Object.keys(values),
    createdDate: time,
    modifiedDate: time,
  };
  world.putCredential(credential, values);
  return credentialInfo(credential);
}

/** PUT replaces every field: one that is not sent is gone. The type of a credential stays what it is. */
function replace(world: World, call: Call): Json {
  const { id, createdDate, typeName: before } = world.credential(call.id);
  const { name, typeName, values } = readCredential(call.body);
  if (typeName !== before) throw new Refusal(400, 'invalid.value', 'The type of a credential cannot be changed.');
  const credential: PracticeCredential = {
    id,
    ...(name === undefined ? {} : { name }),
    typeName,
    fieldNames: Object.keys(values),
    createdDate,
    modifiedDate: world.now(),
  };
  world.putCredential(credential, values);
  return credentialInfo(credential);
}

/** What the real API does with a bound credential is not known; refusing loses nothing. */
function remove(world: World, id: string): void {
  world.credential(id);
  const bound = world.state.integrations.some(({ config }) => Object.values(config.credentials).includes(id));
  if (bound) throw new Refusal(409, 'general.conflict', 'The credential is in use by an integration.');
  world.removeCredential(id);
}

function redacted(world: World, credential: PracticeCredential): Json {
  const { id, name, typeName, fieldNames } = credential;
  const kind = credentialKind(typeName);
  const credentialFields = Object.fromEntries(fieldNames.map((field) => [field, MASK]));
  return {
    id,
    name,
    type: kind === undefined ? { name: typeName } : credentialTypeEntity(kind),
    ...(world.state.behaviour.redaction === 'masked' ? { credentialFields } : {}),
    selfUri: `${PATH}/${id}`,
  };
}

/** The cursor is an id: `after` gives what follows it, `before` what precedes it, an empty list at either end. */
function listing(world: World, call: Call): JsonObject {
  const pageSize = positive(call.query, 'pageSize', 25);
  if (pageSize > MAX_LISTING) {
    throw new Refusal(400, 'invalid.value', `pageSize must be at most ${MAX_LISTING}.`, { fieldName: 'pageSize' });
  }
  const [after] = listed(call.query, 'after', 1) ?? [];
  const [before] = listed(call.query, 'before', 1) ?? [];
  const sorted = world.state.credentials.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const window = sorted.filter(({ id }) => (!after || id > after) && (!before || id < before));
  const page = before && !after ? window.slice(-pageSize) : window.slice(0, pageSize);
  const first = page[0]?.id;
  const last = page.at(-1)?.id;
  const more = (name: string, id: string) =>
    withQuery({ ...call, query: new URLSearchParams({ pageSize: `${pageSize}` }) }, { [name]: id });
  return {
    entities: page.map(credentialInfo),
    selfUri: withQuery(call, {}),
    ...(last !== undefined && last !== sorted.at(-1)?.id ? { nextUri: more('after', last) } : {}),
    ...(first !== undefined && first !== sorted[0]?.id ? { previousUri: more('before', first) } : {}),
  };
}
