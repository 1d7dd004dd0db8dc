import { Sensitive } from '../base/sensitive.ts';
import { addressesOf, type Place } from './place.ts';

/** A sign-in in the browser that has begun. Only whoever holds the verifier can make use of the code that it ends with. */
export interface Authorization {
  /** The page to open: no secret is in it. */
  readonly url: string;
  readonly state: string;
  readonly verifier: Sensitive;
  readonly redirectUri: string;
}

/** Begins a sign-in with authorization code and PKCE (RFC 7636, S256). */
export async function newAuthorization(at: Place, clientId: string, redirectUri: string): Promise<Authorization> {
  const verifier = random();
  const state = random();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    state,
  });
  const url = `${addressesOf(at).login}/oauth/authorize?${query}`;
  return { url, state, verifier: new Sensitive(verifier), redirectUri };
}

/** How a sign-in in the browser ended: with a code, or with a no. */
export type RedirectAnswer = { readonly code: Sensitive } | 'refused';

/**
 * What a redirect says, given its address or its query. Nothing where its state is another: it answers somebody else's
 * sign-in, or was made up.
 */
export function redirectAnswer(address: string, state: string): RedirectAnswer | undefined {
  const query = new URLSearchParams(address.replace(/^[^?]*\?/, '').replace(/#.*$/s, ''));
  if (query.get('state') !== state) return undefined;
  const code = query.get('code');
  return code === null || code === '' ? 'refused' : { code: new Sensitive(code) };
}

/**
 * What was pasted after a sign-in: the address that the browser went to, or the code alone. A code has no state, and needs
 * none: without the verifier it was issued for it is refused.
 */
export function pastedAnswer(pasted: string, state: string): RedirectAnswer | undefined {
  const text = pasted.trim();
  if (/^[\w.~-]{8,512}$/.test(text)) return { code: new Sensitive(text) };
  return redirectAnswer(text, state);
}

/** 256 random bits in 43 characters, as RFC 7636 recommends for a verifier. */
function random(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
