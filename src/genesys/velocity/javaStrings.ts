/** A call of a method in a template, as the engine hands it over. */
interface MethodCall {
  readonly property: string;
  readonly context: unknown;
  readonly params: readonly unknown[];
}

/**
 * The methods of strings in a template: Java's, not JavaScript's, which differ under the same name (`replace`) or run for
 * long. One that is not here is undefined. Regular expressions are read only where they are plain text.
 */
export const JAVA_STRING_METHODS = {
  uid: 'java-string',
  match: ({ context }: MethodCall): boolean => typeof context === 'string',
  resolve: ({ property, context, params }: MethodCall): unknown => {
    const method = Object.hasOwn(METHODS, property) ? METHODS[property] : undefined;
    return method && typeof context === 'string' ? method(context, ...params) : undefined;
  },
};

type Method = (text: string, first?: unknown, second?: unknown) => unknown;

const METHODS: Readonly<Record<string, Method>> = {
  charAt: (text, at) => text.charAt(Number(at)),
  concat: (text, more) => text + String(more),
  contains: (text, part) => text.includes(String(part)),
  endsWith: (text, part) => text.endsWith(String(part)),
  equals: (text, other) => text === other,
  equalsIgnoreCase: (text, other) => typeof other === 'string' && text.toLowerCase() === other.toLowerCase(),
  indexOf: (text, part) => text.indexOf(String(part)),
  isBlank: (text) => text.trim() === '',
  isEmpty: (text) => text === '',
  lastIndexOf: (text, part) => text.lastIndexOf(String(part)),
  length: (text) => text.length,
  replace: (text, part, next) => text.replaceAll(String(part), () => String(next)),
  replaceAll: (text, pattern, next) => replaced(text, String(pattern), String(next)),
  split: (text, pattern) => (isPlain(String(pattern)) ? text.split(String(pattern)) : undefined),
  startsWith: (text, part) => text.startsWith(String(part)),
  strip: (text) => text.trim(),
  substring: (text, start, end) => text.substring(Number(start), end === undefined ? text.length : Number(end)),
  toLowerCase: (text) => text.toLowerCase(),
  toString: (text: string) => text,
  toUpperCase: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
};

function replaced(text: string, pattern: string, next: string): string | undefined {
  return isPlain(pattern) && !/[$\\]/.test(next) ? text.replaceAll(pattern, () => next) : undefined;
}

/** Whether a regular expression is plain text. */
function isPlain(pattern: string): boolean {
  return pattern !== '' && !/[\\^$.|?*+()[\]{}]/.test(pattern);
}
