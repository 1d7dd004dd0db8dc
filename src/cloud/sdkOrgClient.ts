import type ApiClient from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/ApiClient.js';
import IntegrationsApi from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/IntegrationsApi.js';
import { configBody, publishedActionIn, versionIn } from './actionBodies.ts';
import { actionTestIn, actionUnderTestIn, askForAction, askForTest } from './actionTest.ts';
import { beforeAbort } from './beforeAbort.ts';
import { CloudError } from './cloudError.ts';
import { credentialBody } from './credentialBody.ts';
import { isDraftFresh, textOfAction } from './freshDraft.ts';
import type {
  ActionConfig,
  ActionSummary,
  ActionTest,
  ActionUnderTest,
  CredentialSummary,
  Identity,
  IntegrationConfig,
  IntegrationSummary,
  IntegrationTypeSlots,
  NewCredential,
  PublishedAction,
  SignedInOrg,
  TestedVersion,
} from './orgClient.ts';
import {
  bindingsIn,
  configIn,
  credentialIn,
  entitiesIn,
  identityIn,
  integrationIn,
  list,
  type Members,
  members,
  oneCredentialIn,
  text,
} from './read.ts';
import type { Transport } from './transport.ts';

const PAGE = 100;
/** More pages than any org has; a server that never ends its listing ends here. */
const MOST_PAGES = 100;

/** The org's API through the SDK. */
export class SdkOrgClient implements SignedInOrg {
  readonly #client: ApiClient;
  readonly #api: IntegrationsApi;
  readonly #transport: Transport;
  readonly #signIn: () => Promise<void>;
  #renewal: Promise<void> | undefined;

  constructor(client: ApiClient, transport: Transport, signIn: () => Promise<void>) {
    this.#client = client;
    this.#api = new IntegrationsApi(client);
    this.#transport = transport;
    this.#signIn = signIn;
  }

  async organization(signal?: AbortSignal): Promise<{ readonly id: string; readonly name: string }> {
    const answer = await this.#call(signal, () => this.#get('/api/v2/organizations/me'));
    const { id, name } = members(answer);
    return { id: text(id) ?? '', name: text(name) ?? '' };
  }

  async identity(signal?: AbortSignal): Promise<Identity> {
    // Which of the two the org answers depends on who is signed in, and on scopes.
    const [user, token] = await Promise.all(
      ['/api/v2/users/me', '/api/v2/tokens/me'].map((path) =>
        this.#call(signal, () => this.#get(path)).then(members, (error: unknown) => orNothing(error)),
      ),
    );
    return identityIn(user, token);
  }

  async endToken(signal?: AbortSignal): Promise<void> {
    // Not by way of #call: whose token is no longer accepted needs none.
    await this.#ask(signal, () => this.#send('DELETE', '/api/v2/tokens/me'));
  }

