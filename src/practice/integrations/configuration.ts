import {
  type Call,
  integerMember,
  isObject,
  type JsonObject,
  objectMember,
  Refusal,
  stringMember,
  versionConflict,
} from '../http/index.ts';
import { integrationKind, type PracticeIntegration, type World, withCustomAuth } from '../world/index.ts';
import { credentialInfo } from './credentialBody.ts';

/** The API's `IntegrationConfiguration`, with each bound credential as `CredentialInfo`. */
export function configurationEntity(world: World, { id, config }: PracticeIntegration): JsonObject {
  const bound = Object.entries(config.credentials).map(([slot, credentialId]) => {
    const credential = world.state.credentials.find((other) => other.id === credentialId);
    return [slot, credential === undefined ? { id: credentialId } : credentialInfo(credential)];
  });
  const { version, name, notes, properties, advanced } = config;
  const selfUri = `/api/v2/integrations/${id}/config/current`;
  return { id, name, version, properties, advanced, notes, credentials: Object.fromEntries(bound), selfUri };
}

/**
 * `PUT …/config/current` replaces the whole configuration: a slot that is not sent is emptied. All six members are
 * required, the version must be the current one, and a slot takes only the credential types its integration type names.
 * Binding a User Defined (OAuth) credential brings the custom auth action into being.
 */
export function putConfiguration(world: World, call: Call): PracticeIntegration {
  const integration = world.integration(call.id);
  const name = stringMember(call.body, 'name');
  if (name.trim() === '') throw new Refusal(400, 'invalid.value', 'name must not be empty.', { fieldName: 'name' });
  const sent = integerMember(call.body, 'version');
  const notes = stringMember(call.body, 'notes');
  const properties = objectMember(call.body, 'properties');
  const advanced = objectMember(call.body, 'advanced');
  const credentials = readSlots(world, integration.typeId, objectMember(call.body, 'credentials'));
  const current = integration.config.version;
  if (sent !== current) throw versionConflict(world.state.behaviour.versionConflict, sent, current);
  const changed: PracticeIntegration = {
    ...integration,
    config: { version: current + 1, name, notes, properties, advanced, credentials },
  };
  world.putIntegration(changed);
  world.update({ actions: withCustomAuth(world.state, changed) });
  return changed;
}

function readSlots(world: World, typeId: string, sent: JsonObject): Readonly<Record<string, string>> {
  const kind = integrationKind(typeId);
  const slots = Object.entries(sent).map(([slot, value]): [string, string] => {
    if (kind?.slot !== slot) throw refused('The integration type has no such credential slot.');
    if (!isObject(value)) throw refused('A credential slot must hold an object with the credential id.');
    const id = stringMember(value, 'id');
    const credential = world.state.credentials.find((other) => other.id === id);
    if (credential === undefined) throw refused('The credential does not exist.');
    if (!kind.credentialTypes.includes(credential.typeName)) {
      throw refused('The slot does not take a credential of this type.');
    }
    return [slot, id];
  });
  return Object.fromEntries(slots);
}

function refused(message: string): Refusal {
  return new Refusal(400, 'invalid.value', message, { fieldName: 'credentials' });
}
