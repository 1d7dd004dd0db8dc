import { badRequest } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import type { Call } from './route.ts';

const MAX_PAGE = 100;

/** One page by `pageNumber` (from 1) and `pageSize` (25, at most 100), in the shape of the API's entity listings. */
export function pageOf<T>(call: Call, things: readonly T[], toEntity: (thing: T) => Json): JsonObject {
  const pageSize = positive(call.query, 'pageSize', 25);
  const pageNumber = positive(call.query, 'pageNumber', 1);
  if (pageSize > MAX_PAGE) throw badRequest(`pageSize must be at most ${MAX_PAGE}.`, 'pageSize');
  const pageCount = Math.ceil(things.length / pageSize);
  const start = (pageNumber - 1) * pageSize;
  const uri = (page: number) => withQuery(call, { pageNumber: `${page}`, pageSize: `${pageSize}` });
  return {
    entities: things.slice(start, start + pageSize).map(toEntity),
    pageSize,
    pageNumber,
    total: things.length,
    pageCount,
    selfUri: uri(pageNumber),
    firstUri: uri(1),
    lastUri: uri(Math.max(pageCount, 1)),
    ...(pageNumber < pageCount ? { nextUri: uri(pageNumber + 1) } : {}),
    ...(pageNumber > 1 ? { previousUri: uri(pageNumber - 1) } : {}),
  };
}

/** The query value as a whole number from 1 on; a refusal (400) for anything else. */
export function positive(query: URLSearchParams, name: string, standard: number): number {
  const text = query.get(name);
  if (text === null) return standard;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw badRequest(`${name} must be a whole number from 1 on.`, name);
  return Number(text);
}

/** A query value that lists things by comma, `undefined` where it is absent; a refusal (400) for more than `max`. */
export function listed(query: URLSearchParams, name: string, max: number): readonly string[] | undefined {
  const items = query.getAll(name).flatMap((value) => value.split(','));
  if (items.length > max) throw badRequest(`${name} takes at most ${max} values.`, name);
  return items.length === 0 ? undefined : items;
}

/** The request's own path and query with some values set. */
export function withQuery(call: Call, values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(call.query);
  for (const [name, value] of Object.entries(values)) query.set(name, value);
  return `${call.path}?${query}`;
}