  async listIntegrations(typeIds: readonly string[], signal?: AbortSignal): Promise<readonly IntegrationSummary[]> {
    const found: IntegrationSummary[] = [];
    for (const integrationType of typeIds) {
      const options = { integrationType, expand: ['config.current'] };
      const listed = await this.#pages(signal, (pageNumber) =>
        this.#api.getIntegrations({ ...options, pageSize: PAGE, pageNumber }),
      );
      for (const integration of listed.map(integrationIn)) if (integration) found.push(integration);
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

  async createCredential(credential: NewCredential, signal?: AbortSignal): Promise<CredentialSummary> {
    const ask = () => this.#api.postIntegrationsCredentials({ body: credentialBody(credential) });
    return oneCredentialIn(await this.#call(signal, ask));
  }

  async putCredential(id: string, credential: NewCredential, signal?: AbortSignal): Promise<CredentialSummary> {
    const ask = () => this.#api.putIntegrationsCredential(id, { body: credentialBody(credential) });
    return oneCredentialIn(await this.#call(signal, ask));
  }

  async credential(id: string, signal?: AbortSignal): Promise<CredentialSummary> {
    return oneCredentialIn(await this.#call(signal, () => this.#api.getIntegrationsCredential(id)));
  }

  async credentialsNamed(name: string, signal?: AbortSignal): Promise<readonly CredentialSummary[]> {
    const listed = await this.#pages(signal, (_pageNumber, last) =>
      this.#api.getIntegrationsCredentialsListing({
        pageSize: String(PAGE),
        ...(last === undefined ? {} : { after: last }),
      }),
    );
    return listed.map(credentialIn).filter((credential) => credential.name === name);
  }

  async deleteCredential(id: string, signal?: AbortSignal): Promise<void> {
    await this.#call(signal, () => this.#api.deleteIntegrationsCredential(id));
  }

  async integrationsUsing(credentialId: string, signal?: AbortSignal): Promise<readonly IntegrationSummary[]> {
    const options = { credentialId, expand: ['config.current'] };
    const listed = await this.#pages(signal, (pageNumber) =>
      this.#api.getIntegrations({ ...options, pageSize: PAGE, pageNumber }),
    );
    // An org that does not know the filter lists everything; one that shows no configuration is taken at its word.
    return listed
      .filter((entity) => bindingsIn(entity)?.some((bound) => bound.id === credentialId) ?? true)
      .map(integrationIn)
      .filter((integration) => integration !== undefined);
  }

  async actionsOf(integrationId: string, signal?: AbortSignal): Promise<readonly ActionSummary[]> {
    const actions = await this.allActions(signal);
    return actions.filter((action) => action.integrationId === integrationId);
  }

  allActions(signal?: AbortSignal): Promise<readonly ActionSummary[]> {
    return this.#actions(signal, {});
  }

  actionsNamed(name: string, signal?: AbortSignal): Promise<readonly ActionSummary[]> {
    return this.#actions(signal, { name });
  }

