/** Where the SDK's client sends its calls: a gateway in front of both login and API, or the hosts of a domain. */
interface Gateway {
  readonly host: string;
  readonly protocol: string;
  readonly port: number;
  readonly path_params_login: string;
  readonly path_params_api: string;
}

/**
 * Stands in for the SDK's configuration, which reads a file in the user's home that can turn on body logging or send every
 * call, login included, to another host, and goes on watching it. This one knows what the program says and nothing else.
 */
export default class Configuration {
  refresh_access_token = false;
  live_reload_config = false;
  readonly logger = { log: (): void => {} };
  gateway: Gateway | undefined;
  environment = '';
  basePath = '';
  authUrl = '';

  setEnvironment(domain: string): void {
    this.environment = domain;
    this.basePath = `https://api.${domain}`;
    this.authUrl = `https://login.${domain}`;
  }

  setGateway(gateway: Gateway | undefined): void {
    this.gateway = gateway;
  }

  /** @param regionUrl what it is where no gateway is set */
  getConfUrl(part: 'login' | 'api', regionUrl: string): string {
    if (!this.gateway) return regionUrl;
    const { protocol, host, port, path_params_login, path_params_api } = this.gateway;
    const path = part === 'login' ? path_params_login : path_params_api;
    const authority = port > 0 ? `${host}:${port}` : host;
    return `${protocol}://${authority}${path === '' ? '' : `/${path}`}`;
  }
}
