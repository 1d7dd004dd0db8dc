import type { PracticeClient } from '../ports.ts';
import type { Json, JsonObject } from './json.ts';

/** One request as a handler sees it: authenticated, permitted, its body parsed. */
export interface Call {
  /** The path without query. */
  readonly path: string;
  /** `{id}` of the path, empty where it has none. */
  readonly id: string;
  /** `{file}` of the path, empty where it has none. */
  readonly file: string;
  readonly query: URLSearchParams;
  /** `{}` where the route takes no body. */
  readonly body: JsonObject;
  readonly client: PracticeClient;
}

/** What a handler answers: JSON, plain text, or nothing (204). */
export type Answer = { readonly json: Json } | { readonly text: string } | 'nothing';

/** An endpoint. Refusals are thrown by the handler. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{id}` and `{file}` as placeholders of one segment. */
  readonly path: string;
  /** Any one of these permissions suffices; none are needed where it is empty. */
  readonly anyOf: readonly string[];
  /** Whether a JSON object is demanded as body. */
  readonly takes: 'body' | 'nothing';
  readonly handle: (call: Call) => Answer;
}