  async #actions(signal: AbortSignal | undefined, filter: object): Promise<readonly ActionSummary[]> {
    const entities = await this.#pages(signal, (pageNumber) =>
      this.#api.getIntegrationsActions({ ...filter, pageSize: PAGE, pageNumber, includeAuthActions: true }),
    );
    return entities
      .map(({ id, name, integrationId }) => ({
        id: text(id) ?? '',
        name: text(name) ?? '',
        ...(typeof integrationId === 'string' ? { integrationId } : {}),
      }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  async action(id: string, signal?: AbortSignal): Promise<PublishedAction> {
    const [answer, request, success] = await Promise.all([
      this.#call(signal, () => this.#api.getIntegrationsAction(id, { includeConfig: true })),
      this.#template(id, 'requesttemplate.vm', signal),
      this.#template(id, 'successtemplate.vm', signal),
    ]);
    return publishedActionIn(answer, { request, success });
  }

  actionText(id: string, version: TestedVersion, signal?: AbortSignal): Promise<string> {
    return textOfAction(this.#api, id, version, (ask) => this.#call(signal, ask));
  }

  async hasDraft(actionId: string, signal?: AbortSignal): Promise<boolean> {
    try {
      await this.#call(signal, () => this.#api.getIntegrationsActionDraft(actionId));
      return true;
    } catch (error) {
      if (error instanceof CloudError && error.facts.status === 404) return false;
      throw error;
    }
  }

  isDraftFresh(actionId: string, signal?: AbortSignal): Promise<boolean> {
    return isDraftFresh(this.#api, actionId, (ask) => this.#call(signal, ask));
  }

  async discardDraft(actionId: string, signal?: AbortSignal): Promise<void> {
    await this.#call(signal, () => this.#api.deleteIntegrationsActionDraft(actionId));
  }

  async startDraft(actionId: string, signal?: AbortSignal): Promise<number> {
    return versionIn(await this.#call(signal, () => this.#api.postIntegrationsActionDraft(actionId)));
  }

  async patchDraft(actionId: string, version: number, config: ActionConfig, signal?: AbortSignal): Promise<number> {
    const body = { version, config: configBody(config) };
    return versionIn(await this.#call(signal, () => this.#api.patchIntegrationsActionDraft(actionId, body)));
  }

  async isDraftValid(actionId: string, signal?: AbortSignal): Promise<boolean> {
    const answer = await this.#call(signal, () => this.#api.getIntegrationsActionDraftValidation(actionId));
    return members(answer).valid === true;
  }

  async publishDraft(actionId: string, version: number, signal?: AbortSignal): Promise<number> {
    const body = { version };
    return versionIn(await this.#call(signal, () => this.#api.postIntegrationsActionDraftPublish(actionId, body)));
  }

  async actionUnderTest(id: string, version: TestedVersion, signal?: AbortSignal): Promise<ActionUnderTest> {
    return actionUnderTestIn(await this.#call(signal, () => askForAction(this.#api, id, version)));
  }

  async testAction(id: string, version: TestedVersion, inputs: object, signal?: AbortSignal): Promise<ActionTest> {
    return actionTestIn(await this.#call(signal, () => askForTest(this.#api, id, version, inputs)));
  }

  /** A template is text; the SDK hands one that is valid JSON out as what it reads as. */
  async #template(actionId: string, file: string, signal: AbortSignal | undefined): Promise<string> {
    const answer = await this.#call(signal, () => this.#api.getIntegrationsActionTemplate(actionId, file));
    if (answer !== undefined && typeof answer !== 'string') throw new CloudError('network');
    return answer ?? '';
  }

  /**
   * All pages up to the first that brings nothing new: page counts are not to be trusted, nor that paging ends.
   * @param ask for a page by its number or by the id that the last one ended with
   */
  async #pages(
    signal: AbortSignal | undefined,
    ask: (pageNumber: number, last: string | undefined) => Promise<unknown>,
  ): Promise<Members[]> {
    const found = new Map<string, Members>();
    let last: string | undefined;
    for (let pageNumber = 1; pageNumber <= MOST_PAGES; pageNumber++) {
      const before = found.size;
      for (const entity of entitiesIn(await this.#call(signal, () => ask(pageNumber, last)))) {
        last = text(entity.id);
        if (last !== undefined && !found.has(last)) found.set(last, entity);
      }
      if (found.size === before) break;
    }
    return [...found.values()];
  }

  #get(path: string): Promise<unknown> {
    return this.#send('GET', path);
  }

  #send(method: 'GET' | 'DELETE', path: string): Promise<unknown> {
    const json = ['application/json'];
    return this.#client.callApi(path, method, {}, {}, {}, {}, null, ['PureCloud OAuth'], json, json);
  }

  /** One call; a token that is no longer accepted is renewed once. Whatever fails, a CloudError comes out. */
  async #call(signal: AbortSignal | undefined, ask: () => Promise<unknown>): Promise<unknown> {
    try {
      return await this.#ask(signal, ask);
    } catch (error) {
      if (!(error instanceof CloudError && error.kind === 'api' && error.facts.status === 401)) throw error;
    }
    await this.#renewed(signal);
    return this.#ask(signal, ask);
  }

  async #ask(signal: AbortSignal | undefined, ask: () => Promise<unknown>): Promise<unknown> {
    try {
      return await this.#transport.during(signal, ask);
    } catch (error) {
      if (error instanceof CloudError) throw error;
      // The SDK throws a string where a parameter is missing; then nothing was sent.
      throw typeof error === 'string' ? new CloudError('api', { status: 400 }) : new CloudError('network');
    }
  }

  /** Calls that meet the same expired token share one sign-in; each waits for it until its own signal says to stop. */
  async #renewed(signal: AbortSignal | undefined): Promise<void> {
    this.#renewal ??= this.#signIn().finally(() => {
      this.#renewal = undefined;
    });
    try {
      await (signal ? beforeAbort(signal, this.#renewal) : this.#renewal);
    } catch (error) {
      throw signal?.aborted ? new CloudError('aborted') : error;
    }
  }
}

/** An answer that the org refuses to give is none. */
function orNothing(error: unknown): Members {
  if (error instanceof CloudError && error.kind === 'api') return {};
  throw error;
}
