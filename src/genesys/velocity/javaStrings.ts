import type { Value } from './values.ts';

/**
 * The result of a method of a string: Java's, not JavaScript's, which differ under the same name (`replace`) or run for long.
 * `undefined` for what is not built here: regular expressions are read only where they are plain text.
 */
export function stringResult(text: string, name: string, [first, second]: readonly Value[]): Value {
  return METHODS.get(name)?.(text, first, second);
}

/** Whether strings have a method of this name. */
export function isStringMethod(name: string): boolean {
  return METHODS.has(name) || OTHERS.has(name);
}

type Method = (text: string, first?: Value, second?: Value) => Value;

const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    charAt: (text, at) => (typeof at === 'number' && at >= 0 && at < text.length ? text.charAt(at) : undefined),
    concat: onTexts((text, more) => text + more),
    contains: onTexts((text, part) => text.includes(part)),
    endsWith: onTexts((text, part) => text.endsWith(part)),
    equalsIgnoreCase: onTexts((text, other) => text.toLowerCase() === other.toLowerCase()),
    indexOf: onTexts((text, part) => text.indexOf(part)),
    isEmpty: (text) => text === '',
    lastIndexOf: onTexts((text, part) => text.lastIndexOf(part)),
    length: (text) => text.length,
    replace: onPairs((text, part, next) => text.replaceAll(part, () => next)),
    replaceAll: onPairs(replaced),
    split: onTexts(split),
    startsWith: onTexts((text, part) => text.startsWith(part)),
    substring: (text, start, end) => substring(text, start, end),
    toLowerCase: (text) => text.toLowerCase(),
    toUpperCase: (text) => text.toUpperCase(),
    trim: (text) => text.replace(/^[\0- ]+|[\0- ]+$/g, ''),
  }),
);

/** A method of one text: its other forms are not built here. */
function onTexts(method: (text: string, argument: string) => Value): Method {
  return (text, first, second) => (typeof first === 'string' && second === undefined ? method(text, first) : undefined);
}

function onPairs(method: (text: string, first: string, second: string) => Value): Method {
  return (text, first, second) =>
    typeof first === 'string' && typeof second === 'string' ? method(text, first, second) : undefined;
}

/** Methods that strings have and that are not built here, with those of newer versions. */
const OTHERS: ReadonlySet<string> = new Set([
  'chars',
  'codePointAt',
  'codePointBefore',
  'codePointCount',
  'codePoints',
  'compareTo',
  'compareToIgnoreCase',
  'contentEquals',
  'copyValueOf',
  'describeConstable',
  'format',
  'formatted',
  'getBytes',
  'getChars',
  'indent',
  'intern',
  'isBlank',
  'join',
  'lines',
  'matches',
  'offsetByCodePoints',
  'regionMatches',
  'repeat',
  'replaceFirst',
  'resolveConstantDesc',
  'strip',
  'stripIndent',
  'stripLeading',
  'stripTrailing',
  'subSequence',
  'toCharArray',
  'transform',
  'translateEscapes',
  'valueOf',
]);

function substring(text: string, start: Value, end: Value): Value {
  const to = end ?? text.length;
  if (typeof start !== 'number' || typeof to !== 'number') return undefined;
  return start >= 0 && start <= to && to <= text.length ? text.substring(start, to) : undefined;
}

/** Java drops empty texts at the end. */
function split(text: string, pattern: string): Value {
  if (!isPlain(pattern)) return undefined;
  const parts = text.split(pattern);
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}

function replaced(text: string, pattern: string, next: string): string | undefined {
  return isPlain(pattern) && !/[$\\]/.test(next) ? text.replaceAll(pattern, () => next) : undefined;
}

/** Whether a regular expression is plain text. */
function isPlain(pattern: string): boolean {
  return pattern !== '' && !/[\\^$.|?*+()[\]{}]/.test(pattern);
}
