import { type JsonObject, notFound, Refusal } from '../http/index.ts';
import type { PracticeClient } from '../ports.ts';
import { CodeGrant } from './codeGrant.ts';

/** Seconds a token lives. */
const TOKEN_SECONDS = 86_400;

/** Logins and their tokens. Tokens do not survive a reload: a client then gets 401 and logs in again, as it must be able to. */
export class Auth {
  readonly #clients: readonly PracticeClient[];
  readonly #newId: () => string;
  readonly #now: () => string;
  readonly #codes: CodeGrant;
  readonly #tokens = new Map<string, { readonly client: PracticeClient; readonly endsAt: number }>();
  /** Each can be used once. */
  readonly #refreshTokens = new Map<string, PracticeClient>();

  constructor(options: AuthOptions) {
    this.#clients = options.clients;
    this.#newId = options.newId;
    this.#now = options.now;
    this.#codes = new CodeGrant(options);
  }

  /** Answers a request to the login service. The errors of its token endpoint have OAuth's shape, not `ErrorBody`. */
  async respond(request: Request, path: string): Promise<Response> {
    if (path === '/oauth/authorize') return this.#codes.respond(request);
    if (path !== '/oauth/token') throw notFound();
    const { status, json } = await this.#logIn(request);
    return Response.json(json, { status });
  }

  /** The client behind the bearer token; a refusal (401) where there is none. */
  clientOf(request: Request): PracticeClient {
    const token = bearer(request);
    if (token === undefined) {
      const message = 'No authentication bearer token specified in authorization header.';
      throw new Refusal(401, 'authentication.required', message);
    }
    const entry = this.#tokens.get(token);
    if (entry === undefined || Date.parse(this.#now()) >= entry.endsAt) {
      throw new Refusal(401, 'bad.credentials', 'Invalid login credentials.');
    }
    return entry.client;
  }

  /** Forgets the token of a request, as `DELETE /api/v2/tokens/me` asks. */
  forget(request: Request): void {
    this.#tokens.delete(bearer(request) ?? '');
  }

  async #logIn(request: Request): Promise<OAuthAnswer> {
    if (request.method !== 'POST') return oauthError(405, 'invalid_request', 'only POST is allowed');
    const form = new URLSearchParams(await request.text());
    if (!isForm(request)) return oauthError(400, 'invalid_request', 'the body must be a form');
    switch (form.get('grant_type')) {
      case null:
        return oauthError(400, 'invalid_request', 'grant_type is missing');
      case 'client_credentials':
        return this.#logInClient(readBasic(request.headers.get('authorization')));
      case 'authorization_code':
        return this.#tokensFor(await this.#codes.redeem(form), 'the code is not valid');
      case 'refresh_token':
        return this.#tokensFor(this.#refreshed(form), 'the refresh token is not valid');
      default:
        return oauthError(400, 'unsupported_grant_type', 'grant type is not supported');
    }
  }

  #logInClient(basic: { readonly id: string; readonly secret: string } | undefined): OAuthAnswer {
    const client = this.#clients.find(({ id, secret }) => id === basic?.id && secret === basic.secret);
    if (client === undefined) return oauthError(401, 'invalid_client', 'client not found or wrong client secret');
    if (client.user) return oauthError(400, 'unauthorized_client', 'this client has no client credentials grant');
    return { status: 200, json: this.#issue(client) };
  }

  #refreshed(form: URLSearchParams): PracticeClient | undefined {
    const token = form.get('refresh_token') ?? '';
    const client = this.#refreshTokens.get(token);
    if (client?.id !== form.get('client_id')) return undefined;
    this.#refreshTokens.delete(token);
    return client;
  }

  #tokensFor(client: PracticeClient | undefined, problem: string): OAuthAnswer {
    if (client === undefined) return oauthError(400, 'invalid_grant', problem);
    const json = this.#issue(client);
    if (!client.user?.refreshes) return { status: 200, json };
    const refresh = this.#newId();
    this.#refreshTokens.set(refresh, client);
    return { status: 200, json: { ...json, refresh_token: refresh } };
  }

  #issue(client: PracticeClient): JsonObject {
    const token = this.#newId();
    this.#tokens.set(token, { client, endsAt: Date.parse(this.#now()) + TOKEN_SECONDS * 1000 });
    return { access_token: token, token_type: 'bearer', expires_in: TOKEN_SECONDS };
  }
}

interface OAuthAnswer {
  readonly status: number;
  readonly json: JsonObject;
}

interface AuthOptions {
  readonly clients: readonly PracticeClient[];
  readonly newId: () => string;
  readonly now: () => string;
}

function bearer(request: Request): string | undefined {
  return /^bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}

function isForm(request: Request): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '');
}

function readBasic(header: string | null): { readonly id: string; readonly secret: string } | undefined {
  const encoded = /^basic (\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  try {
    const [, id, secret] = /^([^:]*):(.*)$/s.exec(atob(encoded)) ?? [];
    return id === undefined || secret === undefined ? undefined : { id, secret };
  } catch {
    return undefined;
  }
}

function oauthError(status: number, error: string, description: string): OAuthAnswer {
  return { status, json: { error, description, error_description: description } };
}
