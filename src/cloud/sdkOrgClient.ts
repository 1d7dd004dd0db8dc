import type ApiClient from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/ApiClient.js';
import IntegrationsApi from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/IntegrationsApi.js';
import { CloudError } from './cloudError.ts';
import type {
  ActionSummary,
  CredentialSummary,
  IntegrationConfig,
  IntegrationSummary,
  IntegrationTypeSlots,
  NewCredential,
  OrgClient,
} from './orgClient.ts';
import { configIn, credentialIn, integrationIn, list, type Members, members, text } from './read.ts';

const PAGE = 100;
/** More pages than any org has; a server that never ends its listing ends here. */
const MOST_PAGES = 100;

/** The org's API through the SDK. */
export class SdkOrgClient implements OrgClient {
  readonly #client: ApiClient;
  readonly #api: IntegrationsApi;
  readonly #signIn: () => Promise<void>;

  constructor(client: ApiClient, signIn: () => Promise<void>) {
    this.#client = client;
    this.#api = new IntegrationsApi(client);
    this.#signIn = signIn;
  }

  async organization(signal?: AbortSignal): Promise<{ readonly id: string; readonly name: string }> {
    const answer = await this.#call(signal, () => this.#get('/api/v2/organizations/me'));
    const { id, name } = members(answer);
    return { id: text(id) ?? '', name: text(name) ?? '' };
  }

  async listIntegrations(typeIds: readonly string[], signal?: AbortSignal): Promise<readonly IntegrationSummary[]> {
    const found: IntegrationSummary[] = [];
    for (const integrationType of typeIds) {
      const options = { integrationType, expand: ['config.current'] };
      found.push(...(await this.#integrations(options, signal)));
    }
    return found.sort((a, b) => a.name.localeCompare(b.name));
  }

  async integrationType(typeId: string, signal?: AbortSignal): Promise<IntegrationTypeSlots> {
    const answer = await this.#call(signal, () => this.#api.getIntegrationsType(typeId));
    const slots = Object.entries(members(members(answer).credentials)).map(([name, slot]) => ({
      name,
      credentialTypes: list(members(slot).credentialTypes).filter((type) => typeof type === 'string'),
    }));
    return { id: typeId, slots };
  }

  async integrationConfig(integrationId: string, signal?: AbortSignal): Promise<IntegrationConfig> {
    return configIn(await this.#call(signal, () => this.#api.getIntegrationConfigCurrent(integrationId)));
  }

  async putIntegrationConfig(
    integrationId: string,
    { version, credentials, rest }: IntegrationConfig,
    signal?: AbortSignal,
  ): Promise<IntegrationConfig> {
    const slots = Object.entries(credentials).map(([slot, { id }]) => [slot, { id }] as const);
    const body = { ...rest, version, credentials: Object.fromEntries(slots) };
    return configIn(await this.#call(signal, () => this.#api.putIntegrationConfigCurrent(integrationId, { body })));
  }

  async createCredential({ name, typeName, fields }: NewCredential, signal?: AbortSignal): Promise<CredentialSummary> {
    return credentialIn(
      await this.#call(signal, () => {
        const credentialFields = Object.fromEntries(fields.map((field) => [field.name, field.value.reveal()]));
        return this.#api.postIntegrationsCredentials({ body: { name, type: { name: typeName }, credentialFields } });
      }),
    );
  }

  async credential(id: string, signal?: AbortSignal): Promise<CredentialSummary> {
    return credentialIn(await this.#call(signal, () => this.#api.getIntegrationsCredential(id)));
  }

  async credentialsNamed(name: string, signal?: AbortSignal): Promise<readonly CredentialSummary[]> {
    const found: CredentialSummary[] = [];
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const options = { pageSize: String(PAGE), ...(after === undefined ? {} : { after }) };
      const answer = await this.#call(signal, () => this.#api.getIntegrationsCredentialsListing(options));
      const entities = list(members(answer).entities).map(credentialIn);
      found.push(...entities.filter((credential) => credential.name === name));
      after = entities.at(-1)?.id;
      if (after === undefined || after === '') break;
    }
    return found;
  }

  async deleteCredential(id: string, signal?: AbortSignal): Promise<void> {
    await this.#call(signal, () => this.#api.deleteIntegrationsCredential(id));
  }

  async integrationsUsing(credentialId: string, signal?: AbortSignal): Promise<readonly IntegrationSummary[]> {
    const listed = await this.#integrations({ credentialId, expand: ['config.current'] }, signal);
    // An org that does not know the filter lists everything.
    return listed.filter(({ credentials }) => credentials.some((bound) => bound.id === credentialId));
  }

  async actionsOf(integrationId: string, signal?: AbortSignal): Promise<readonly ActionSummary[]> {
    const entities = await this.#pages(signal, (pageNumber) =>
      this.#api.getIntegrationsActions({ pageSize: PAGE, pageNumber, includeAuthActions: true }),
    );
    return entities
      .filter((action) => action.integrationId === integrationId)
      .map((action) => ({ id: text(action.id) ?? '', name: text(action.name) ?? '' }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  async #integrations(options: object, signal: AbortSignal | undefined): Promise<IntegrationSummary[]> {
    const entities = await this.#pages(signal, (pageNumber) =>
      this.#api.getIntegrations({ ...options, pageSize: PAGE, pageNumber }),
    );
    return entities.map(integrationIn).filter((integration) => integration !== undefined);
  }

  /** All pages up to the first empty one: page counts are not to be trusted. */
  async #pages(signal: AbortSignal | undefined, ask: (pageNumber: number) => Promise<unknown>): Promise<Members[]> {
    const found: Members[] = [];
    for (let pageNumber = 1; pageNumber <= MOST_PAGES; pageNumber++) {
      const entities = list(members(await this.#call(signal, () => ask(pageNumber))).entities);
      if (entities.length === 0) break;
      found.push(...entities.map(members));
    }
    return found;
  }

  #get(path: string): Promise<unknown> {
    const json = ['application/json'];
    return this.#client.callApi(path, 'GET', {}, {}, {}, {}, null, ['PureCloud OAuth'], json, json);
  }

  /** One call; a token that is no longer accepted is renewed once. Whatever fails, a CloudError comes out. */
  async #call(signal: AbortSignal | undefined, ask: () => Promise<unknown>): Promise<unknown> {
    if (signal?.aborted) throw new CloudError('aborted');
    try {
      return await untilAborted(signal, ask());
    } catch (error) {
      if (!(error instanceof CloudError)) throw new CloudError('network');
      if (error.kind !== 'api' || error.facts.status !== 401) throw error;
      await this.#signIn();
      return untilAborted(signal, ask());
    }
  }
}

/** The SDK knows no signals: the call goes on, its answer is no longer waited for. */
function untilAborted<Answer>(signal: AbortSignal | undefined, answer: Promise<Answer>): Promise<Answer> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new CloudError('aborted')), { once: true });
    answer.then(resolve, reject);
  });
}
