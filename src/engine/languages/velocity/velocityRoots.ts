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
