import {
  badRequest,
  type JsonObject,
  objectMember,
  optionalString,
  Refusal,
  stringMap,
  stringMember,
} from '../http/index.ts';
import { type CredentialKind, credentialKind, type PracticeCredential } from '../world/index.ts';

/** What a POST or PUT of a credential says. */
export interface CredentialInput {
  readonly name: string | undefined;
  readonly typeName: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Reads the body `{ name?, type: { name }, credentialFields }`. Refused (400): a type that is no object or not known, values
 * that are no strings, required fields missing or empty, fields a fixed type does not have, a credential without any field.
 */
export function readCredential(body: JsonObject): CredentialInput {
  const name = optionalString(body, 'name');
  const kind = credentialKind(stringMember(objectMember(body, 'type'), 'name'));
  if (kind === undefined) throw invalid('The credential type does not exist.', 'type');
  objectMember(body, 'credentialFields');
  const values = stringMap(body, 'credentialFields');
  checkFields(kind, values);
  return { name, typeName: kind.name, values };
}

/** The API's `CredentialInfo`: the answer of POST and PUT and the entity of listings. No fields. */
export function credentialInfo({ id, name, typeName, createdDate, modifiedDate }: PracticeCredential): JsonObject {
  const selfUri = `/api/v2/integrations/credentials/${id}`;
  return { id, name, createdDate, modifiedDate, type: { id: typeName, name: typeName }, selfUri };
}

function checkFields(kind: CredentialKind, values: Readonly<Record<string, string>>): void {
  for (const field of kind.required) {
    if (!values[field]) throw invalid(`The credential field ${field} is required.`, field);
  }
  const names = Object.keys(values);
  if (names.length === 0) throw badRequest('credentialFields must have at least one field.', 'credentialFields');
  if (names.includes('')) throw badRequest('A credential field must have a name.', 'credentialFields');
  if (!kind.freeFields && names.some((field) => !kind.fields.includes(field))) {
    throw invalid('credentialFields has a field this credential type does not know.', 'credentialFields');
  }
}

function invalid(message: string, fieldName: string): Refusal {
  return new Refusal(400, 'invalid.value', message, { fieldName });
}
