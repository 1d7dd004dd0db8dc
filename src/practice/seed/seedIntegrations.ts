import { action, get, post, type SeededAction } from './seedAction.ts';

/** An integration of the sample org. */
export interface SeededIntegration {
  readonly name: string;
  readonly typeId: string;
  /** The credential in its slot; types with free fields name them here. */
  readonly credential?: { readonly typeName: string; readonly fields?: readonly string[] };
  readonly actions: readonly SeededAction[];
  readonly trouble?: 'disabled' | 'error';
}

const REST = 'custom-rest-actions';
const LITERAL = 'literal-of-the-practice-org';

/**
 * One integration for every starting point an author can meet: empty slots, each kind of credential, other products. Names
 * are those of the sample project's flows and Data Actions. Where a file there holds a literal, the org's version has a
 * word in its place: the state of the org must not hold a credential.
 */
export const SEEDED_INTEGRATIONS: readonly SeededIntegration[] = [
  {
    name: 'Northwind Booking API',
    typeId: REST,
    actions: [
      get(
        'Find Booking',
        'https://api.northwind-air.example/booking/v3/bookings/$esc.url(${input.bookingNumber})',
        ['bookingNumber', 'lastName'],
        { 'X-API-Key': LITERAL },
      ),
      post(
        'Rebook Flight',
        'https://api.northwind-air.example/booking/v3/rebookings',
        ['bookingId', 'offerId', 'conversationId'],
        { 'X-API-Key': LITERAL },
      ),
      get('Look Up Baggage', 'https://baggage.northwind-air.example/v1/trace/${input.tagNumber}', [
        'tagNumber',
        'apiKey',
      ]),
      get('Get Flight Status', 'https://flights.northwind-air.example/v2/status?flight=${input.flightNumber}', [
        'flightNumber',
        'date',
      ]),
    ],
  },
  {
    name: 'Northwind Loyalty API',
    typeId: REST,
    actions: [
      get('Get Miles Balance', 'https://loyalty.northwind-air.example/members/${input.memberNumber}/balance', [
        'memberNumber',
        'authorization',
      ]),
      post('Redeem Miles', 'https://loyalty.northwind-air.example/partner/redemptions', [
        'memberNumber',
        'conversationId',
      ]),
    ],
  },
  {
    name: 'Northwind Itineraries',
    typeId: REST,
    trouble: 'disabled',
    actions: [
      post('Send Itinerary Email', 'https://itineraries.northwind-air.example/v1/emails', [
        'apiKey',
        'customerId',
        'templateId',
        'flightNumber',
      ]),
      post('Post To Operations Room', 'https://itineraries.northwind-air.example/v1/rooms', ['text', 'webhookUrl']),
    ],
  },
  {
    name: 'Northwind Payments',
    typeId: REST,
    credential: { typeName: 'userDefined', fields: ['secretKey', 'accountId'] },
    actions: [
      post('Charge Change Fee', 'https://payments.northwind-air.example/v1/charges', ['customerId', 'conversationId'], {
        Authorization: `Bearer ${LITERAL}`,
      }),
      post(
        'Create Payment Link',
        'https://payments.northwind-air.example/v1/payment_links?account=${credentials.accountId}',
        ['recordLocator'],
        { Authorization: 'Bearer ${credentials.secretKey}' },
      ),
    ],
  },
  {
    name: 'Northwind CRM',
    typeId: REST,
    credential: { typeName: 'basicAuth' },
    actions: [
      post(
        'Create CRM Case',
        'https://crm.northwind-air.example/services/CaseService.asmx',
        ['customerNumber', 'category'],
        { Authorization: `Basic ${LITERAL}` },
      ),
    ],
  },
  {
    name: 'Northwind Identity',
    typeId: REST,
    credential: { typeName: 'userDefinedOAuth', fields: ['loginUrl', 'clientId', 'clientSecret'] },
    actions: [
      get(
        'Get Traveller Profile',
        'https://identity.northwind-air.example/profiles?phone=$esc.url(${input.phone})',
        ['phone'],
        {
          Authorization: '${authResponse.token_type} ${authResponse.access_token}',
        },
      ),
    ],
  },
  {
    name: 'Northwind Cargo',
    typeId: REST,
    actions: [
      action(
        'Get Cargo Token',
        {
          requestUrlTemplate: 'https://login.cargo.northwind-air.example/oauth2/token',
          requestType: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
          requestTemplate: `grant_type=client_credentials&client_id=northwind-cargo-desk&client_secret=${LITERAL}`,
        },
        [],
      ),
      get(
        'Track Shipment',
        'https://cargo.northwind-air.example/v1/waybills/$esc.url("${input.waybill}")',
        ['waybill', 'token'],
        { Authorization: 'Bearer ${input.token}', Accept: 'application/json' },
      ),
    ],
  },
  {
    name: 'Northwind Lounge',
    typeId: REST,
    trouble: 'error',
    actions: [
      post('Reserve Lounge Seat', 'https://lounge.northwind-air.example/v1/seats', ['memberNumber', 'flightNumber'], {
        'X-API-Key': LITERAL,
      }),
    ],
  },
  {
    name: 'Northwind Functions',
    typeId: 'function-data-actions',
    actions: [action('Quote Rebooking', functionRequest('{"bookingId": "$!{input.bookingId}"}'), ['bookingId'])],
  },
  {
    name: 'Genesys Cloud Data Actions',
    typeId: 'purecloud-data-actions',
    credential: { typeName: 'pureCloudOAuthClient' },
    actions: [get('Get Estimated Wait Time', '/api/v2/routing/queues/${input.queueId}/estimatedwaittime', ['queueId'])],
  },
  {
    name: 'AWS Lambda Data Actions',
    typeId: 'aws-lambda-data-actions',
    credential: { typeName: 'amazonWebServicesARN' },
    actions: [post('Score Disruption', 'arn:aws:lambda:eu-central-1:000000000000:function:score', ['conversationId'])],
  },
];

/** A function has no URL of its own. */
function functionRequest(requestTemplate: string) {
  return { requestUrlTemplate: '', requestType: 'POST', headers: {}, requestTemplate };
}
