/**
 * Stands in for `fs`, `crypto` and `https`, which the SDK names in ways of signing in that are not used. Nothing is read, and
 * the bundle runs where Node is not.
 */
export const readFileSync = (): never => {
  throw new Error('no file is read');
};
