import type { NewCredential } from './orgClient.ts';

/** What the API takes for a credential, with the values in it: made for one request and kept nowhere. */
export function credentialBody({ name, typeName, fields }: NewCredential): object {
  const credentialFields = Object.fromEntries(fields.map((field) => [field.name, field.value.reveal()]));
  return { name, type: { name: typeName }, credentialFields };
}
