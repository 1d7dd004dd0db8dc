import { Buffer } from 'node:buffer';

/** A Data Action with a value written into one place, as its author would have written it there. */
export interface RequestPlace {
  readonly name: string;
  action(value: string): DataAction;
}

export interface DataAction {
  readonly name: string;
  readonly integrationType: string;
  readonly actionType: string;
  readonly config: { readonly request: RequestTemplates };
}

export interface RequestTemplates {
  readonly requestUrlTemplate: string;
  readonly requestType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestTemplate: string;
}

const BODY = '{"order": "${input.order}"}';

function action(request: Partial<RequestTemplates>, integrationType = 'custom-rest-actions'): DataAction {
  return {
    name: 'Order Status',
    integrationType,
    actionType: 'custom',
    config: {
      request: {
        requestUrlTemplate: 'https://api.example.com/orders/${input.order}?page=1',
        requestType: 'POST',
        headers: { Accept: 'application/json' },
        requestTemplate: BODY,
        ...request,
      },
    },
  };
}

const json = (value: string): string => JSON.stringify(value).slice(1, -1);
const form = (value: string): string => new URLSearchParams({ v: value }).toString().slice(2);
const xml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const base64 = (value: string): string => Buffer.from(value, 'utf8').toString('base64');

/** Every place of a request where a credential can become a reference. */
export const REQUEST_PLACES: readonly RequestPlace[] = [
  { name: 'header', action: (value) => action({ headers: { 'X-API-Key': value } }) },
  { name: 'bearer header', action: (value) => action({ headers: { Authorization: `Bearer ${value}` } }) },
  {
    name: 'basic header',
    action: (value) => action({ headers: { Authorization: `Basic ${base64(`svc:${value}`)}` } }),
  },
  {
    name: 'basic macro',
    action: (value) => action({ headers: { Authorization: `Basic $encoding.base64("svc:${value}")` } }),
  },
  {
    name: 'url query',
    action: (value) =>
      action({ requestUrlTemplate: `https://api.example.com/o?api_key=${encodeURIComponent(value)}&page=1` }),
  },
  {
    name: 'url userinfo',
    action: (value) => action({ requestUrlTemplate: `https://svc:${encodeURIComponent(value)}@api.example.com/o` }),
  },
  {
    name: 'json body',
    action: (value) => action({ requestTemplate: `{"order": "\${input.order}", "apiKey": "${json(value)}", "n": 1}` }),
  },
  {
    name: 'nested json body',
    action: (value) => action({ requestTemplate: `{"auth": {"list": [{"client_secret": "${json(value)}"}]}}` }),
  },
  {
    name: 'conditional json body',
    action: (value) =>
      action({
        requestTemplate: `{#if("\${input.order}" != "")"order": "\${input.order}", #end"password": "${json(value)}"}`,
      }),
  },
  {
    name: 'form body',
    action: (value) => action({ requestTemplate: `grant_type=client_credentials&client_secret=${form(value)}` }),
  },
  {
    name: 'percent-encoded form body',
    action: (value) => action({ requestTemplate: `client_secret=${encodeURIComponent(value)}&scope=a` }),
  },
  {
    name: 'xml body',
    action: (value) =>
      action({ requestTemplate: `<login><password>${xml(value)}</password><user>\${input.user}</user></login>` }),
  },
  {
    name: 'function header',
    action: (value) => action({ headers: { 'x-api-key': value } }, 'function-data-actions'),
  },
];
