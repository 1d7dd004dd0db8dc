import { Buffer } from 'node:buffer';
import type { Marked } from '../marks.ts';
import { withUnicodeEscapes } from '../notations.ts';
import type { Place, Slot, Writing, WrittenFile } from '../place.ts';

type Given = Pick<Place, 'fill' | 'spelling'> & Partial<Pick<Place, 'names'>>;

function json(id: string, given: Given, name: string, write: (slot: Slot) => unknown): Place {
  const pretty = (slot: Slot): Marked => JSON.stringify(write(slot), null, 2);
  const writings: readonly Writing[] = [
    { id: 'plain', write: (slot) => ({ name, text: pretty(slot) }) },
    { id: 'one line', write: (slot) => ({ name, text: JSON.stringify(write(slot)) }) },
    { id: '\\u escapes', write: (slot) => ({ name, text: withUnicodeEscapes(pretty(slot)) }) },
  ];
  return { id, group: 'data', syntax: 'json', ...given, writings };
}

const NAMED = { fill: 'named', spelling: 'any' } as const;
const ASCII = { fill: 'named', spelling: 'ascii' } as const;

const cell = (value: Marked): Marked => (/[",\n;]/.test(value) ? quotedCell(value) : value);
const quotedCell = (value: Marked): Marked => `"${value.replace(/"/g, '""')}"`;

function csv(id: string, name: string, write: (slot: Slot) => WrittenFile): Writing {
  return { id, oneLine: true, write: (slot) => ({ ...write(slot), name }) };
}

const table = (rows: readonly (readonly Marked[])[]): WrittenFile => ({
  name: '',
  text: rows.map((row) => `${row.join(',')}\n`).join(''),
});

const CSV: Place = {
  id: 'data table CSV',
  group: 'data',
  syntax: 'lines',
  ...NAMED,
  writings: [
    csv('plain', 'Settings_datatable.csv', ({ name, value }) =>
      table([
        ['key', 'endpoint', name],
        ['test', 'https://test.example.com', ''],
        ['prod', 'https://crm.example.com', cell(value)],
      ]),
    ),
    csv('all quoted', 'datatable-settings.csv', ({ name, value }) =>
      table([
        ['"key"', `"${name}"`, '"priority"'],
        ['"prod"', quotedCell(value), '"5"'],
      ]),
    ),
    csv('key and value columns', 'DataTable_Config.csv', ({ name, value }) =>
      table([
        ['key', 'value', 'description'],
        ['endpoint', 'https://crm.example.com', 'address'],
        [name, cell(value), '"see portal, page 2"'],
      ]),
    ),
    csv('semicolons', 'datatable export.csv', ({ name, value }) => ({
      name: '',
      text: `key;${name};priority\nprod;${cell(value)};5\n`,
    })),
  ],
};

const postman = (request: unknown, more: Readonly<Record<string, unknown>> = {}): unknown => ({
  info: {
    name: 'Genesys Cloud Platform API',
    schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    _postman_id: '3f1c2a52-8d7c-4a0e-9a7e-5f0f6a1b2c3d',
  },
  item: [{ name: 'Users', item: [{ name: 'Me', request, response: [] }] }],
  ...more,
});

const get = (more: Readonly<Record<string, unknown>>): unknown =>
  postman({
    method: 'GET',
    header: [],
    url: { raw: 'https://api.mypurecloud.de/api/v2/users/me', host: ['api', 'mypurecloud', 'de'] },
    ...more,
  });

export const DATA_PLACES: readonly Place[] = [
  CSV,
  json('data table row', ASCII, 'datatable-rows.json', ({ name, value }) => ({
    entities: [
      { key: 'test', endpoint: 'https://test.example.com', [name]: '' },
      { key: 'prod', endpoint: 'https://crm.example.com', [name]: value },
    ],
    pageSize: 25,
    pageNumber: 1,
    total: 2,
    selfUri: '/api/v2/flows/datatables/3f1c2a52-8d7c-4a0e-9a7e-5f0f6a1b2c3d/rows',
  })),
  json('script export', NAMED, 'Sky Inbound Case.script', ({ name, value }) => ({
    id: '3f1c2a52-8d7c-4a0e-9a7e-5f0f6a1b2c3d',
    name: 'Sky Inbound Case',
    startPageId: '6e1e1a0f-2f3f-4a55-9d5a-0c8a4bb0a7d1',
    features: { inbound: { enabled: true } },
    variables: [
      { id: '1', name: 'customerName', type: 'STRING', value: '' },
      { id: '2', name, type: 'STRING', value, input: false, output: false },
    ],
    pages: [
      {
        id: '6e1e1a0f-2f3f-4a55-9d5a-0c8a4bb0a7d1',
        name: 'Start',
        rootContainer: { type: 'verticalStackContainer', children: [] },
      },
    ],
  })),
  json(
    'Postman, bearer',
    { fill: 'named', spelling: 'ascii', names: ['token'] },
    'Genesys.postman_collection.json',
    ({ name, value }) => get({ auth: { type: 'bearer', bearer: [{ key: name, value, type: 'string' }] } }),
  ),
  json('Postman, basic', { fill: 'password', spelling: 'ascii' }, 'Genesys.postman_collection.json', ({ value }) =>
    get({
      auth: {
        type: 'basic',
        basic: [
          { key: 'username', value: '6e1e1a0f-2f3f-4a55-9d5a-0c8a4bb0a7d1' },
          { key: 'password', value },
        ],
      },
    }),
  ),
  json('Postman, header', { fill: 'named', spelling: 'header' }, 'Genesys.postman_collection.json', ({ name, value }) =>
    get({
      header: [
        { key: 'Accept', value: 'application/json' },
        { key: name, value, type: 'text' },
      ],
    }),
  ),
  json(
    'Postman, body',
    { fill: 'named', spelling: 'snake', names: ['client_secret', 'password', 'refresh_token'] },
    'Genesys.postman_collection.json',
    ({ name, value }) =>
      get({
        method: 'POST',
        body: {
          mode: 'urlencoded',
          urlencoded: [
            { key: 'grant_type', value: 'client_credentials' },
            { key: name, value },
          ],
        },
      }),
  ),
  json('Postman, variable', ASCII, 'Genesys.postman_collection.json', ({ name, value }) =>
    postman(
      { method: 'GET', url: 'https://api.{{environment}}/api/v2/users/me' },
      {
        variable: [
          { key: 'environment', value: 'mypurecloud.de' },
          { key: name, value },
        ],
      },
    ),
  ),
  json('Postman, environment', ASCII, 'Genesys Cloud.postman_environment.json', ({ name, value }) => ({
    id: '3f1c2a52-8d7c-4a0e-9a7e-5f0f6a1b2c3d',
    name: 'Genesys Cloud EU',
    values: [
      { key: 'region', value: 'mypurecloud.de', enabled: true },
      { key: name, value, type: 'secret', enabled: true },
    ],
    _postman_variable_scope: 'environment',
  })),
  flowExport('.i3 flow export', ({ name, value }) => ({
    name: 'Main',
    type: 'inboundcall',
    variables: [
      { name: `Flow.${name}`, type: 'str', initialValue: { text: JSON.stringify(value), config: { lit: value } } },
    ],
    flowSequenceItemList: [
      { __type: 'Task', name: 'Main Task', actionList: [{ __type: 'DataAction', actionName: 'Get Customer' }] },
    ],
    manifest: { dataAction: [{ id: 'custom_-_3f1c2a52-8d7c-4a0e-9a7e-5f0f6a1b2c3d', name: 'Get Customer' }] },
  })),
];

/** Base64 of URI-encoded JSON: what stands there has no place of its own, so the marks go around the whole. */
function flowExport(id: string, write: (slot: Slot) => unknown): Place {
  const encode = (slot: Slot): string => {
    const text = JSON.stringify(write(slot)).replace(/[\uE000-\uE003]/g, '');
    return Buffer.from(encodeURIComponent(text)).toString('base64');
  };
  return {
    id,
    group: 'data',
    syntax: 'opaque',
    ...NAMED,
    writings: [
      { id: 'plain', write: (slot) => ({ name: 'Main.i3InboundFlow', text: `\uE000${encode(slot)}\uE001` }) },
      { id: 'line break', write: (slot) => ({ name: 'Main_v3-0.i3WorkFlow', text: `\uE000${encode(slot)}\uE001\n` }) },
    ],
  };
}
