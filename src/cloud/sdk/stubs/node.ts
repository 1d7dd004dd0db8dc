/**
 * Stands in for `fs`, `os` and `path`, which the SDK uses for its configuration file alone. Nothing is read, nothing is
 * watched, and the bundle runs where Node is not.
 */
export const homedir = (): string => '';
export const join = (...parts: readonly string[]): string => parts.join('/');
export const watchFile = (): void => {};
export const unwatchFile = (): void => {};
export const readFileSync = (): never => {
  throw new Error('no file is read');
};
