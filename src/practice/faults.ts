import { errorBody, missingPermissions } from './http/index.ts';
import type { Middleware } from './ports.ts';

/**
 * What can go wrong with the next request that changes something. `slow`: every request takes seconds until another fault is
 * chosen · `lost`: it takes effect and its answer does not come · `lag`: listings do not show what is new · `lost-and-lag`: both ·
 * `timeout-after`: it takes effect, and its answer comes when nobody waits any more · `second-person`: somebody changes the same thing a moment before
 */
export const PRACTICE_FAULTS = [
  'none',
  'slow',
  '401',
  '403',
  '409',
  '429',
  '500',
  '503',
  'reset',
  'lost',
  'lag',
  'lost-and-lag',
  'timeout-after',
  'second-person',
] as const;

export type PracticeFault = (typeof PRACTICE_FAULTS)[number];

/** Milliseconds that a slow answer takes, and for which a listing lags. */
const SLOW = 3000;
const LAG = 30_000;

/** Faults on request, between the caller and the org. */
export class PracticeFaults {
  #fault: PracticeFault = 'none';
  readonly #now: () => number;
  readonly #sleep: (ms: number) => Promise<void>;

  /** @param now milliseconds of any clock that `createdDate` is told by */
  constructor(now: () => number, sleep: (ms: number) => Promise<void>) {
    this.#now = now;
    this.#sleep = sleep;
  }

  /** Lets the next request that changes something go wrong; `slow` and `lag` last until another fault is chosen. */
  choose(fault: PracticeFault): void {
    this.#fault = fault;
  }

  readonly middleware: Middleware = async (request, next) => {
    const fault = this.#fault;
    if (fault === 'slow') await this.#sleep(SLOW);
    if (fault === 'lag' && request.url.includes('/credentials/listing')) return this.#lagging(await next(request));
    if (fault === 'none' || fault === 'slow' || fault === 'lag' || !changesSomething(request)) return next(request);
    if (fault === 'second-person' && request.method !== 'PUT') return next(request);
    this.#fault = fault === 'lost-and-lag' ? 'lag' : 'none';
    return meet(fault, request, next);
  };

  async #lagging(answer: Response): Promise<Response> {
    const body: unknown = await answer.json();
    if (typeof body !== 'object' || body === null || !('entities' in body) || !Array.isArray(body.entities)) {
      return Response.json(body, { status: answer.status });
    }
    const entities = body.entities.filter(
      (entity: { createdDate?: string }) => this.#now() - Date.parse(entity.createdDate ?? '') > LAG,
    );
    return Response.json({ ...body, entities }, { status: answer.status });
  }
}

type Passing = Exclude<PracticeFault, 'none' | 'slow' | 'lag'>;

async function meet(
  fault: Passing,
  request: Request,
  next: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (fault === 'reset') throw new TypeError('fetch failed');
  if (fault === 'lost' || fault === 'lost-and-lag') {
    await next(request);
    throw new TypeError('fetch failed');
  }
  if (fault === 'timeout-after') {
    await next(request.clone());
    return givenUp(request.signal);
  }
  if (fault === 'second-person') {
    // The same configuration, sent by somebody else first: its version moves on under the request.
    await next(request.clone());
    return next(request);
  }
  if (fault === '403') return refusal(request);
  const status = Number(fault);
  const headers = status === 429 ? { 'retry-after': '2' } : undefined;
  const body = { status, code: CODES[fault] ?? 'internal.server.error', message: 'A fault of the practice org.' };
  return Response.json(body, { status, ...(headers && { headers }) });
}

/** No answer until the client no longer waits for one. */
function givenUp(signal: AbortSignal): Promise<Response> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(new TypeError('fetch failed'));
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
}

/** As the org itself words it: the permission that this very request needs is missing. */
function refusal({ method, url }: Request): Response {
  const entity = url.includes('/integrations/actions') ? 'action' : 'integration';
  const action = method === 'DELETE' ? 'delete' : method === 'POST' && entity === 'integration' ? 'add' : 'edit';
  const missing = missingPermissions([`integrations:${entity}:${action}`]);
  return Response.json(errorBody(missing, crypto.randomUUID()), { status: missing.status });
}

const CODES: Readonly<Record<string, string>> = {
  '401': 'bad.credentials',
  '409': 'general.conflict',
  '429': 'too.many.requests',
  '503': 'service.unavailable',
};

function changesSomething({ method, url }: Request): boolean {
  return method !== 'GET' && !url.endsWith('/oauth/token');
}
