import { actionRoutes, draftRoutes, type RenderOutcome, renderWithValues, testRoutes } from './actions/index.ts';
import { errorBody, type JsonObject, locate, notFound, Refusal, Router } from './http/index.ts';
import { credentialRoutes, integrationRoutes } from './integrations/index.ts';
import type { Middleware, PracticeClient } from './ports.ts';
import { Auth, organizationRoutes, TOKEN_PATH } from './signIn/index.ts';
import { type CredentialValues, lostFields, type PracticeState, World, type WorldOptions } from './world/index.ts';

/** What a practice org is made of. `newId` also makes access tokens; `now` is ISO 8601; `onChange` is told of every write. */
export interface PracticeOrgOptions extends WorldOptions {
  readonly clients: readonly PracticeClient[];
  /** Stands before login and API alike. */
  readonly middleware?: Middleware;
}

/** One request that came in: no query, body, value or header, and of a failed one only the route's pattern. Status 0: no answer. */
export interface PracticeLogEntry {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** A small Genesys Cloud in memory. */
export interface PracticeOrg {
  /** Answers a platform API or login request; see `hosts.ts` for the addresses. */
  readonly handle: (request: Request) => Promise<Response>;
  readonly log: readonly PracticeLogEntry[];
  /** Everything but the credential values, as plain JSON to keep and pass in again as `seed`. */
  snapshot(): PracticeState;
  /** The values to keep in secret storage and pass in again as `values`. */
  credentialValues(): CredentialValues;
  /** The fields of an integration's credentials whose values were lost: whoever needs one enters it again. */
  lostFields(integrationId: string): readonly string[];
  /** The request of a published action with the real values in it: for tests. Throws a `Refusal` for an unknown action. */
  renderRequest(actionId: string, input: JsonObject): RenderOutcome;
}

export function createPracticeOrg(options: PracticeOrgOptions): PracticeOrg {
  const world = new World(options);
  const auth = new Auth(options);
  const router = new Router([
    ...organizationRoutes(world),
    ...credentialRoutes(world),
    ...integrationRoutes(world),
    ...actionRoutes(world),
    ...draftRoutes(world),
    ...testRoutes(world),
  ]);
  const log: PracticeLogEntry[] = [];
  const answer = (request: Request) => respond(request, world, auth, router);
  const { middleware } = options;
  return {
    handle: async (request) => {
      let status = 0;
      try {
        const response = await (middleware === undefined ? answer(request) : middleware(request, answer));
        status = response.status;
        return response;
      } finally {
        log.push({ method: request.method, path: loggedPath(request, status, router), status });
      }
    },
    log,
    snapshot: () => world.state,
    credentialValues: () => new Map(world.values),
    lostFields: (integrationId) => lostFields(world, integrationId),
    renderRequest: (actionId, input) => renderWithValues(world, actionId, input),
  };
}

async function respond(request: Request, world: World, auth: Auth, router: Router): Promise<Response> {
  const contextId = world.newId();
  const headers = { 'inin-correlation-id': contextId };
  try {
    const place = locate(request.url);
    if (place === undefined) throw notFound();
    if (place.service === 'login') {
      const answer = await auth.respond(request, place.path);
      answer.headers.set('inin-correlation-id', contextId);
      return answer;
    }
    const answered = await router.run(request, place.path, auth.clientOf(request));
    if (request.method === 'DELETE' && place.path === TOKEN_PATH) auth.forget(request);
    if (answered === 'nothing') return new Response(null, { status: 204, headers });
    if ('json' in answered) return Response.json(answered.json, { headers });
    return new Response(answered.text, { headers: { ...headers, 'content-type': 'text/plain;charset=UTF-8' } });
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return Response.json(errorBody(thrown, contextId), { status: thrown.status, headers });
  }
}

/** The path of a request that succeeded consists of known ids; of any other it may hold whatever the caller put there. */
function loggedPath(request: Request, status: number, router: Router): string {
  const place = locate(request.url);
  if (place?.service === 'login') return place.path === '/oauth/authorize' ? place.path : '/oauth/token';
  const pattern = place && router.patternOf(place.path);
  if (place === undefined || pattern === undefined) return '(unknown path)';
  return status >= 200 && status < 300 ? place.path : pattern;
}
