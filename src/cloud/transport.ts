import AbstractHttpClient from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/AbstractHttpClient.js';
import { beforeAbort } from './beforeAbort.ts';
import { CloudError } from './cloudError.ts';
import { errorFor } from './errorAnswer.ts';
import { Gate } from './gate.ts';
import { members, parsed, text } from './read.ts';

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
  /** A signal that ends one request, to this address, when its time is up. */
  readonly deadline: (url: string) => AbortSignal;
  /** Whether the sign-in still stands: after a sign-out, in whichever window, nothing more is sent. */
  readonly isSignedIn?: () => Promise<boolean>;
}

const ATTEMPTS = 4;
/** How many requests an org gets at once. */
const AT_ONCE = 5;
/** Longest wait that is kept to, in seconds; an org that asks for more is reported instead. */
const LONGEST_WAIT = 60;

/**
 * The only way out. Every request of the SDK, logins included, goes through `request`. It goes to the org's own hosts
 * only, a few at once, follows no redirect, waits when it is told to, and fails with an error that holds nothing of what was
 * sent.
 */
export class Transport extends AbstractHttpClient {
  readonly #options: TransportOptions;
  readonly #gate = new Gate(AT_ONCE);
  #signal: AbortSignal | undefined;

  constructor(options: TransportOptions) {
    super();
    this.#options = options;
  }

  /** Asked for by the SDK; hooks are not used. */
  enableHooks(): void {}

  /**
   * Lets the requests of one call end with the signal. The SDK knows no signals, but it has handed its request over by the
   * time its call returns.
   */
  during<Answer>(signal: AbortSignal | undefined, call: () => Promise<Answer>): Promise<Answer> {
    this.#signal = signal;
    try {
      return call();
    } finally {
      this.#signal = undefined;
    }
  }

  /** @throws CloudError and nothing else */
  async request(asked: SdkRequest): Promise<SdkResponse> {
    const signal = this.#signal;
    for (let attempt = 1; ; attempt++) {
      if (signal?.aborted) throw new CloudError('aborted');
      if ((await this.#options.isSignedIn?.()) === false) throw new CloudError('login', { status: 401 });
      try {
        return await this.#gate.run(signal, () => this.#send(asked, signal));
      } catch (error) {
        const failure = error instanceof CloudError ? error : new CloudError('network');
        const wait = attempt < ATTEMPTS ? waitBefore(failure, attempt, isRepeatable(asked)) : undefined;
        if (wait === undefined) throw failure;
        await this.#wait(wait * 1000, signal);
      }
    }
  }

  async #send(asked: SdkRequest, signal: AbortSignal | undefined): Promise<SdkResponse> {
    const body = bodyOf(asked);
    const request = this.#requestFor(asked, body);
    const [response, said] = await this.#answer(request, signal);
    const login = isLogin(asked);
    if (!response.ok) throw errorFor(response, said, login ? 'login' : 'api', secretsOf(request, body));
    const data = request.headers.get('accept') === 'text/plain' ? said : parsed(said);
    if (login && text(members(data).access_token) === undefined) {
      throw new CloudError('login', { status: response.status });
    }
    const headers = Object.fromEntries(response.headers);
    return { status: response.status, statusText: response.statusText, headers, data };
  }

  #requestFor({ url, method, params, headers: given, data }: SdkRequest, body: string | undefined): Request {
    const target = new URL(url);
    if (!this.#options.origins.has(target.origin)) throw new CloudError('blocked');
    for (const [name, value] of Object.entries(params ?? {})) {
      target.searchParams.append(decodeURIComponent(name), value);
    }
    const headers = new Headers({ ...given });
    if (body === undefined) return new Request(target, { method, headers, redirect: 'manual' });
    if (!headers.has('content-type')) {
      headers.set('content-type', typeof data === 'string' ? 'application/x-www-form-urlencoded' : 'application/json');
    }
    return new Request(target, { method, headers, redirect: 'manual', body });
  }

  /** The whole answer within the time; what went wrong on the way is dropped, because it may describe the request. */
  async #answer(request: Request, signal: AbortSignal | undefined): Promise<readonly [Response, string]> {
    const deadline = this.#options.deadline(request.url);
    const stop = signal ? AbortSignal.any([deadline, signal]) : deadline;
    try {
      const response = await beforeAbort(stop, this.#options.fetch(new Request(request, { signal: stop })));
      return [response, await beforeAbort(stop, response.text())];
    } catch {
      if (signal?.aborted) throw new CloudError('aborted');
      throw new CloudError(deadline.aborted ? 'timeout' : 'network');
    }
  }

  async #wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
    const waited = this.#options.sleep(ms);
    try {
      await (signal ? beforeAbort(signal, waited) : waited);
    } catch {
      throw new CloudError('aborted');
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

/** The form of a sign-in that can be repeated: a code and a refresh token are used up by the first one. */
const CLIENT_LOGIN = 'grant_type=client_credentials';

/** Sending one of these twice is the same as once. */
function isRepeatable(asked: SdkRequest): boolean {
  return (asked.method !== 'POST' && asked.method !== 'PATCH') || (isLogin(asked) && asked.data === CLIENT_LOGIN);
}

function isLogin({ url }: SdkRequest): boolean {
  return url.endsWith('/oauth/token');
}

/** Everything of a request that an answer must not repeat. */
function secretsOf({ headers }: Request, body = ''): string {
  const authorization = headers.get('authorization') ?? '';
  const basic = /^Basic (\S+)$/.exec(authorization)?.[1];
  const form = body.includes('=') && !body.startsWith('{') ? [...new URLSearchParams(body).values()] : [];
  return [body, ...form, authorization, basic === undefined ? '' : atob(basic)].join('\n');
}

function bodyOf({ data }: SdkRequest): string | undefined {
  if (data === undefined || data === null) return undefined;
  return typeof data === 'string' ? data : JSON.stringify(data);
}
