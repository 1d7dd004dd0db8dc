import type { PracticeClient } from '../ports.ts';
import { badRequest, missingPermissions, notFound, Refusal } from './errors.ts';
import { isObject, type JsonObject, parseJson } from './json.ts';
import type { Answer, Route } from './route.ts';

/** Finds the endpoint of a request and runs it: 404, 405, 403, 415 and malformed JSON are told apart here, in this order. */
export class Router {
  readonly #routes: readonly Route[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes;
  }

  /** The pattern of the route behind a path, `undefined` where there is none. */
  patternOf(path: string): string | undefined {
    return this.#routesAt(path)[0]?.path;
  }

  /** Answers an authenticated request; throws a `Refusal`. */
  async run(request: Request, path: string, client: PracticeClient): Promise<Answer> {
    const candidates = this.#routesAt(path);
    if (candidates.length === 0) throw notFound();
    const route = candidates.find(({ method }) => method === request.method);
    if (route === undefined) throw new Refusal(405, 'method.not.allowed', 'This method is not allowed here.');
    if (route.anyOf.length > 0 && !route.anyOf.some((permission) => client.permissions.includes(permission))) {
      throw missingPermissions(route.anyOf);
    }
    const body = route.takes === 'body' ? await readBody(request) : {};
    const { id = '', file = '' } = match(route.path, path) ?? {};
    return route.handle({ path, id, file, query: new URL(request.url).searchParams, body, client });
  }

  /** All methods at a path. A literal path wins over one with placeholders. */
  #routesAt(path: string): readonly Route[] {
    const matching = this.#routes.filter((route) => match(route.path, path) !== undefined);
    const literal = matching.filter((route) => route.path === path);
    return literal.length > 0 ? literal : matching;
  }
}

function match(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const expected = pattern.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const segment = decode(actual[index] ?? '');
    if (part.startsWith('{') && segment) params[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return params;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

async function readBody(request: Request): Promise<JsonObject> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Refusal(415, 'unsupported.media.type', 'The body must be sent as application/json.');
  }
  const body = parseJson(await request.text());
  if (body === undefined) throw badRequest('The request body is not valid JSON.');
  if (!isObject(body)) throw badRequest('The request body must be a JSON object.');
  return body;
}
