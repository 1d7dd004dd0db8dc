import ApiClient from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/ApiClient.js';
import type { Sensitive } from '../base/sensitive.ts';
import { CloudError } from './cloudError.ts';
import type { SignedInOrg } from './orgClient.ts';
import { addressesOf, type Place } from './place.ts';
import { SdkOrgClient } from './sdkOrgClient.ts';
import { askTokens, renewTokens, type TokenKeeper, type Tokens } from './tokens.ts';
import { type Fetch, Transport } from './transport.ts';

/** How an org is reached. */
export interface Reach {
  readonly at: Place;
  readonly clientId: string;
  readonly fetch: Fetch;
  /** Ends the sign-in. */
  readonly signal?: AbortSignal;
  /** Waits so many milliseconds between attempts; by default it does. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** A signal that ends one request, to this address, when its time is up; by default after 16 seconds, as in the SDK. */
  readonly deadline?: (url: string) => AbortSignal;
  /** Whether the sign-in still stands, asked before each request; it always does by default. */
  readonly isSignedIn?: () => Promise<boolean>;
}

export interface ConnectOptions extends Reach {
  readonly clientSecret: Sensitive;
}

/** A user who has signed in with the browser. */
export interface UserOptions extends Reach {
  readonly tokens: TokenKeeper;
}

/** A code that a sign-in in the browser ended with. It can be used once. */
export interface CodeOptions extends Reach {
  readonly code: Sensitive;
  readonly verifier: Sensitive;
  readonly redirectUri: string;
}

/**
 * Signs in with client credentials.
 * @throws CloudError when the org refuses the sign-in or does not answer, or the place is no Genesys Cloud host
 */
export async function connectOrg(options: ConnectOptions): Promise<SignedInOrg> {
  const { at, clientId, clientSecret, signal } = options;
  const { transport, login } = wayTo(options);
  const client = newClient(at, transport);
  const signIn = async (): Promise<void> => {
    const authorization = `Basic ${base64(`${clientId}:${clientSecret.reveal()}`)}`;
    const { access } = await askTokens(transport, login, { grant_type: 'client_credentials' }, { authorization });
    client.setAccessToken(access.reveal());
  };
  await transport.during(signal, signIn);
  return new SdkOrgClient(client, transport, signIn);
}

/**
 * Goes on with the tokens of a user. Nothing is sent yet.
 * @throws CloudError when there are none, or the place is no Genesys Cloud host
 */
export async function connectUser(options: UserOptions): Promise<SignedInOrg> {
  const { at, clientId, tokens } = options;
  const { transport, login } = wayTo(options);
  const client = newClient(at, transport);
  const kept = await tokens.kept();
  if (!kept) throw new CloudError('login', { status: 401 });
  let current = kept.access;
  client.setAccessToken(current.reveal());
  const refresh = (token: Sensitive): Promise<Tokens> =>
    askTokens(transport, login, { grant_type: 'refresh_token', refresh_token: token.reveal(), client_id: clientId });
  const renew = async (): Promise<void> => {
    current = (await renewTokens(current, tokens, refresh)).access;
    client.setAccessToken(current.reveal());
  };
  return new SdkOrgClient(client, transport, renew);
}

/**
 * Exchanges the code of a sign-in in the browser for tokens.
 * @throws CloudError when the org refuses it
 */
export function redeemCode(options: CodeOptions): Promise<Tokens> {
  const { clientId, code, verifier, redirectUri, signal } = options;
  const { transport, login } = wayTo(options);
  const form = {
    grant_type: 'authorization_code',
    client_id: clientId,
    code: code.reveal(),
    redirect_uri: redirectUri,
    code_verifier: verifier.reveal(),
  };
  return transport.during(signal, () => askTokens(transport, login, form));
}

function wayTo({ at, fetch, isSignedIn, ...options }: Reach): {
  readonly transport: Transport;
  readonly login: string;
} {
  const { sleep = wait, deadline = timeFor } = options;
  const { login, origins } = addressesOf(at);
  return { transport: new Transport({ fetch, origins, sleep, deadline, ...(isSignedIn && { isSignedIn }) }), login };
}

/** A Data Action may take a minute, and its test with it. */
function timeFor(url: string): AbortSignal {
  return AbortSignal.timeout(new URL(url).pathname.endsWith('/test') ? 75_000 : 16_000);
}

function newClient(at: Place, transport: Transport): ApiClient {
  const client = new ApiClient();
  client.config.live_reload_config = false;
  // The SDK would renew a token by sending the request again in the background, writes included.
  client.config.refresh_access_token = false;
  client.setHttpClient(transport);
  if ('domain' in at) {
    client.setGateway(undefined);
    client.setEnvironment(at.domain);
  } else {
    const { protocol, hostname, port } = new URL(at.origin);
    client.setGateway({
      host: hostname,
      protocol: protocol.slice(0, -1),
      port: Number(port),
      path_params_login: 'login',
      path_params_api: '',
    });
  }
  return client;
}

function base64(plain: string): string {
  return btoa(Array.from(new TextEncoder().encode(plain), (byte) => String.fromCharCode(byte)).join(''));
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
