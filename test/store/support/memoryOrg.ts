import type {
  CredentialSummary,
  IntegrationConfig,
  IntegrationSummary,
  NewCredential,
} from '../../../src/cloud/orgClient.ts';
import type { ActionsPort } from '../../../src/store/actionsUsing.ts';
import type { OrgPort } from '../../../src/store/index.ts';
import { conflict, type Gate, refusal } from './gate.ts';

export const SLOT = 'basicAuth';
export const TYPE = 'custom-rest-actions';

/** A credential as the org keeps it. */
export interface KeptCredential {
  readonly id: string;
  readonly name: string;
  readonly typeName: string;
  readonly values: Readonly<Record<string, string>>;
}

/** An org of two integrations: `mine` with an empty slot and `foreign` with a credential of its own. */
export class MemoryOrg implements OrgPort, ActionsPort {
  readonly credentials: Map<string, KeptCredential>;
  readonly configs: Map<string, IntegrationConfig>;
  slots: readonly { readonly name: string; readonly credentialTypes: readonly string[] }[] = [
    { name: SLOT, credentialTypes: ['basicAuth', 'userDefined'] },
    { name: 'other', credentialTypes: ['basicAuth'] },
  ];
  /** Whether reading a credential shows the names of its fields. */
  showsNames = true;
  /** Whether listings are behind: they show no credential. */
  lags = false;
  /** The text of the only Data Action of each integration, by version. */
  actionTexts: Readonly<Record<'published' | 'draft', string>> = { published: '', draft: '' };
  /** What the ids of the credentials that are created through this view begin with. */
  readonly prefix: string;
  /** The credentials that were deleted through this view. */
  readonly deleted: string[] = [];
  readonly #gate: Gate;
  #created = 0;

  /** @param beside the org as somebody else sees it: the same org, through another gate */
  constructor(gate: Gate, beside?: MemoryOrg) {
    this.#gate = gate;
    this.prefix = beside ? 'second-' : 'created-';
    this.credentials = beside?.credentials ?? new Map();
    this.configs = beside?.configs ?? new Map();
    if (!beside) this.#seed();
  }

  #seed(): void {
    for (const id of ['foreign', 'beside']) {
      this.credentials.set(id, { id, name: `Integration-${id}`, typeName: 'userDefined', values: { theirs: id } });
    }
    this.configs.set('mine', { version: 4, credentials: { other: { id: 'beside' } }, rest: { notes: 'kept' } });
    this.configs.set('foreign', { version: 7, credentials: { [SLOT]: { id: 'foreign' } }, rest: { name: 'Foreign' } });
  }

  /** The slot of `mine` held this before any run. */
  bindBefore(typeName = 'userDefined'): void {
    const values = { theirs: 'before' };
    this.credentials.set('before', { id: 'before', name: 'Integration-mine', typeName, values });
    this.touch('mine', { [SLOT]: { id: 'before' } });
  }

  /** Somebody else edits the configuration. */
  touch(integrationId: string, credentials: IntegrationConfig['credentials'] = {}): void {
    const config = this.#config(integrationId);
    const version = config.version + 1;
    this.configs.set(integrationId, { ...config, version, credentials: { ...config.credentials, ...credentials } });
  }

  integrationType(id: string) {
    return this.#gate.pass('integrationType', () => ({ id, slots: this.slots }));
  }

  integrationConfig(integrationId: string): Promise<IntegrationConfig> {
    return this.#gate.pass('integrationConfig', () => this.#config(integrationId));
  }

  putIntegrationConfig(integrationId: string, config: IntegrationConfig): Promise<IntegrationConfig> {
    const effect = () => {
      if (this.#config(integrationId).version !== config.version) throw conflict(409);
      for (const { id } of Object.values(config.credentials)) this.#credential(id);
      const next = { ...config, version: config.version + 1 };
      this.configs.set(integrationId, next);
      return next;
    };
    return this.#gate.pass('putIntegrationConfig', effect, () => this.touch(integrationId));
  }

  createCredential({ name, typeName, fields }: NewCredential): Promise<CredentialSummary> {
    return this.#gate.pass('createCredential', () => {
      const id = `${this.prefix}${++this.#created}`;
      const values = Object.fromEntries(fields.map((field) => [field.name, field.value.reveal()]));
      this.credentials.set(id, { id, name, typeName, values });
      return { id, name, typeName };
    });
  }

  putCredential(id: string, { name, typeName, fields }: NewCredential): Promise<CredentialSummary> {
    return this.#gate.pass('putCredential', () => {
      this.#credential(id);
      const values = Object.fromEntries(fields.map((field) => [field.name, field.value.reveal()]));
      this.credentials.set(id, { id, name, typeName, values });
      return { id, name, typeName };
    });
  }

  credential(id: string): Promise<CredentialSummary> {
    return this.#gate.pass('credential', () => {
      const { name, typeName, values } = this.#credential(id);
      return { id, name, typeName, ...(this.showsNames ? { fieldNames: Object.keys(values) } : {}) };
    });
  }

  credentialsNamed(name: string): Promise<readonly CredentialSummary[]> {
    return this.#gate.pass('credentialsNamed', () => {
      const listed = this.lags ? [] : [...this.credentials.values()];
      return listed.filter((each) => each.name === name).map(({ id }) => ({ id, name }));
    });
  }

  deleteCredential(id: string): Promise<void> {
    return this.#gate.pass('deleteCredential', () => {
      this.#credential(id);
      this.credentials.delete(id);
      this.deleted.push(id);
    });
  }

  integrationsUsing(credentialId: string): Promise<readonly IntegrationSummary[]> {
    return this.#gate.pass('integrationsUsing', () =>
      [...this.configs]
        .filter(([, config]) => Object.values(config.credentials).some(({ id }) => id === credentialId))
        .map(([id]) => ({ id, name: `Name of ${id}`, typeId: TYPE, credentials: [] })),
    );
  }

  actionsOf(integrationId: string) {
    return this.#gate.pass('actionsOf', () => [{ id: 'action', name: `Action of ${integrationId}` }]);
  }

  actionText(_id: string, version: 'published' | 'draft'): Promise<string> {
    return this.#gate.pass('actionText', () => this.actionTexts[version]);
  }

  #config(id: string): IntegrationConfig {
    const config = this.configs.get(id);
    if (!config) throw refusal(404);
    return config;
  }

  #credential(id: string): KeptCredential {
    const credential = this.credentials.get(id);
    if (!credential) throw refusal(404);
    return credential;
  }
}
