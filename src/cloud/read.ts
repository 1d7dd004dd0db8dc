import { CloudError } from './cloudError.ts';
import type {
  BoundCredential,
  CredentialSummary,
  Identity,
  IntegrationConfig,
  IntegrationSummary,
} from './orgClient.ts';

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

/** The JSON of an answer; `undefined` where it is none. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * What a listing lists.
 * @throws CloudError when the answer is no listing: an unreadable answer must not pass for "nothing uses it"
 */
export function entitiesIn(answer: unknown): readonly Members[] {
  const { entities } = members(answer);
  if (!Array.isArray(entities)) throw new CloudError('network');
  return entities.map(members);
}

export function integrationIn(value: unknown): IntegrationSummary | undefined {
  const { id, name, integrationType, intendedState, reportedState } = members(value);
  const known = text(id);
  if (known === undefined) return undefined;
  const typeId = text(members(integrationType).id) ?? '';
  const trouble = troubleIn(intendedState, members(reportedState).code);
  const credentials = bindingsIn(value) ?? [];
  return { id: known, name: text(name) ?? known, typeId, credentials, ...(trouble && { trouble }) };
}

function troubleIn(intended: unknown, reported: unknown): IntegrationSummary['trouble'] {
  if (intended === 'DISABLED') return 'disabled';
  return reported === 'ERROR' ? 'error' : undefined;
}

/** What the slots of an integration hold; `undefined` where the org does not show its configuration. */
export function bindingsIn(value: unknown): readonly BoundCredential[] | undefined {
  const { credentials } = members(members(members(value).config).current);
  if (typeof credentials !== 'object' || credentials === null) return undefined;
  return Object.entries(credentials).flatMap(([slot, bound]) => {
    const { id, typeName } = credentialIn(bound);
    return id === '' ? [] : [{ slot, id, ...(typeName === undefined ? {} : { typeName }) }];
  });
}

/** Field names are kept, whatever stands for their values is not read. No names at all means that the org shows none. */
export function credentialIn(value: unknown): CredentialSummary {
  const { id, name, type, credentialFields } = members(value);
  const typeName = text(members(type).name) ?? text(type);
  const known = text(name);
  const fieldNames = Object.keys(members(credentialFields));
  return {
    id: text(id) ?? '',
    ...(known === undefined ? {} : { name: known }),
    ...(typeName === undefined ? {} : { typeName }),
    ...(fieldNames.length === 0 ? {} : { fieldNames }),
  };
}

/**
 * A credential that was asked for.
 * @throws CloudError when the answer is none
 */
export function oneCredentialIn(answer: unknown): CredentialSummary {
  const credential = credentialIn(answer);
  if (credential.id === '') throw new CloudError('network');
  return credential;
}

/**
 * The configuration of an integration.
 * @throws CloudError when the answer is none: an unreadable one must not pass for one with empty slots, to be sent back
 */
export function configIn(answer: unknown): IntegrationConfig {
  const { version, credentials, ...rest } = members(answer);
  if (typeof version !== 'number') throw new CloudError('network');
  const bound = Object.entries(members(credentials)).flatMap(([slot, each]) => {
    if (each === null) return [];
    const { id, typeName } = credentialIn(each);
    return [[slot, { id, ...(typeName === undefined ? {} : { typeName }) }] as const];
  });
  return { version, credentials: Object.fromEntries(bound), rest };
}

/** Who is signed in, from what the org says of the user and of the token. */
export function identityIn(user: Members = {}, token: Members = {}): Identity {
  const { id, name } = members(token.organization);
  const [orgId, userName, oauthClient] = [text(id), text(user.name), text(members(token.OAuthClient).name)];
  return {
    ...(orgId === undefined ? {} : { organization: { id: orgId, name: text(name) ?? orgId } }),
    ...(userName === undefined ? {} : { user: userName }),
    ...(oauthClient === undefined ? {} : { oauthClient }),
  };
}
