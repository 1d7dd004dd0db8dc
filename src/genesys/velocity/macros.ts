import { withoutLoneSurrogates } from '../../engine/text/surrogates.ts';
import { bytesOf, encodeBase64 } from '../../engine/text/utf8.ts';
import { xmlTextCodec } from '../../engine/text/xmlTextCodec.ts';

/**
 * The macros of Data Action templates, made anew for each rendering because the engine writes into them. An argument that
 * is undefined makes the whole call undefined. How each escapes single characters is inferred from the documented tools.
 */
export function templateMacros(): Record<string, unknown> {
  return {
    encoding: { base64: onText((text) => encodeBase64(bytesOf(text))) },
    esc: escapes(),
    urlTool: { optionalQueryParam },
    math: math(),
    successTemplateUtils: { firstFromArray },
    salesforce: { escReserved: onText((text) => text.replace(/[?&|!{}[\]()^~*:\\"'+-]/g, '\\$&')) },
  };
}

function escapes(): Record<string, unknown> {
  return {
    jsonString: onText(jsonEscaped),
    jsonEncode: onText(jsonEscaped),
    json: onText(jsonEscaped),
    jsonDecode: onText((text) => String(JSON.parse(`"${text}"`))),
    uriEncode: onText(uriEncoded),
    url: onText(formEncoded),
    urlFormEncode: onText(formEncoded),
    xml: onText(xmlEscaped),
    html: onText(xmlEscaped),
    quote: '"',
    singleQuote: "'",
    dollar: '$',
    d: '$',
    hash: '#',
    h: '#',
    backslash: '\\',
    b: '\\',
    newline: '\n',
    n: '\n',
    exclamation: '!',
    e: '!',
  };
}

function onText(change: (text: string) => string): (value: unknown) => string | undefined {
  return (value) => (value === undefined || value === null ? undefined : change(textOf(value)));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** All but the unreserved characters of RFC 3986. */
function uriEncoded(text: string): string {
  return encodeURIComponent(withoutLoneSurrogates(text)).replace(/[!'()*]/g, byteEscape);
}

/** As Java's URLEncoder. */
function formEncoded(text: string): string {
  return encodeURIComponent(withoutLoneSurrogates(text))
    .replace(/[!'()~]/g, byteEscape)
    .replaceAll('%20', '+');
}

function byteEscape(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

function xmlEscaped(text: string): string {
  return xmlTextCodec.escape(text) ?? text;
}

/** `name=value`, or nothing where there is no value. */
function optionalQueryParam(name: unknown, value: unknown): string {
  return value === undefined || value === null || value === '' ? '' : `${textOf(name)}=${formEncoded(textOf(value))}`;
}

/** The first member of a JSON array, or a default. */
function firstFromArray(array: unknown, otherwise: unknown): unknown {
  const list = typeof array === 'string' ? parsed(array) : array;
  const first = Array.isArray(list) ? list[0] : undefined;
  return first ?? otherwise ?? '';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function math(): Record<string, unknown> {
  const onNumbers =
    (calculate: (...numbers: number[]) => number) =>
    (...values: unknown[]): number | undefined => {
      const result = calculate(...values.map(Number));
      return Number.isFinite(result) ? result : undefined;
    };
  return {
    add: onNumbers((a = 0, ...others) => others.reduce((sum, b) => sum + b, a)),
    sub: onNumbers((a = 0, ...others) => others.reduce((rest, b) => rest - b, a)),
    mul: onNumbers((a = 0, ...others) => others.reduce((product, b) => product * b, a)),
    div: onNumbers((a = 0, ...others) => others.reduce((part, b) => part / b, a)),
    mod: onNumbers((a = 0, b = 0) => a % b),
    pow: onNumbers((a = 0, b = 0) => a ** b),
    max: onNumbers(Math.max),
    min: onNumbers(Math.min),
    abs: onNumbers((a = 0) => Math.abs(a)),
    ceil: onNumbers((a = 0) => Math.ceil(a)),
    floor: onNumbers((a = 0) => Math.floor(a)),
    round: onNumbers((a = 0) => Math.round(a)),
    toInteger: onNumbers((a = 0) => Math.trunc(a)),
    toNumber: onNumbers((a = 0) => a),
    toDouble: onNumbers((a = 0) => a),
  };
}
