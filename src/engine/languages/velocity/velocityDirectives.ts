/** Directives with a body and arguments, without `#if`. */
export const BLOCKS: ReadonlySet<string> = new Set(['foreach', 'macro', 'define']);
/** Those that an engine looks up by their name. */
export const PLUGGED: ReadonlySet<string> = new Set([
  ...BLOCKS,
  'break',
  'stop',
  'include',
  'parse',
  'evaluate',
  'literal',
]);
/** What ends the body of `#if`, `#elseif`, `#foreach`. */
export const NEXT_BRANCH: ReadonlySet<string> = new Set(['elseif', 'else', 'end']);
/** All directives that are the language's own. */
export const DIRECTIVES: ReadonlySet<string> = new Set([...PLUGGED, ...NEXT_BRANCH, 'set', 'if']);
