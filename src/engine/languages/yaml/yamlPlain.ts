import { type Decoded, RunBuilder, withoutLoneSurrogates } from '../../text/index.ts';
import { maskSubstitutions } from '../../tree/index.ts';
import { isPrintable } from './yamlEscapes.ts';
import { readFold, trimmedEnd, unreadable } from './yamlFold.ts';

/** What the place of a plain scalar means for what it can hold. */
export interface PlainContext {
  /** Inside `[…]` or `{…}`, where commas and brackets end a plain scalar. */
  readonly inFlow: boolean;
  /** At the first column, where `---` and `...` end the document. */
  readonly atLineStart: boolean;
  /** The scalar is text, so it must not become a number, a boolean or null. */
  readonly isText: boolean;
  /**
   * `strict`: read as YAML reads it. `substitutions`: the same, with `{{x}}` and `${x}` as plain words. `lenient`: the document is
   * broken, so everything is taken as it stands, and edited only by quoting it.
   */
  readonly reading: 'strict' | 'substitutions' | 'lenient';
}

// biome-ignore format: one alternative for each kind of value
const OTHER = /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))?$/;
const OTHER_STARTS = new Uint8Array(128);
for (const char of '~nNtTfF0123456789+-.') OTHER_STARTS[char.charCodeAt(0)] = 1;

/** Whether a plain scalar that begins with this character can read as a number, a boolean or null. */
export function mayReadAsOther(code: number): boolean {
  return OTHER_STARTS[code] === 1;
}

/** Whether a plain scalar reads as a number, a boolean or null (core schema of YAML 1.2). */
export function readsAsOther(plain: string): boolean {
  return plain === '' || (mayReadAsOther(plain.charCodeAt(0)) && OTHER.test(plain));
}

const CARE_BLOCK = /[\r\n:#\uD800-\uDFFF]|^[ \t\-?,[\]{}&*!|>'"%@`.]|[ \t]$|^$/;
const CARE_FLOW = /[\r\n:#\uD800-\uDFFF,[\]{}]|^[ \t\-?&*!|>'"%@`.]|[ \t]$|^$/;
const END_BLOCK = /:(?=[ \t\r\n]|$)|(?<=[ \t\r\n])#/;
const END_FLOW = /:(?=[ \t\r\n,[\]{}]|$)|(?<=[ \t\r\n])#|[,[\]{}]/;
const BAD_START_BLOCK = /^[ \t]*(?:[\r\n,[\]{}#&*!|>'"%@`]|[?-](?:[ \t\r\n]|$)|$)/;
const BAD_START_FLOW = /^[ \t]*(?:[\r\n,[\]{}#&*!|>'"%@`]|[?-](?:[ \t\r\n,[\]{}]|$)|$)/;
const DOCUMENT_MARK = /^(?:---|\.\.\.)(?:[ \t\r\n]|$)/;

/** Reads a plain scalar; what YAML would not read as this scalar reads as a hole or ends early. */
export function decodePlain(raw: string, context: PlainContext): Decoded {
  const { reading, isText, inFlow } = context;
  if (reading === 'lenient') return fold(raw, 0, raw.length);
  const care = (inFlow ? CARE_FLOW : CARE_BLOCK).test(raw);
  if (!care && !(isText && readsAsOther(raw))) return { text: raw };
  const structure = reading === 'substitutions' ? maskSubstitutions(raw) : raw;
  if ((isText && readsAsOther(structure)) || !canStart(structure, context)) return unreadable(raw);
  const end = structure.search(inFlow ? END_FLOW : END_BLOCK);
  return fold(raw, 0, end < 0 ? raw.length : end);
}

/** A plain scalar holds one printable line; whether it stays one is seen by reading it back. */
export function escapeInPlain(text: string, { reading }: PlainContext): string | undefined {
  return reading !== 'lenient' && isPrintable(text, 'one') ? text : undefined;
}

function canStart(structure: string, { inFlow, atLineStart }: PlainContext): boolean {
  if (atLineStart && DOCUMENT_MARK.test(structure)) return false;
  return !(inFlow ? BAD_START_FLOW : BAD_START_BLOCK).test(structure);
}

const BREAK = /[\r\n]/;

function fold(original: string, start: number, to: number): Decoded {
  const raw = withoutLoneSurrogates(original);
  const out = new RunBuilder(raw);
  let from = start;
  while (from < to && (raw[from] === ' ' || raw[from] === '\t')) from++;
  let end = to;
  while (end > from && ' \t\r\n'.includes(raw.charAt(end - 1))) end--;
  for (;;) {
    const length = raw.slice(from, end).search(BREAK);
    if (length < 0) break;
    const lineEnd = trimmedEnd(raw, from, from + length);
    out.copy(from, lineEnd);
    const next = readFold(raw, lineEnd);
    out.unit(next.text, lineEnd, next.to);
    from = next.to;
  }
  out.copy(from, end);
  return out.done();
}
