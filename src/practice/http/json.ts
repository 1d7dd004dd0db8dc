import { badRequest } from './errors.ts';

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. A member that is not there reads as `undefined`. */
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** The text's value, or `undefined` where it is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the value is a JSON object: no array, no null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member as an object; a refusal (400) where it is missing or anything else. */
export function objectMember(body: JsonObject, name: string): JsonObject {
  const value = body[name];
  if (!isObject(value)) throw badRequest(`${name} must be an object.`, name);
  return value;
}

/** The member as a string; a refusal (400) where it is missing or anything else. */
export function stringMember(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw badRequest(`${name} must be a string.`, name);
  return value;
}

/** The member as a string, `undefined` where it is missing or null; a refusal (400) where it is anything else. */
export function optionalString(body: JsonObject, name: string): string | undefined {
  return body[name] === undefined || body[name] === null ? undefined : stringMember(body, name);
}

/** The member as a whole number; a refusal (400) where it is missing or anything else. */
export function integerMember(body: JsonObject, name: string): number {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isInteger(value)) throw badRequest(`${name} must be an integer.`, name);
  return value;
}

/** The member as a map of strings, `{}` where it is missing; a refusal (400) where any value is not a string. Keys are not quoted. */
export function stringMap(body: JsonObject, name: string): Readonly<Record<string, string>> {
  if (body[name] === undefined) return {};
  const entries = Object.entries(objectMember(body, name)).map(([key, value]): [string, string] => {
    if (typeof value !== 'string') throw badRequest(`Every value of ${name} must be a string.`, name);
    return [key, value];
  });
  return Object.fromEntries(entries);
}
