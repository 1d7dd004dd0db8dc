import type { PracticeClient } from '../ports.ts';
import { consentPage, refusalPage } from './consentPage.ts';

/** Milliseconds in which a code can be redeemed, and in which the author can answer the page. */
const PATIENCE = 5 * 60_000;

/** What a code stands for. */
interface Grant {
  readonly client: PracticeClient;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly state: string;
  readonly endsAt: number;
}

interface CodeGrantOptions {
  readonly clients: readonly PracticeClient[];
  readonly newId: () => string;
  readonly now: () => string;
}

/** Authorization code with PKCE: the page that asks for consent, and the codes it gives. S256 only, each code once. */
export class CodeGrant {
  readonly #options: CodeGrantOptions;
  /** Pages that are waiting for an answer, and codes that are waiting to be redeemed, by their id. */
  readonly #pages = new Map<string, Grant>();
  readonly #codes = new Map<string, Grant>();

  constructor(options: CodeGrantOptions) {
    this.#options = options;
  }

  /** `GET /oauth/authorize` shows the page, `POST` takes its answer and goes back to the client. */
  async respond(request: Request): Promise<Response> {
    if (request.method === 'GET') return this.#ask(new URL(request.url).searchParams);
    if (request.method === 'POST') return this.#answer(new URLSearchParams(await request.text()));
    return refusalPage(405, 'This method is not allowed here.');
  }

  /** The client of a code that was issued for this very request; the code is used up, whatever comes out. */
  async redeem(form: URLSearchParams): Promise<PracticeClient | undefined> {
    const code = form.get('code') ?? '';
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    if (grant === undefined || this.#isOver(grant)) return undefined;
    const isSame = form.get('client_id') === grant.client.id && form.get('redirect_uri') === grant.redirectUri;
    return isSame && (await challengeOf(form.get('code_verifier') ?? '')) === grant.challenge
      ? grant.client
      : undefined;
  }

  #ask(query: URLSearchParams): Response {
    const client = this.#options.clients.find(({ id }) => id === query.get('client_id'));
    const redirectUri = query.get('redirect_uri') ?? '';
    // Without both there is nowhere to go back to: whoever asks is told, and nobody else.
    if (!client?.user) return refusalPage(400, 'This OAuth client does not exist, or has no authorization code grant.');
    if (!client.user.redirectUris.includes(redirectUri)) {
      return refusalPage(400, 'This redirect address is not registered for the OAuth client.');
    }
    const [state, challenge] = [query.get('state') ?? '', query.get('code_challenge') ?? ''];
    const isPkce = query.get('code_challenge_method') === 'S256' && /^[\w-]{43}$/.test(challenge);
    if (query.get('response_type') !== 'code' || !isPkce) return back(redirectUri, { error: 'invalid_request', state });
    const page = this.#options.newId();
    this.#pages.set(page, { client, redirectUri, challenge, state, endsAt: this.#now() + PATIENCE });
    return consentPage({ page, clientName: client.name, userName: client.user.name });
  }

  #answer(form: URLSearchParams): Response {
    const page = form.get('page') ?? '';
    const grant = this.#pages.get(page);
    this.#pages.delete(page);
    if (grant === undefined || this.#isOver(grant))
      return refusalPage(400, 'This page has been answered, or is too old.');
    const { redirectUri, state } = grant;
    if (form.get('answer') !== 'allow') return back(redirectUri, { error: 'access_denied', state });
    const code = this.#options.newId();
    this.#codes.set(code, { ...grant, endsAt: this.#now() + PATIENCE });
    return back(redirectUri, { code, state });
  }

  #isOver({ endsAt }: Grant): boolean {
    return this.#now() >= endsAt;
  }

  #now(): number {
    return Date.parse(this.#options.now());
  }
}

function back(redirectUri: string, query: Readonly<Record<string, string>>): Response {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return new Response(null, { status: 302, headers: { location: address.href, 'cache-control': 'no-store' } });
}

/** RFC 7636: base64url of SHA-256 of the verifier. */
async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
