import { isProse } from './prose.ts';
import { isRare } from './rarity.ts';

const UUID = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';
/** The beginning of a long value tells what it is. */
const LOOKED_AT = 1000;

const OBJECT_ID = new RegExp(`^(?:[a-z]{1,20}_-_)?${UUID}$`);

/** Whether a value has the shape of a Genesys object's id: never a finding by its shape or under a vague name. */
export function isObjectId(value: string): boolean {
  return OBJECT_ID.test(value.trim());
}

const OBJECT_IDS = new RegExp(`(?<![0-9A-Fa-f])${UUID}(?![0-9A-Fa-f])`, 'g');

/** A text with a blank in the place of each object's id. */
export function withoutObjectIds(text: string): string {
  return text.replace(OBJECT_IDS, ' ');
}

/** Whether a value is plainly something else than a credential, even under a name that promises one. */
export function isHarmless(value: string): boolean {
  const text = value.trim().slice(0, LOOKED_AT);
  if (!/[^A-Za-z0-9]/.test(text)) return WORD_SHAPES.some((shape) => shape.test(text));
  return SHAPES.some((shape) => shape.test(text)) || isPath(text) || isProse(text);
}

/** Those of letters and digits alone. */
const WORD_SHAPES: readonly RegExp[] = [
  /^\d{1,3}$/,
  /^(?:P(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?|\d+(?:ms|s|m|h|d))$/, // a duration
];

const SHAPES: readonly RegExp[] = [
  /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s@]*$/i, // a URL without user information
  /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/, // an e-mail address
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/, // a date, a time
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/,
  /^(?:application|text|image|audio|video|multipart|font|message|model)\/[\w.+*-]{1,80}(?:;.*)?$/i, // a media type
  /^[a-z]{2,3}(?:[-_][A-Za-z]{4})?[-_][A-Z]{2}$/, // a locale
  /^#[0-9A-Fa-f]{3,8}$/, // a colour
  /^[vV]?\d{1,4}(?:\.\d{1,5}){1,3}(?:-[A-Za-z][\w.]{0,20})?$/, // a version, an IP address
  /^\$(?:\.\.?[\w*-]+|\[[^\]]{0,60}\]){1,40}$/, // a JSONPath
  /^\+\d[\d ()-]{6,20}$/, // a telephone number
  /^data:[\w/+.-]{1,60}[;,]/, // an embedded picture
];

/** An absolute or relative path, or one of names: its parts are words. */
function isPath(text: string): boolean {
  if (!/^(?:\/|\.{1,2}\/|~\/|[A-Za-z]:\\|\\\\)/.test(text)) return false;
  return /^[\w./\\~:@%+?=&{}[\]#,$ -]*$/.test(text) && !isRare(text);
}
