/** What ends the body of `#if`, `#elseif`, `#foreach`. */
export const NEXT_BRANCH: ReadonlySet<string> = new Set(['elseif', 'else', 'end']);
export const END: ReadonlySet<string> = new Set(['end']);
/** Those with a body and arguments. */
export const BLOCKS: ReadonlySet<string> = new Set(['foreach', 'macro', 'define']);
/** The others that the engine looks up by their name. */
export const PLUGGED: ReadonlySet<string> = new Set([
  ...BLOCKS,
  'break',
  'stop',
  'include',
  'parse',
  'evaluate',
  'literal',
]);
/** All that are the language's own. */
export const KNOWN: ReadonlySet<string> = new Set([...PLUGGED, ...NEXT_BRANCH, 'set', 'if']);
