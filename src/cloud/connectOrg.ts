import ApiClient from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/ApiClient.js';
import { originsOf, REGIONS, type Region } from '../base/regions.ts';
import type { Sensitive } from '../base/sensitive.ts';
import { CloudError } from './cloudError.ts';
import type { OrgClient } from './orgClient.ts';
import { members, text } from './read.ts';
import { SdkOrgClient } from './sdkOrgClient.ts';
import { type Fetch, Transport } from './transport.ts';

export interface ConnectOptions {
  /** A region, or the loopback origin of a practice org that serves login and API on one host. */
  readonly at: Region | { readonly origin: string };
  readonly clientId: string;
  readonly clientSecret: Sensitive;
  readonly fetch: Fetch;
  /** Ends the sign-in. */
  readonly signal?: AbortSignal;
  /** Waits so many milliseconds between attempts; by default it does. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** A signal that ends one request when its time is up; by default after 16 seconds, as in the SDK. */
  readonly deadline?: () => AbortSignal;
}

/**
 * Signs in with client credentials.
 * @throws CloudError when the org refuses the sign-in or does not answer, or the place is no Genesys Cloud host
 */
export async function connectOrg(options: ConnectOptions): Promise<OrgClient> {
  const { at, clientId, clientSecret, fetch, signal } = options;
  const { sleep = wait, deadline = () => AbortSignal.timeout(16_000) } = options;
  const { login, origins } = addressesOf(at);
  const transport = new Transport({ fetch, origins, sleep, deadline });
  const client = newClient(at, transport);
  const signIn = async (): Promise<void> => {
    const { data } = await transport.request({
      url: `${login}/oauth/token`,
      method: 'POST',
      headers: { authorization: `Basic ${base64(`${clientId}:${clientSecret.reveal()}`)}` },
      data: 'grant_type=client_credentials',
    });
    client.setAccessToken(text(members(data).access_token) ?? '');
  };
  await transport.during(signal, signIn);
  return new SdkOrgClient(client, transport, signIn);
}

function newClient(at: ConnectOptions['at'], transport: Transport): ApiClient {
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

/** No caller can choose a host that is neither Genesys Cloud's nor this machine. */
function addressesOf(at: ConnectOptions['at']): { readonly login: string; readonly origins: ReadonlySet<string> } {
  if ('origin' in at) {
    const { origin, hostname } = new URL(at.origin);
    if (!LOOPBACK.has(hostname)) throw new CloudError('blocked');
    return { login: `${origin}/login`, origins: new Set([origin]) };
  }
  if (!isRegion(at)) throw new CloudError('blocked');
  const { login, api } = originsOf(at);
  return { login, origins: new Set([login, api]) };
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A region of Genesys Cloud, or one that no network knows (RFC 2606): the practice org's, answered in process. */
function isRegion({ domain }: Region): boolean {
  return REGIONS.some((region) => region.domain === domain) || /^[\w.-]+\.invalid$/.test(domain);
}

function base64(plain: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(plain)));
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
