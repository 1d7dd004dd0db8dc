import type { ReferenceName } from './velocityParts.ts';

/** What the templates of Data Actions can read without defining it: keywords, macros, and the state of a loop. */
const ROOTS: ReadonlySet<string> = new Set([
  'authresponse',
  'credentials',
  'encoding',
  'esc',
  'foreach',
  'input',
  'math',
  'rawresult',
  'salesforce',
  'successtemplateutils',
  'urltool',
  'velocitycount',
  'velocityhasnext',
]);

/** Whether a name means something in every template. In any case: who writes `$Input.x` means no text. */
export function isKnownRoot(name: string): boolean {
  return ROOTS.has(name.toLowerCase());
}

/** Members of `$esc` that stand for one character, so that it is sent as a part of the text around it. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['esc.dollar', '$'],
  ['esc.d', '$'],
  ['esc.hash', '#'],
  ['esc.h', '#'],
  ['esc.exclamation', '!'],
  ['esc.e', '!'],
  ['esc.backslash', '\\'],
  ['esc.b', '\\'],
]);

/** The character that a reference always prints; `undefined` where that depends on the request. */
export function signNamed({ path, callee }: ReferenceName): string | undefined {
  return callee === undefined ? SIGNS.get(path.join('.')) : undefined;
}
