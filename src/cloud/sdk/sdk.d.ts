// The part of purecloud-platform-client-v2 that is used. Its own typings cover the whole package only; these modules are
// imported one by one, so that the rest stays out of the bundle.

declare module 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/AbstractHttpClient.js' {
  export default class AbstractHttpClient {
    timeout: number;
  }
}

declare module 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/ApiClient.js' {
  import type AbstractHttpClient from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/AbstractHttpClient.js';

  export default class ApiClient {
    readonly config: { refresh_access_token: boolean; live_reload_config: boolean };
    setEnvironment(domain: string): void;
    setGateway(gateway: SdkGateway | undefined): void;
    setHttpClient(client: AbstractHttpClient): void;
    setAccessToken(token: string): void;
    callApi(
      path: string,
      method: string,
      pathParams: object,
      queryParams: object,
      headerParams: object,
      formParams: object,
      body: unknown,
      authNames: readonly string[],
      contentTypes: readonly string[],
      accepts: readonly string[],
    ): Promise<unknown>;
  }

  export interface SdkGateway {
    readonly host: string;
    readonly protocol: string;
    readonly port: number;
    readonly path_params_login: string;
    readonly path_params_api: string;
  }
}

declare module 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/IntegrationsApi.js' {
  import type ApiClient from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/ApiClient.js';

  /** Answers are whatever the org sends: they are read, not trusted. A missing parameter is thrown at once, as a string. */
  export default class IntegrationsApi {
    constructor(client: ApiClient);
    deleteIntegrationsActionDraft(id: string): Promise<unknown>;
    deleteIntegrationsCredential(id: string): Promise<unknown>;
    getIntegrationConfigCurrent(id: string): Promise<unknown>;
    getIntegrations(options: object): Promise<unknown>;
    getIntegrationsAction(id: string, options: object): Promise<unknown>;
    getIntegrationsActionDraft(id: string, options?: object): Promise<unknown>;
    getIntegrationsActionDraftTemplate(id: string, file: string): Promise<unknown>;
    getIntegrationsActionDraftValidation(id: string): Promise<unknown>;
    getIntegrationsActionTemplate(id: string, file: string): Promise<unknown>;
    getIntegrationsActions(options: object): Promise<unknown>;
    patchIntegrationsActionDraft(id: string, body: object): Promise<unknown>;
    postIntegrationsActionDraft(id: string): Promise<unknown>;
    postIntegrationsActionDraftPublish(id: string, body: object): Promise<unknown>;
    postIntegrationsActionDraftTest(id: string, body: object): Promise<unknown>;
    postIntegrationsActionTest(id: string, body: object): Promise<unknown>;
    getIntegrationsCredential(id: string): Promise<unknown>;
    getIntegrationsCredentialsListing(options: object): Promise<unknown>;
    getIntegrationsType(id: string): Promise<unknown>;
    postIntegrationsCredentials(options: { body: object }): Promise<unknown>;
    putIntegrationConfigCurrent(id: string, options: { body: object }): Promise<unknown>;
    putIntegrationsCredential(id: string, options: { body: object }): Promise<unknown>;
  }
}
