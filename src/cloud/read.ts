import type { BoundCredential, CredentialSummary, IntegrationConfig, IntegrationSummary } from './orgClient.ts';

/** An object of an answer. Anything else reads as one without members: an org that leaves something out is tolerated. */
export type Members = Readonly<Record<string, unknown>>;

export function members(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function integrationIn(value: unknown): IntegrationSummary | undefined {
  const { id, name, integrationType, config } = members(value);
  const known = text(id);
  if (known === undefined) return undefined;
  const typeId = text(members(integrationType).id) ?? '';
  return { id: known, name: text(name) ?? known, typeId, credentials: boundIn(members(members(config).current)) };
}

function boundIn({ credentials }: Members): BoundCredential[] {
  return Object.entries(members(credentials)).flatMap(([slot, bound]) => {
    const { id, typeName } = credentialIn(bound);
    return id === '' ? [] : [{ slot, id, ...(typeName === undefined ? {} : { typeName }) }];
  });
}

/** Field names are kept, whatever stands for their values is not read. */
export function credentialIn(value: unknown): CredentialSummary {
  const { id, name, type, credentialFields } = members(value);
  const typeName = text(members(type).name) ?? text(type);
  const known = text(name);
  return {
    id: text(id) ?? '',
    ...(known === undefined ? {} : { name: known }),
    ...(typeName === undefined ? {} : { typeName }),
    ...(typeof credentialFields === 'object' && credentialFields !== null
      ? { fieldNames: Object.keys(credentialFields) }
      : {}),
  };
}

export function configIn(value: unknown): IntegrationConfig {
  const { version, credentials, ...rest } = members(value);
  const bound = Object.entries(members(credentials)).map(([slot, each]) => {
    const { id, typeName } = credentialIn(each);
    return [slot, { id, ...(typeName === undefined ? {} : { typeName }) }] as const;
  });
  return { version: typeof version === 'number' ? version : 0, credentials: Object.fromEntries(bound), rest };
}
