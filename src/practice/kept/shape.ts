import { isObject, type Json, type JsonObject } from '../http/index.ts';

/** Takes a value of unknown origin and gives it back in its shape, without what is not of that shape. @throws ShapeError */
export type Shape<T> = (value: unknown) => T;

/** What was read is not of its shape. Says nothing of what it is instead. */
export class ShapeError extends Error {}

/** Most characters of one text. */
const LONGEST_TEXT = 100_000;
/** Most members of a list or map. */
const MOST_MEMBERS = 2_000;
/** Levels of lists and objects in free JSON. */
const DEEPEST = 40;

export const text: Shape<string> = (value) =>
  typeof value === 'string' && value.length <= LONGEST_TEXT ? value : no();

export const flag: Shape<boolean> = (value) => (typeof value === 'boolean' ? value : no());

/** A whole number that counts something. */
export const count: Shape<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : no();

/** Any number that JSON can say. */
export const number: Shape<number> = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : no());

/** One of these values. */
export function oneOf<const T extends string | number | boolean>(...values: readonly T[]): Shape<T> {
  return (value) => values.find((each) => each === value) ?? no();
}

export function list<T>(of: Shape<T>): Shape<readonly T[]> {
  return (value) => (Array.isArray(value) && value.length <= MOST_MEMBERS ? value.map((each) => of(each)) : no());
}

/** A map by any names. */
export function record<T>(of: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value) => {
    const members = Object.entries(isObject(value) ? value : no());
    if (members.length > MOST_MEMBERS) no();
    return Object.fromEntries(members.map(([name, member]) => [text(name), of(member)]));
  };
}

type Members = Readonly<Record<string, Shape<unknown>>>;
type Of<M extends Members> = { readonly [Name in keyof M]: ReturnType<M[Name]> };

/** An object with all of these members, and of the others those that are there. */
export function object<M extends Members, O extends Members = Record<never, never>>(
  members: M,
  others?: O,
): Shape<Of<M> & Partial<Of<O>>> {
  return (value) => {
    const from = isObject(value) ? value : no();
    const there = Object.entries(others ?? {}).filter(([name]) => own(from, name) !== undefined);
    const read = [...Object.entries(members), ...there].map(([name, shape]) => [name, shape(own(from, name))]);
    return Object.fromEntries(read) as Of<M> & Partial<Of<O>>;
  };
}

/** Any JSON object, not too deep. */
export const jsonObject: Shape<JsonObject> = (value) => {
  const members = isObject(value) ? value : no();
  isShallow(members, DEEPEST);
  return members;
};

function isShallow(value: Json | undefined, levels: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (levels === 0) no();
  for (const member of Object.values(value)) isShallow(member, levels - 1);
}

/** Only what the object has itself. */
function own(from: JsonObject, name: string): unknown {
  return Object.hasOwn(from, name) ? from[name] : undefined;
}

function no(): never {
  throw new ShapeError('not of its shape');
}
