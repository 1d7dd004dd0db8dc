import { type Markers, passwordMarker, tokenMarker, wordMarker } from './markers.ts';

/** A file with a marker in it. */
export interface Planted {
  /** How it is called in reports. */
  readonly place: string;
  readonly fileName: string;
  readonly text: string;
}

/**
 * One file for each kind of place, each with markers of its own.
 * @param markers gets to know them
 */
export function plantedFiles(markers: Markers): Planted[] {
  const files: Planted[] = [];
  for (const [place, text] of Object.entries(ACTIONS)) {
    for (const [shape, make] of Object.entries(SHAPES)) {
      const label = `${place}, ${shape}`;
      files.push({ place: label, fileName: `${slug(label)}.custom.json`, text: text(markers.add(label, make())) });
    }
  }
  for (const [place, text] of Object.entries(FLOWS)) {
    for (const [shape, make] of Object.entries(SHAPES)) {
      const label = `${place}, ${shape}`;
      files.push({ place: label, fileName: `${slug(label)}.yaml`, text: text(markers.add(label, make())) });
    }
  }
  const name = markers.add('a file name', tokenMarker());
  const value = markers.add('a value in a file with a marker for a name', tokenMarker());
  files.push({ place: 'a file name', fileName: `${name}.json`, text: action({ headers: { 'X-API-Key': value } }) });
  return files;
}

const SHAPES: Readonly<Record<string, () => string>> = {
  token: tokenMarker,
  password: passwordMarker,
  word: wordMarker,
};

/** Stands where a name is a marker, and is one itself, so that there is something to store. */
type Text = (marker: string) => string;

const ACTIONS: Readonly<Record<string, Text>> = {
  'header value': (marker) => action({ headers: { 'X-API-Key': marker } }),
  'header value with a rare name': (marker) => action({ headers: { 'X-API-Key': marker, Authorization: marker } }),
  Bearer: (marker) => action({ headers: { Authorization: `Bearer ${marker}` } }),
  Basic: (marker) => action({ headers: { Authorization: `Basic ${base64(`svc:${marker}`)}` } }),
  'Basic in a macro': (marker) =>
    action({ headers: { Authorization: `Basic $encoding.base64("svc:${marker.replaceAll('"', '')}")` } }),
  'URL query': (marker) =>
    action({ requestUrlTemplate: `https://api.example.com/v1/orders?api_key=${encodeURIComponent(marker)}` }),
  'URL user information': (marker) =>
    action({ requestUrlTemplate: `https://svc:${encodeURIComponent(marker)}@api.example.com/v1/orders` }),
  'JSON body': (marker) => action({ requestTemplate: JSON.stringify({ password: marker, id: 1 }) }),
  'form body': (marker) =>
    action({
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      requestTemplate: `grant_type=client_credentials&client_secret=${encodeURIComponent(marker)}`,
    }),
  'XML body': (marker) =>
    action({ requestTemplate: `<login><password>${marker.replace(/[&<>]/g, '')}</password></login>` }),
  'contract default': (marker) => action({}, { apiKey: { type: 'string', default: marker, enum: [marker] } }),
  translationMapDefaults: (marker) => action({}, {}, { translationMapDefaults: { password: JSON.stringify(marker) } }),
  successTemplate: (marker) => action({}, {}, { successTemplate: JSON.stringify({ apiKey: marker }) }),
  'header name': (marker) => action({ headers: { [`X-${marker}-Key`]: marker } }),
  'header name alone': (marker) => action({ headers: { [marker]: marker } }),
  'header name as authorization': (marker) => action({ headers: { [`Bearer ${marker}`]: marker } }),
  'query key': (marker) =>
    action({
      requestUrlTemplate: `https://api.example.com/?${encodeURIComponent(marker)}_token=${encodeURIComponent(marker)}`,
    }),
  'body key': (marker) => action({ requestTemplate: JSON.stringify({ [`${marker}_password`]: marker }) }),
  'body key alone': (marker) =>
    action({ requestTemplate: JSON.stringify({ [marker]: { [marker]: { password: marker } } }) }),
  'key of a contract': (marker) =>
    action({}, { [marker]: { type: 'object', properties: { [`${marker}Password`]: { default: marker } } } }),
  'key with an invisible character': (marker) =>
    action({ headers: { [`${marker.slice(0, 12)}\u200b${marker.slice(12)}`]: marker } }),
  'integration type': (marker) =>
    action({ headers: { 'X-API-Key': marker } }).replace('custom-rest-actions', JSON.stringify(marker).slice(1, -1)),
  'action name': (marker) =>
    action({ headers: { 'X-API-Key': marker } }).replace('Find Order', JSON.stringify(marker).slice(1, -1)),
  'half-typed JSON': (marker) =>
    action({ headers: { 'X-API-Key': marker } }).replace('"requestType": "GET",', '"requestType": '),
};

const FLOWS: Readonly<Record<string, Text>> = {
  'flow variable': (marker) => flow(`lit: ${JSON.stringify(marker)}`),
  'expression parts': (marker) =>
    flow(`exp: ${JSON.stringify(`"Bearer ${inString(marker.slice(0, 14))}" + "${inString(marker.slice(14))}"`)}`),
  'variable name': (marker) => flow(`lit: ${JSON.stringify(marker)}`, `Flow.${marker.replace(/\W/g, '')}Password`),
  'YAML key': (marker) =>
    flow(`lit: ${JSON.stringify(marker)}\n          ${JSON.stringify(marker)}: {apiKey: ${JSON.stringify(marker)}}`),
  'broken YAML, before': (marker) => `${flow(`lit: ${JSON.stringify(marker)}`)}  description: "half typed\n  tasks: [`,
  'broken YAML, on the line': (marker) => flow(`lit: "${marker.replaceAll('"', '')}`),
  'broken YAML, a tab': (marker) => `${flow(`lit: ${JSON.stringify(marker)}`)}\tapiKey: ${marker}\n`,
  'conflict markers': (marker) =>
    flow(`lit: ${JSON.stringify(marker)}`).replace(
      '  variables:',
      `<<<<<<< ${marker}\n  variables:\n=======\n>>>>>>> x`,
    ),
};

function action(request: object, properties: object = {}, response: object = {}): string {
  return JSON.stringify(
    {
      name: 'Find Order',
      integrationType: 'custom-rest-actions',
      actionType: 'custom',
      config: {
        request: {
          requestUrlTemplate: 'https://api.example.com/orders/${input.order}',
          requestType: 'GET',
          headers: {},
          requestTemplate: '${input.rawRequest}',
          ...request,
        },
        response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}', ...response },
      },
      contract: {
        input: { inputSchema: { type: 'object', properties: { order: { type: 'string' }, ...properties } } },
        output: { successSchema: { type: 'object', properties: {} } },
      },
      secure: false,
    },
    null,
    2,
  );
}

function flow(initialValue: string, name = 'Flow.apiKey'): string {
  return [
    'inboundCall:',
    '  name: Main Line',
    '  startUpRef: ./menus/menu[main]',
    '  defaultLanguage: en-us',
    '  variables:',
    '    - stringVariable:',
    `        name: ${name}`,
    '        initialValue:',
    `          ${initialValue}`,
    '        isInput: false',
    '',
  ].join('\n');
}

/** A string literal of an expression doubles its quotes. */
function inString(text: string): string {
  return text.replaceAll('"', '""');
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function slug(label: string): string {
  return label.toLowerCase().replace(/[^a-z]+/g, '-');
}
