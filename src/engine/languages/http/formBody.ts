import { HOLE, type MappedText } from '../../text/index.ts';
import { formCodec } from './formCodec.ts';
import { FORM_SEPARATOR, splitPairs } from './pairs.ts';
import { percentCodec } from './percentCodec.ts';

/** A field of a form body, decoded. */
export interface FormField {
  readonly name: string;
  readonly value: MappedText;
}

/** A key as programs write them; a hole may be part of it. */
const NAME = new RegExp(`^[A-Za-z0-9_.\\-[\\]$:${HOLE}]{1,100}$`);
const WORD = /^[A-Za-z_]\w*$/;
/** JSON, and base64, that nobody has encoded: a plus in it is one, not a space, or half of a value would be taken for all of it. */
const AS_JSON = new RegExp(`^[\\s${HOLE}]*(?:\\{\\s*["}]|\\[\\s*["{[\\d])`);
const AS_BASE64 = /^(?=[^\d]*\d)(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z])[A-Za-z\d+/]{16,}={0,2}$/;
/** Prose or code is never a form: it has line breaks inside values, or begins like something else. */
const NO_FORM = /^[\s]*[{["'<]|[^\s&][\r\n]+[^\s&]/;

/**
 * Reads `key=value&…`; `undefined` where the text does not look like a form body. A single pair counts when its key is a word
 * and its value has no space. The last pair may be half typed.
 */
export function parseFormBody(text: MappedText): readonly FormField[] | undefined {
  const source = text.text;
  if (!source.includes('=') || NO_FORM.test(source)) return undefined;
  const pairs = splitPairs(text, FORM_SEPARATOR).filter(({ name }) => !onlyHoles(name.text));
  const fields = pairs.map(({ name, value }) => ({
    name: name.text.replaceAll(HOLE, ''),
    value: value.decode(isEncoded(value.text) ? formCodec : percentCodec),
  }));
  const [only] = pairs;
  if (pairs.length === 1 && only)
    return isPair(only.name.text.replaceAll(HOLE, ''), only.value.text) ? fields : undefined;
  return pairs.length > 0 && pairs.every(({ name }) => NAME.test(name.text)) ? fields : undefined;
}

function isEncoded(value: string): boolean {
  return !value.includes('+') || !(AS_JSON.test(value) || AS_BASE64.test(value));
}

function isPair(name: string, value: string): boolean {
  return WORD.test(name) && !/[\s=]/.test(value) && value !== '';
}

function onlyHoles(name: string): boolean {
  return name.replaceAll(HOLE, '').trim() === '';
}
