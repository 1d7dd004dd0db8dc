import { withCustomAuth } from './customAuth.ts';
import type { CredentialValues, PracticeCredential, PracticeIntegration, PracticeState } from './model.ts';
import { action, get, post, type SeededAction } from './seedAction.ts';
import { credentialKind, integrationKind } from './types.ts';

/** A fresh sample org and the generated values of its credentials. */
export interface Seed {
  readonly state: PracticeState;
  readonly values: CredentialValues;
}

interface SeededIntegration {
  readonly name: string;
  readonly typeId: string;
  /** The credential in its slot; free-form types name their fields. */
  readonly credential?: { readonly typeName: string; readonly fields?: readonly string[] };
  readonly actions: readonly SeededAction[];
}

/** One integration for every starting point an author can meet: empty slots, each kind of credential, other products. */
const INTEGRATIONS: readonly SeededIntegration[] = [
  {
    name: 'CRM Web Services',
    typeId: 'custom-rest-actions',
    actions: [
      get('Look Up Customer', 'https://crm.example.com/customers/$esc.url(${input.customerId})', 'customerId'),
      post('Create CRM Note', 'https://crm.example.com/notes', 'customerId', 'text'),
    ],
  },
  {
    name: 'Shipping Web Services',
    typeId: 'custom-rest-actions',
    actions: [
      get('Track Parcel', 'https://shipping.example.com/parcels/$esc.url(${input.trackingNumber})', 'trackingNumber'),
    ],
  },
  {
    name: 'Loyalty Web Services',
    typeId: 'custom-rest-actions',
    credential: { typeName: 'userDefined', fields: ['apiKey', 'tenantId'] },
    actions: [
      get('Get Loyalty Points', 'https://loyalty.example.com/${credentials.tenantId}/points', 'memberId', {
        'X-API-Key': '${credentials.apiKey}',
      }),
    ],
  },
  {
    name: 'Workforce Web Services',
    typeId: 'custom-rest-actions',
    credential: { typeName: 'basicAuth' },
    actions: [
      get('Get Agent Schedule', 'https://hr.example.com/agents/$esc.url(${input.agentId})/schedule', 'agentId', {
        Accept: 'application/json',
      }),
    ],
  },
  {
    name: 'Ticketing Web Services',
    typeId: 'custom-rest-actions',
    credential: { typeName: 'userDefinedOAuth', fields: ['loginUrl', 'clientId', 'clientSecret'] },
    actions: [
      action('Create Ticket', {
        request: {
          requestUrlTemplate: 'https://tickets.example.com/tickets',
          requestType: 'POST',
          headers: {
            Authorization: '${authResponse.token_type} ${authResponse.access_token}',
            'Content-Type': 'application/json',
          },
          requestTemplate: '{"subject": "$esc.jsonString(${input.subject})"}',
        },
        inputs: ['subject'],
      }),
    ],
  },
  {
    name: 'Contact Center Functions',
    typeId: 'function-data-actions',
    actions: [
      action('Sign Order', {
        request: {
          requestUrlTemplate: '',
          requestType: 'POST',
          headers: {},
          requestTemplate: '{"orderId": "$!{input.orderId}"}',
        },
        inputs: ['orderId'],
      }),
    ],
  },
  {
    name: 'Genesys Cloud Data Actions',
    typeId: 'purecloud-data-actions',
    credential: { typeName: 'pureCloudOAuthClient' },
    actions: [get('Get Queue Observations', '/api/v2/routing/queues/${input.queueId}', 'queueId')],
  },
  {
    name: 'AWS Lambda Data Actions',
    typeId: 'aws-lambda-data-actions',
    credential: { typeName: 'amazonWebServicesARN' },
    actions: [post('Score Call', 'arn:aws:lambda:eu-central-1:000000000000:function:score-call', 'conversationId')],
  },
];

/** Builds the sample org. Every id and every credential value comes from `newId`: no two orgs share one, none is in the source. */
export function seedPracticeOrg(options: { readonly newId: () => string; readonly now: () => string }): Seed {
  const { newId, now } = options;
  const time = now();
  const values = new Map<string, Readonly<Record<string, string>>>();
  let state: PracticeState = {
    format: 1,
    organization: { id: newId(), name: 'Practice Org (contact center)' },
    behaviour: { versionConflict: 409, redaction: 'masked' },
    integrations: [],
    credentials: [],
    actions: [],
  };
  for (const { name, typeId, credential: held, actions } of INTEGRATIONS) {
    const id = newId();
    const credential = held && seededCredential(newId(), `Integration-${id}`, held, time);
    if (credential) values.set(credential.id, generate(credential, newId));
    const integration = seededIntegration(id, typeId, name, credential?.id, time);
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
  const of = (field: string) => (field === 'loginUrl' ? 'https://tickets.example.com/oauth/token' : newId());
  return Object.fromEntries(fieldNames.map((field) => [field, of(field)]));
}
