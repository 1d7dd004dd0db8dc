import { Refusal } from './errors.ts';
import type { JsonObject } from './json.ts';
import type { PracticeClient } from './ports.ts';

/** Seconds a token lives. */
const TOKEN_SECONDS = 86_400;

/** Logins and their tokens. Tokens do not survive a reload: a client then gets 401 and logs in again, as it must be able to. */
export class Auth {
  readonly #clients: readonly PracticeClient[];
  readonly #newId: () => string;
  readonly #now: () => string;
  readonly #tokens = new Map<string, { readonly client: PracticeClient; readonly endsAt: number }>();

  constructor(options: AuthOptions) {
    this.#clients = options.clients;
    this.#newId = options.newId;
    this.#now = options.now;
  }

  /** `POST /oauth/token` with the client credentials grant. Its errors have OAuth's shape, not `ErrorBody`. */
  async logIn(request: Request): Promise<{ readonly status: number; readonly json: JsonObject }> {
    if (request.method !== 'POST') return oauthError(405, 'invalid_request', 'only POST is allowed');
    const form = new URLSearchParams(await request.text());
    if (!isForm(request)) return oauthError(400, 'invalid_request', 'the body must be a form');
    const grant = form.get('grant_type');
    if (grant === null) return oauthError(400, 'invalid_request', 'grant_type is missing');
    if (grant !== 'client_credentials') return oauthError(400, 'unsupported_grant_type', 'grant type is not supported');
    const basic = readBasic(request.headers.get('authorization'));
    const client = this.#clients.find(({ id, secret }) => id === basic?.id && secret === basic.secret);
    if (client === undefined) return oauthError(401, 'invalid_client', 'client not found or wrong client secret');
    const token = this.#newId();
    this.#tokens.set(token, { client, endsAt: Date.parse(this.#now()) + TOKEN_SECONDS * 1000 });
    return { status: 200, json: { access_token: token, token_type: 'bearer', expires_in: TOKEN_SECONDS } };
  }

  /** The client behind the bearer token; a refusal (401) where there is none. */
  clientOf(request: Request): PracticeClient {
    const token = /^bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
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
}

interface AuthOptions {
  readonly clients: readonly PracticeClient[];
  readonly newId: () => string;
  readonly now: () => string;
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

function oauthError(status: number, error: string, description: string): { status: number; json: JsonObject } {
  return { status, json: { error, description, error_description: description } };
}
