import { Buffer } from 'node:buffer';
import {
  type DataAction,
  REQUEST_PLACES,
  type RequestPlace,
  type RequestTemplates,
} from '../../genesys/remedies/support/requestPlaces.ts';

const URL_OF_ACTION = 'https://api.example.com/orders/${input.order}?page=1';
const json = (value: string): string => JSON.stringify(value).slice(1, -1);
const percent = encodeURIComponent;
const xml = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** As an author writes it who knows how quotes are written. */
const double = (value: string): string => value.replaceAll('"', '""');
const single = (value: string): string => value.replaceAll("'", "''");
const escaped = (value: string): string => value.replace(/[$#]/g, (sign) => (sign === '$' ? '${esc.d}' : '${esc.h}'));

function action(request: Partial<RequestTemplates>): DataAction {
  return {
    name: 'Order Status',
    integrationType: 'custom-rest-actions',
    actionType: 'custom',
    config: {
      request: {
        requestUrlTemplate: URL_OF_ACTION,
        requestType: 'POST',
        headers: {},
        requestTemplate: '{"order": "${input.order}"}',
        ...request,
      },
    },
  };
}

type Write = (value: string) => string;

const header = (name: string, write: Write, key = 'X-API-Key'): RequestPlace => ({
  name: `header: ${name}`,
  action: (value) => action({ headers: { [key]: write(value) } }),
});
const authorization = (name: string, write: Write): RequestPlace => header(name, write, 'Authorization');
const url = (name: string, write: Write): RequestPlace => ({
  name: `url: ${name}`,
  action: (value) => action({ requestUrlTemplate: write(value) }),
});
const body = (name: string, write: Write): RequestPlace => ({
  name: `body: ${name}`,
  action: (value) => action({ requestTemplate: write(value) }),
});

/** Places of a request where what an engine makes of signs can matter: beside those of every request, those of templates. */
export const VELOCITY_PLACES: readonly RequestPlace[] = [
  ...REQUEST_PLACES,
  header('behind a reference', (v) => `\${input.user}:${v}`),
  header('behind a reference without braces', (v) => `$input.user:${v}`),
  header('before a reference', (v) => `${v}.\${input.order}`),
  header('before a silent reference', (v) => `${v}$!{input.order}`),
  header('before a reference without braces', (v) => `${v} $input.order`),
  header('in a branch', (v) => `#if($input.user == "kim")${v}#{else}none#end`),
  header('in the other branch', (v) => `#if($input.user == "lee")none#{else}${v}#end`),
  header('in a loop', (v) => `#foreach($i in [1..2])${v}#end`),
  header('before a remark', (v) => `${v} ## note`),
  header('behind a comment', (v) => `#* note *#${v}`),
  header('behind #set', (v) => `#set($a = "b")${v}`),
  header('behind #set and a blank', (v) => `x #set($a = "b") ${v}`),
  header('with its signs as $esc writes them', (v) => escaped(v)),
  header('a cookie', (v) => `sid=${v}; lang=de`, 'Cookie'),
  authorization('a scheme of its own', (v) => `ApiKey ${v}`),
  authorization('in a macro, quotes doubled', (v) => `Basic $encoding.base64("svc:${double(v)}")`),
  authorization('in a macro, single quotes', (v) => `Basic $encoding.base64('svc:${single(v)}')`),
  authorization('in a macro, behind a reference', (v) => `Basic $encoding.base64("\${input.user}:${double(v)}")`),
  authorization('in a macro, \\u', (v) => `Basic $encoding.base64("svc:\\u0041${double(v)}")`),
  authorization('in a variable', (v) => `#set($pair = "svc:${double(v)}")Basic $encoding.base64($pair)`),
  authorization('in a variable, single quotes', (v) => `#set($token = '${single(v)}')Bearer $token`),
  authorization('in a concatenation', (v) => `#set($a = "svc:" + "${double(v)}")Basic $encoding.base64($a)`),
  authorization('in a map', (v) => `#set($m = {"password": "${double(v)}"})Bearer $m.password`),
  authorization('in a block', (v) => `#define($token)${v}#{end}Bearer $token`),
  authorization('in an own macro', (v) => `#macro(bearer $token)Bearer $token#end#bearer("${double(v)}")`),
  url('as it is', (v) => `https://api.example.com/o?api_key=${v}&page=1`),
  url('behind a reference', (v) => `https://api.example.com/\${input.order}?api_key=${percent(v)}`),
  url('before a reference', (v) => `https://api.example.com/o?api_key=${percent(v)}&o=$input.order`),
  url('in a macro', (v) => `https://api.example.com/o?api_key=$esc.url("${double(v)}")&page=1`),
  url('in a macro, single quotes', (v) => `https://api.example.com/o?api_key=$esc.uriEncode('${single(v)}')`),
  url('in the fragment', (v) => `https://api.example.com/o#access_token=${percent(v)}`),
  url('in a branch', (v) => `https://api.example.com/o#if($input.user)?api_key=${percent(v)}#end`),
  body('behind #set in its line', (v) => `#set($x = "1")\n{"password": "${json(v)}", "n": $x}`),
  body('over lines with directives', (v) => `{\n  #if($input.user)\n  "password": "${json(v)}",\n  #end\n  "n": 1\n}`),
  body('with its signs as $esc writes them', (v) => `{"password": "${escaped(json(v))}"}`),
  body('in a macro', (v) => `{"password": "$esc.jsonString("${double(v)}")"}`),
  body('in a macro, single quotes', (v) => `{"password": "$esc.jsonString('${single(v)}')"}`),
  body('in JSON in JSON', (v) => `{"inner": "${json(`{"password": "${json(v)}"}`)}"}`),
  body('as it is in JSON', (v) => `{"password": "${v}"}`),
  body('in a form, as it is', (v) => `user=svc&client_secret=${v}&scope=a`),
  body('in an attribute', (v) => `<login user="svc" password="${xml(v).replaceAll('"', '&quot;')}"/>`),
  body('in a block of text', (v) => `#[[{"password": "${json(v)}"}]]#`),
  body('in a loop', (v) => `[#foreach($i in [1..2]){"password": "${json(v)}"}#if($foreach.hasNext),#end#end]`),
  body('behind a reference without braces', (v) => `{"user": "$input.user", "password": "${json(v)}"}`),
  body('encoded as base64', (v) => `{"password": "${Buffer.from(v).toString('base64')}"}`),
];
