import { xmlTextCodec } from '../../engine/languages/http/index.ts';
import { bytesOf, encodeBase64, withoutLoneSurrogates } from '../../engine/text/index.ts';
import { numberOf, Opaque, printed, Tool, type Value } from './values.ts';

/**
 * The macros of Data Action templates. An argument that is undefined makes the whole call undefined. How each escapes single
 * characters is inferred from the documented tools; a member that is not here may exist all the same and is opaque.
 */
export function templateMacros(): readonly Tool[] {
  return [
    new Tool('encoding', { base64: onText((text) => encodeBase64(bytesOf(text))) }),
    escapes(),
    new Tool('urlTool', { optionalQueryParam }),
    new Tool('math', math()),
    new Tool('successTemplateUtils', { firstFromArray }),
    new Tool('salesforce', { escReserved: onText((text) => text.replace(/[?&|!{}[\]()^~*:\\"'+-]/g, '\\$&')) }),
  ];
}

function escapes(): Tool {
  const methods = {
    jsonString: onText(jsonEscaped),
    jsonEncode: onText(jsonEscaped),
    json: onText(jsonEscaped),
    jsonDecode: onText(jsonDecoded),
    uriEncode: onText(uriEncoded),
    url: onText(formEncoded),
    urlFormEncode: onText(formEncoded),
    xml: onText(xmlEscaped),
    html: onText(xmlEscaped),
  };
  return new Tool('esc', methods, {
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
  });
}

function onText(change: (text: string) => Value): (value: Value) => Value {
  return (value) => (value === undefined ? undefined : change(printed(value)));
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function jsonDecoded(text: string): Value {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return new Opaque(`esc.jsonDecode(${text})`);
  }
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
function optionalQueryParam(name: Value, value: Value): Value {
  if (value === undefined || value === '') return '';
  return `${printed(name ?? '')}=${formEncoded(printed(value))}`;
}

/** The first member of a JSON array, or a default. */
function firstFromArray(...[array, otherwise]: Value[]): Value {
  const list = typeof array === 'string' ? parsed(array) : array;
  const first = Array.isArray(list) ? (list[0] as Value | null) : undefined;
  if (typeof first === 'object' && first !== null) return new Opaque('successTemplateUtils.firstFromArray');
  return first ?? otherwise ?? '';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function math(): Record<string, (...values: Value[]) => Value> {
  const onNumbers =
    (calculate: (...numbers: number[]) => number) =>
    (...values: Value[]): Value => {
      const numbers = values.map((value) => numberOf(value, '2'));
      if (numbers.includes(undefined)) return undefined;
      const result = calculate(...numbers.map(Number));
      return Number.isFinite(result) ? result : undefined;
    };
  return {
    add: onNumbers((a = 0, ...others) => others.reduce((sum, b) => sum + b, a)),
    sub: onNumbers((a = 0, ...others) => others.reduce((rest, b) => rest - b, a)),
    mul: onNumbers((a = 0, ...others) => others.reduce((product, b) => product * b, a)),
    div: onNumbers((a = 0, ...others) => others.reduce((part, b) => part / b, a)),
    // Of whole numbers: what stands behind the point is cut off first.
    mod: onNumbers((a = 0, b = 0) => Math.trunc(a) % Math.trunc(b)),
    pow: onNumbers((a = 0, b = 0) => a ** b),
    max: onNumbers(Math.max),
    min: onNumbers(Math.min),
    abs: onNumbers((a = 0) => Math.abs(a)),
    ceil: onNumbers((a = 0) => Math.ceil(a)),
    floor: onNumbers((a = 0) => Math.floor(a)),
    round: onNumbers(halfToEven),
    toInteger: onNumbers((a = 0) => Math.trunc(a)),
    toNumber: onNumbers((a = 0) => a),
    toDouble: onNumbers((a = 0) => a),
  };
}

/** Java's `rint`: what lies in the middle goes to the even neighbour. */
function halfToEven(value = 0): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
