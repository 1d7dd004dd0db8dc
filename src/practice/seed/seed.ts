import {
  type CredentialValues,
  credentialKind,
  integrationKind,
  type PracticeCredential,
  type PracticeIntegration,
  type PracticeState,
  withCustomAuth,
} from '../world/index.ts';
import { SEEDED_INTEGRATIONS, type SeededIntegration } from './seedIntegrations.ts';

/** A fresh sample org and the generated values of its credentials. */
export interface Seed {
  readonly state: PracticeState;
  readonly values: CredentialValues;
}

export interface SeedOptions {
  readonly newId: () => string;
  /** ISO time. */
  readonly now: () => string;
  /** Of the org. */
  readonly name?: string;
}

/** Builds the sample org. Every id and every credential value comes from `newId`: no two orgs share one, none is in the source. */
export function seedPracticeOrg(options: SeedOptions): Seed {
  const { newId, now, name: organizationName = 'Practice Org (contact center)' } = options;
  const time = now();
  const values = new Map<string, Readonly<Record<string, string>>>();
  let state: PracticeState = {
    format: 1,
    organization: { id: newId(), name: organizationName },
    behaviour: { versionConflict: 409, redaction: 'masked' },
    integrations: [],
    credentials: [],
    actions: [],
  };
  for (const { name, typeId, credential: held, actions, trouble } of SEEDED_INTEGRATIONS) {
    const id = newId();
    const credential = held && seededCredential(newId(), `Integration-${id}`, held, time);
    if (credential) values.set(credential.id, generate(credential, newId));
    const integration: PracticeIntegration = {
      ...seededIntegration(id, typeId, name, credential?.id, time),
      ...(trouble === 'disabled' && { intendedState: 'DISABLED' }),
      ...(trouble === 'error' && { isFailing: true }),
    };
    state = {
      ...state,
      integrations: [...state.integrations, integration],
      credentials: credential ? [...state.credentials, credential] : state.credentials,
      actions: [
        ...state.actions,
        ...actions.map((published) => ({
          id: `custom_-_${newId()}`,
          integrationId: id,
          actionType: 'custom' as const,
          published: { ...published, category: name },
        })),
      ],
    };
    state = { ...state, actions: withCustomAuth(state, integration) };
  }
  return { state, values };
}

function seededCredential(
  id: string,
  name: string,
  held: NonNullable<SeededIntegration['credential']>,
  time: string,
): PracticeCredential {
  const fieldNames = held.fields ?? credentialKind(held.typeName)?.fields ?? [];
  return { id, name, typeName: held.typeName, fieldNames, createdDate: time, modifiedDate: time };
}

function seededIntegration(
  id: string,
  typeId: string,
  name: string,
  credentialId: string | undefined,
  time: string,
): PracticeIntegration {
  const slot = integrationKind(typeId)?.slot;
  const credentials = slot !== undefined && credentialId !== undefined ? { [slot]: credentialId } : {};
  return {
    id,
    typeId,
    intendedState: 'ENABLED',
    stateChanged: time,
    config: { version: 1, name, notes: '', properties: {}, advanced: {}, credentials },
  };
}

function generate({ fieldNames }: PracticeCredential, newId: () => string): Readonly<Record<string, string>> {
  const of = (field: string) => (field === 'loginUrl' ? 'https://identity.northwind-air.example/oauth/token' : newId());
  return Object.fromEntries(fieldNames.map((field) => [field, of(field)]));
}
