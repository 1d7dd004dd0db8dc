import type { JsonObject } from '../http/index.ts';

/** A kind of credential: its fields in display order, the required ones, and whether authors may name fields themselves. */
export interface CredentialKind {
  readonly name: string;
  readonly fields: readonly string[];
  readonly required: readonly string[];
  readonly freeFields: boolean;
}

/** A kind of integration: the single credential slot of its configuration and what fits into it. */
export interface IntegrationKind {
  readonly id: string;
  readonly name: string;
  readonly slot: string;
  readonly slotTitle: string;
  readonly credentialTypes: readonly string[];
}

/** The credential types Data Action integrations use. Fields: CX as Code examples and Genesys' integration modules. */
export const CREDENTIAL_KINDS: readonly CredentialKind[] = [
  { name: 'userDefined', fields: [], required: [], freeFields: true },
  { name: 'userDefinedOAuth', fields: [], required: [], freeFields: true },
  { name: 'basicAuth', fields: ['userName', 'password'], required: ['userName'], freeFields: false },
  fixed('pureCloudOAuthClient', 'clientId', 'clientSecret'),
  fixed('amazonWebServicesARN', 'ARN'),
  fixed('salesforce', 'username', 'password', 'securityToken', 'loginUrl'),
  fixed('msDynamics', 'username', 'password', 'orgWebAddress', 'applicationId'),
  fixed('zendeskApiToken', 'userEmail', 'baseUrl', 'apiToken'),
  fixed('callJourney', 'authToken'),
];

/** Slots as seen in CX as Code and exported configurations: Web Services puts every kind of credential under `basicAuth`. */
export const INTEGRATION_KINDS: readonly IntegrationKind[] = [
  kind('custom-rest-actions', 'Web Services Data Actions', 'basicAuth', [
    'basicAuth',
    'userDefined',
    'userDefinedOAuth',
  ]),
  kind('purecloud-data-actions', 'Genesys Cloud Data Actions', 'pureCloudOAuthClient', ['pureCloudOAuthClient']),
  kind('aws-lambda-data-actions', 'AWS Lambda Data Actions', 'AmazonWebServicesARN', ['amazonWebServicesARN']),
  kind('function-data-actions', 'Genesys Cloud Function Data Actions', 'functionCredentials', ['userDefined']),
  kind('salesforce-datadip', 'Salesforce Data Actions', 'salesforceUser', ['salesforce']),
  kind('microsoft-dynamics-data-actions', 'Microsoft Dynamics 365 Data Actions', 'msDynamics', ['msDynamics']),
  kind('zendesk-data-actions', 'Zendesk Data Actions', 'zendeskApiToken', ['zendeskApiToken']),
  kind('imap-server', 'IMAP Server', 'basicAuth', ['basicAuth']),
];

export function credentialKind(name: string): CredentialKind | undefined {
  return CREDENTIAL_KINDS.find((entry) => entry.name === name);
}

export function integrationKind(id: string): IntegrationKind | undefined {
  return INTEGRATION_KINDS.find((entry) => entry.id === id);
}

/** The API's `CredentialType`. */
export function credentialTypeEntity({ name, fields, required }: CredentialKind): JsonObject {
  const properties = Object.fromEntries(
    fields.map((field) => [field, { type: 'string', title: field, sensitive: /password|secret|token/i.test(field) }]),
  );
  return { id: name, name, properties, displayOrder: fields, required };
}

/** The API's `IntegrationType`, with the slots in `credentials`. */
export function integrationTypeEntity({ id, name, slot, slotTitle, credentialTypes }: IntegrationKind): JsonObject {
  const credentials = { [slot]: { required: false, title: slotTitle, credentialTypes } };
  return { id, name, provider: 'Genesys Cloud', credentials, selfUri: `/api/v2/integrations/types/${id}` };
}

function fixed(name: string, ...fields: string[]): CredentialKind {
  return { name, fields, required: fields, freeFields: false };
}

function kind(id: string, name: string, slot: string, credentialTypes: readonly string[]): IntegrationKind {
  return { id, name, slot, slotTitle: `${name} credentials`, credentialTypes };
}
