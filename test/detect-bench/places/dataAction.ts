import { Buffer } from 'node:buffer';
import { type Marked, mark, markWider } from '../marks.ts';
import { jsonString, percentEncoded, withUnicodeEscapes, xmlText } from '../notations.ts';
import type { Place, Slot, Writing } from '../place.ts';

/** The parts of an action that a place fills; the rest is what any action has. */
export interface ActionParts {
  readonly url?: Marked;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, Marked>>;
  readonly body?: Marked;
  readonly success?: Marked;
  readonly defaults?: Readonly<Record<string, Marked>>;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly isAuth?: true;
}

/** An action as the UI exports it. */
export function exported(parts: ActionParts): Readonly<Record<string, unknown>> {
  return {
    name: 'Get Customer Orders - Exported 2025-03-30 @ 14:16',
    integrationType: 'custom-rest-actions',
    actionType: parts.isAuth ? 'customAuth' : 'custom',
    config: config(parts),
    contract: contract(parts),
    secure: false,
  };
}

/** The same as the API takes it. */
function apiBody(parts: ActionParts): Readonly<Record<string, unknown>> {
  return {
    name: 'Get Customer Orders',
    category: 'CRM Integration',
    integrationId: '<integrationId>',
    secure: false,
    config: config(parts),
    contract: contract(parts),
  };
}

function config(parts: ActionParts): unknown {
  return {
    request: {
      requestUrlTemplate: parts.url ?? 'https://crm.example.com/v2/customers/${input.customerId}/orders?limit=10',
      requestType: parts.method ?? (parts.body ? 'POST' : 'GET'),
      headers: parts.headers ?? { 'Content-Type': 'application/json', UserAgent: 'PureCloudIntegrations/1.0' },
      requestTemplate: parts.body ?? '${input.rawRequest}',
    },
    response: {
      translationMap: { orderId: '$.orders[0].id', status: '$.orders[0].status' },
      translationMapDefaults: parts.defaults ?? { orderId: '""', status: '"unknown"' },
      successTemplate: parts.success ?? '{"orderId": ${orderId}, "status": ${status}}',
    },
  };
}

function contract(parts: ActionParts): unknown {
  return {
    input: {
      inputSchema: {
        $schema: 'http://json-schema.org/draft-04/schema#',
        title: 'Customer lookup',
        type: 'object',
        required: ['customerId'],
        properties: { customerId: { type: 'string', description: 'Number of the customer' }, ...parts.input },
        additionalProperties: true,
      },
    },
    output: {
      successSchema: {
        type: 'object',
        properties: { orderId: { type: 'string' }, status: { type: 'string' } },
        additionalProperties: true,
      },
    },
  };
}

const FILE = 'Get-Customer-Orders-20210303220542.custom.json';

