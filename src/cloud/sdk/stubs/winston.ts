// No transports: the SDK then hands nothing to its log.
const silent = { add: () => silent, log: () => {}, transports: [] };

/** Stands in for winston: the SDK would format every request for its log. It goes nowhere. */
export const createLogger = (): typeof silent => silent;
export const format = Object.assign(() => () => undefined, {
  combine: () => undefined,
  json: () => undefined,
  simple: () => undefined,
});
export const transports = { Console: class {}, File: class {} };
