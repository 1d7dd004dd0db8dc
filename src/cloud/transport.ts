import AbstractHttpClient from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/AbstractHttpClient.js';
import { CloudError } from './cloudError.ts';

/** Sends a request: `globalThis.fetch`, which follows VS Code's proxy settings, or the practice org. */
export type Fetch = (request: Request) => Promise<Response>;

/** What the SDK asks of its HTTP client. */
export interface SdkRequest {
  /** Absolute, without its query. */
  readonly url: string;
  readonly method: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** An object for API calls, a form for logins. */
  readonly data?: unknown;
}

export interface SdkResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: unknown;
}

export interface TransportOptions {
  readonly fetch: Fetch;
  /** The only origins a request may go to. */
  readonly origins: ReadonlySet<string>;
  /** Waits so many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
}

const TIMEOUT = 16_000;
const ATTEMPTS = 4;
/** Longest wait that is kept to, in seconds; an org that asks for more is reported instead. */
const LONGEST_WAIT = 60;

/**
 * The only way out. Every request of the SDK, logins included, goes through `request`. It goes to the org's own hosts
 * only, follows no redirect, waits when it is told to, and fails with an error that holds nothing of what was sent.
 */
export class Transport extends AbstractHttpClient {
  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    super();
    this.#options = options;
  }

  /** Asked for by the SDK; hooks are not used. */
  enableHooks(): void {}

  async request(asked: SdkRequest): Promise<SdkResponse> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#send(asked);
      } catch (error) {
        const failure = error instanceof CloudError ? error : new CloudError('network');
        const wait = attempt < ATTEMPTS ? waitBefore(failure, attempt, isRepeatable(asked.method)) : undefined;
        if (wait === undefined) throw failure;
        await this.#options.sleep(wait * 1000);
      }
    }
  }

  async #send(asked: SdkRequest): Promise<SdkResponse> {
    const request = this.#requestFor(asked);
    const [response, text] = await this.#answer(request);
    if (!response.ok) throw errorOf(response, text, isLogin(asked.url));
    const data = request.headers.get('accept') === 'text/plain' ? text : parsed(text);
    if (isLogin(asked.url) && !stringIn(data, 'access_token'))
      throw new CloudError('login', { status: response.status });
    const headers = Object.fromEntries(response.headers);
    return { status: response.status, statusText: response.statusText, headers, data };
  }

  #requestFor({ url, method, params, headers: given, data }: SdkRequest): Request {
    const target = new URL(url);
    if (!this.#options.origins.has(target.origin)) throw new CloudError('blocked');
    for (const [name, value] of Object.entries(params ?? {}))
      target.searchParams.append(decodeURIComponent(name), value);
    const headers = new Headers({ ...given });
    if (data === undefined || data === null) return new Request(target, { method, headers, redirect: 'manual' });
    const isForm = typeof data === 'string';
    if (!headers.has('content-type')) {
      headers.set('content-type', isForm ? 'application/x-www-form-urlencoded' : 'application/json');
    }
    return new Request(target, { method, headers, redirect: 'manual', body: isForm ? data : JSON.stringify(data) });
  }

  /** The whole answer within the time; what went wrong on the way is dropped, because it may describe the request. */
  async #answer(request: Request): Promise<readonly [Response, string]> {
    const timeout = AbortSignal.timeout(TIMEOUT);
    try {
      const response = await this.#options.fetch(new Request(request, { signal: timeout }));
      return [response, await response.text()];
    } catch {
      throw new CloudError(timeout.aborted ? 'timeout' : 'network');
    }
  }
}

/** Seconds to wait before the same request is sent again; `undefined` when it must not be. */
function waitBefore({ kind, facts }: CloudError, attempt: number, repeatable: boolean): number | undefined {
  if (facts.status === 429) {
    const wait = facts.retryAfter ?? 2 ** attempt;
    return wait <= LONGEST_WAIT ? wait : undefined;
  }
  const passing = kind === 'network' || facts.status === 503;
  return passing && repeatable ? 0.5 * attempt : undefined;
}

/** Sending one of these twice is the same as once. */
function isRepeatable(method: string): boolean {
  return method !== 'POST' && method !== 'PATCH';
}

function isLogin(url: string): boolean {
  return url.endsWith('/oauth/token');
}

function errorOf(response: Response, text: string, login: boolean): CloudError {
  const body = parsed(text);
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const code = stringIn(body, 'code') ?? stringIn(body, 'error');
  const detail = stringIn(body, 'message');
  const contextId = stringIn(body, 'contextId') ?? response.headers.get('inin-correlation-id') ?? undefined;
  // A redirect that is not followed has no status the caller could read.
  const status = response.type === 'opaqueredirect' ? 302 : response.status;
  return new CloudError(login ? 'login' : 'api', {
    status,
    ...(code === undefined ? {} : { code }),
    ...(detail === undefined ? {} : { detail }),
    ...(contextId === undefined ? {} : { contextId }),
    ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
  });
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function stringIn(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null || !(name in body)) return undefined;
  const value = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}