/** The layouts that every place of an action is written in. */
function writings(parts: (slot: Slot) => ActionParts): readonly Writing[] {
  const pretty = (slot: Slot): Marked => JSON.stringify(exported(parts(slot)), null, 2);
  return [
    { id: 'plain', write: (slot) => ({ name: FILE, text: pretty(slot) }) },
    { id: 'one line', write: (slot) => ({ name: 'orders.json', text: JSON.stringify(exported(parts(slot))) }) },
    { id: '\\u escapes', write: (slot) => ({ name: FILE, text: withUnicodeEscapes(pretty(slot)) }) },
    {
      id: '\\/ escapes',
      write: (slot) => ({ name: FILE, text: JSON.stringify(exported(parts(slot)), null, '\t').replace(/\//g, '\\/') }),
    },
    { id: 'API shape', write: (slot) => ({ name: 'a.json', text: JSON.stringify(apiBody(parts(slot)), null, 4) }) },
    {
      id: 'in an array',
      write: (slot) => ({ name: 'all.json', text: JSON.stringify([exported({}), exported(parts(slot))], null, 2) }),
    },
    { id: 'trailing comma', write: (slot) => ({ name: FILE, text: pretty(slot).replace(/\n {2}\}/, ',\n  }') }) },
    { id: 'line comments', write: (slot) => ({ name: FILE, text: pretty(slot).replace('\n', '\n  // orders\n') }) },
  ];
}

type Given = Pick<Place, 'fill' | 'spelling'> & Partial<Pick<Place, 'isTemplate' | 'names'>>;

function place(id: string, given: Given, parts: (slot: Slot) => ActionParts): Place {
  return { id, group: 'Data Action', syntax: 'json', ...given, writings: writings(parts) };
}

const NAMED = { fill: 'named', spelling: 'any', isTemplate: true } as const;
const ASCII = { fill: 'named', spelling: 'ascii', isTemplate: true } as const;
const DATA = { fill: 'named', spelling: 'any' } as const;
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

const wider = (value: Marked, user: string): Marked => markWider(`${user}:${value}`);

export const DATA_ACTION_PLACES: readonly Place[] = [
  place('header', { fill: 'named', spelling: 'header', isTemplate: true }, ({ name, value }) => ({
    headers: { Accept: 'application/json', [name]: value },
  })),
  place(
    'header, Bearer',
    { ...ASCII, fill: 'named', names: ['Authorization', 'authorization'] },
    ({ name, value }) => ({
      headers: { [name]: `Bearer ${value}`, 'Content-Type': 'application/json' },
    }),
  ),
  place('header, other scheme', { ...ASCII, names: ['Authorization'] }, ({ name, value, random }) => ({
    headers: { [name]: `${random.pick(['Token', 'ApiKey', 'SSWS', 'GenieKey', 'bearer'])} ${value}` },
  })),
  place('header, Basic', { fill: 'basic', spelling: 'ascii', names: ['Authorization'] }, ({ name, value }) => ({
    headers: { [name]: `Basic ${value}` },
  })),
  place('header, Basic macro', { fill: 'password', spelling: 'ascii', isTemplate: true }, ({ value }) => ({
    headers: { Authorization: `Basic $encoding.base64("${wider(value, 'svc-crm')}")` },
  })),
  place('URL query', ASCII, ({ name, value }) => ({
    url: `https://crm.example.com/v2/find?phone=\${input.phone}&${name}=${percentEncoded(value)}&limit=5`,
  })),
  place('URL userinfo', { fill: 'password', spelling: 'ascii', isTemplate: true }, ({ value }) => ({
    url: `https://${wider(percentEncoded(value), 'integration')}@crm.example.com/v2/find?phone=\${input.phone}`,
  })),
  place('JSON body', NAMED, ({ name, value }) => ({
    body: `{\n  "customer": "\${input.customerId}",\n  ${jsonString(name)}: ${jsonString(value)},\n  "limit": 5\n}`,
  })),
  place('JSON body, nested', NAMED, ({ name, value }) => ({
    body: `{"auth": {"type": "key", ${jsonString(name)}: ${jsonString(value)}}, "items": [{"id": "\${input.customerId}"}]}`,
  })),
  place('form body', ASCII, ({ name, value }) => ({
    headers: FORM,
    body: `grant_type=client_credentials&${name}=${percentEncoded(value)}&scope=orders`,
  })),
  place('XML body', ASCII, ({ name, value }) => ({
    headers: { 'Content-Type': 'text/xml' },
    body: `<?xml version="1.0"?>\n<request><customer>\${input.customerId}</customer><${name}>${xmlText(value)}</${name}></request>`,
  })),
  place('XML body, attribute', ASCII, ({ name, value }) => ({
    headers: { 'Content-Type': 'application/xml' },
    body: `<request version="2"><auth user="svc" ${name}="${xmlText(value)}"/><id>\${input.customerId}</id></request>`,
  })),
  place('#set', ASCII, ({ name, value }) => ({
    body: `#set($${name} = "${value}")\n{"id": "\${input.customerId}", "signature": "$${name}"}`,
  })),
  place('escape macro', ASCII, ({ name, value }) => ({
    url: `https://crm.example.com/v2/find?${name}=$esc.url("${value}")&phone=\${input.phone}`,
  })),
  place('successTemplate', NAMED, ({ name, value }) => ({
    success: `{"status": \${status}, ${jsonString(name)}: ${jsonString(value)}}`,
  })),
  place('translationMapDefaults', DATA, ({ name, value }) => ({
    defaults: { status: '""', [name]: jsonString(value) },
  })),
  place('contract default', DATA, ({ name, value }) => ({ input: { [name]: { type: 'string', default: value } } })),
  place('contract example', DATA, ({ name, value, random }) => ({
    input: { [name]: { type: 'string', [random.pick(['example', 'const'])]: value, title: 'Access' } },
  })),
  place('contract enum', DATA, ({ name, value, random }) => ({
    input: { [name]: { type: 'string', [random.pick(['enum', 'examples'])]: ['none', value] } },
  })),
  place('contract description', { fill: 'note', spelling: 'any' }, ({ value }) => ({
    input: { access: { type: 'string', description: value } },
  })),
  place('customAuth body', { ...ASCII, names: ['client_secret', 'password', 'refresh_token'] }, ({ name, value }) => ({
    isAuth: true,
    url: 'https://login.example.com/oauth/token',
    headers: FORM,
    body: `grant_type=client_credentials&client_id=genesys-cloud&${name}=${percentEncoded(value)}`,
  })),
  place('action description', { fill: 'note', spelling: 'any' }, ({ value }) => ({ input: { x: { title: value } } })),
];

/** `user:password` as a Basic header carries it. */
export function basicPair(password: string): Marked {
  return mark(Buffer.from(`integration-user:${password}`).toString('base64'));
}
