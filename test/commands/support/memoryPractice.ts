import { Sensitive } from '../../../src/base/sensitive.ts';
import { connectOrg, type OrgClient } from '../../../src/cloud/index.ts';
import type { ConnectedOrg, SaidIntegrations } from '../../../src/commands/ports/orgs.ts';
import {
  createPracticeOrg,
  PRACTICE_PERMISSIONS,
  PRACTICE_REGION,
  PracticeFaults,
  type PracticeOrg,
  seedPracticeOrg,
} from '../../../src/practice/index.ts';
import { fileJournals } from '../../../src/store/fileJournals.ts';
import { renderVelocity } from '../../practice/sampleOrg.ts';
import { Gate } from '../../store/support/gate.ts';
import { MemoryFiles } from '../../store/support/memoryFiles.ts';
import type { Misbehaviour } from '../../support/misbehaving.ts';
import type { Hear } from './hear.ts';
import type { MemoryState } from './memoryKeep.ts';

/** A practice org of a test's own, fresh from the seed, and the journal of what is under way in it. */
export class MemoryPractice {
  readonly org: PracticeOrg;
  readonly faults: PracticeFaults;
  readonly #client = { id: crypto.randomUUID(), secret: crypto.randomUUID() };
  readonly #journals: ReturnType<typeof fileJournals>;
  readonly #misbehaves: Misbehaviour | undefined;
  #connected: Promise<OrgClient> | undefined;

  constructor(hear: Hear, misbehaves?: Misbehaviour, name?: string) {
    const newId = () => crypto.randomUUID();
    const now = () => new Date().toISOString();
    this.faults = new PracticeFaults(Date.now, async () => {});
    const { state, values } = seedPracticeOrg({ newId, now, ...(name !== undefined && { name }) });
    this.org = createPracticeOrg({
      seed: state,
      values,
      clients: [{ ...this.#client, name: 'Genesys Cloud Secrets', permissions: PRACTICE_PERMISSIONS }],
      render: renderVelocity,
      middleware: this.faults.middleware,
      newId,
      now,
    });
    this.#misbehaves = misbehaves;
    const files = new HeardFiles(hear);
    this.#journals = fileJournals(async () => [{ files, isShared: false }]);
  }

  /** The client of the org; nothing waits between attempts. */
  client(): Promise<OrgClient> {
    this.#connected ??= connectOrg({
      at: PRACTICE_REGION,
      clientId: this.#client.id,
      clientSecret: new Sensitive(this.#client.secret),
      sleep: async () => {},
      fetch: (request) => (this.#misbehaves ? this.#misbehaves(request, this.org.handle) : this.org.handle(request)),
    });
    return this.#connected;
  }

  /** The org as commands know it. */
  async connected(state: MemoryState, mayEdit: (uri: string) => Promise<boolean>): Promise<ConnectedOrg> {
    const { id, name } = this.org.snapshot().organization;
    return {
      client: await this.client(),
      orgId: id,
      label: `PRACTICE · ${name}`,
      journal: this.#journals.open(id),
      actions: saidIntegrations(state, id),
      lostFields: (integrationId) => this.org.lostFields(integrationId),
      mayEdit,
    };
  }

  /** What is bound in the only slot of an integration. */
  boundIn(integration: string): {
    readonly id: string;
    readonly credential: string;
    readonly type?: string | undefined;
    readonly values?: Readonly<Record<string, string>> | undefined;
  } {
    const { credentials, integrations } = this.org.snapshot();
    const found = integrations.find(({ config }) => config.name === integration);
    const credential = found?.config.credentials.basicAuth ?? '';
    return {
      id: found?.id ?? '',
      credential,
      type: credentials.find(({ id }) => id === credential)?.typeName,
      values: this.org.credentialValues().get(credential),
    };
  }

  /** A Data Action, by the name that is published. */
  action(name: string): ReturnType<PracticeOrg['snapshot']>['actions'][number] | undefined {
    return this.org.snapshot().actions.find(({ published }) => published?.name === name);
  }
}

class HeardFiles extends MemoryFiles {
  readonly #hear: Hear;

  constructor(hear: Hear) {
    super(new Gate(''));
    this.#hear = hear;
  }

  override write(name: string, text: string): Promise<void> {
    this.#hear('journal', [name, text]);
    return super.write(name, text);
  }
}

function saidIntegrations(state: MemoryState, orgId: string): SaidIntegrations {
  const key = `actionIntegrations.${orgId}`;
  const all = (): Readonly<Record<string, string>> => (state.get(key) ?? {}) as Readonly<Record<string, string>>;
  return {
    of: (uri) => all()[uri],
    remember: async (uris, integrationId) => {
      await state.update(key, { ...all(), ...Object.fromEntries(uris.map((uri) => [uri, integrationId])) });
    },
  };
}
