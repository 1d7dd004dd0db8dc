import ApiClient from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/ApiClient.js';
import { originsOf, type Region } from '../base/regions.ts';
import type { Sensitive } from '../base/sensitive.ts';
import type { OrgClient } from './orgClient.ts';
import { SdkOrgClient } from './sdkOrgClient.ts';
import { type Fetch, Transport } from './transport.ts';

export interface ConnectOptions {
  /** A region, or the loopback origin of a practice org that serves login and API on one host. */
  readonly at: Region | { readonly origin: string };
  readonly clientId: string;
  readonly clientSecret: Sensitive;
  readonly fetch: Fetch;
  /** Waits so many milliseconds between attempts; by default it does. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/**
 * Signs in with client credentials.
 * @throws CloudError when the org refuses the sign-in or does not answer
 */
export async function connectOrg({
  at,
  clientId,
  clientSecret,
  fetch,
  sleep = wait,
}: ConnectOptions): Promise<OrgClient> {
  const { login, origins } = addressesOf(at);
  const transport = new Transport({ fetch, origins, sleep });
  const client = newClient(at, transport);
  const signIn = async (): Promise<void> => {
    const { data } = await transport.request({
      url: `${login}/oauth/token`,
      method: 'POST',
      headers: { authorization: `Basic ${base64(`${clientId}:${clientSecret.reveal()}`)}` },
      data: 'grant_type=client_credentials',
    });
    client.setAccessToken((data as { readonly access_token: string }).access_token);
  };
  await signIn();
  return new SdkOrgClient(client, signIn);
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

function addressesOf(at: ConnectOptions['at']): { readonly login: string; readonly origins: ReadonlySet<string> } {
  if ('origin' in at) return { login: `${at.origin}/login`, origins: new Set([at.origin]) };
  const { login, api } = originsOf(at);
  return { login, origins: new Set([login, api]) };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
