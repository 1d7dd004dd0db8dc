import type * as vscode from 'vscode';
import type { CredentialValues, PracticeFaults, PracticeOrg } from '../../practice/index.ts';
import type { Chunks } from '../chunks.ts';
import type { Log } from '../log.ts';

/** Where an org is kept, and what it is called. */
interface PracticeNames {
  readonly state: string;
  readonly values: string;
  readonly org?: string;
}

const FIRST: PracticeNames = { state: 'practice.state', values: 'practice.values' };
const SECOND: PracticeNames = {
  state: 'practice.second.state',
  values: 'practice.second.values',
  org: 'Practice Org (test)',
};
const IS_SECOND_ON = 'practice.second';

/**
 * The second practice org: what an author has besides the first one, as dev and test. Nobody is signed in to it until the author
 * says so.
 */
export class SecondPractice {
  readonly host: PracticeHost;
  readonly #state: vscode.Memento;

  constructor(context: vscode.ExtensionContext, chunks: Chunks, log: Log) {
    this.host = new PracticeHost(context, chunks, log, SECOND);
    this.#state = context.workspaceState;
  }

  get isOn(): boolean {
    return this.#state.get<boolean>(IS_SECOND_ON, false);
  }

  async turn(isOn: boolean): Promise<void> {
    await this.#state.update(IS_SECOND_ON, isOn);
  }
}

/**
 * Keeps the practice org of this workspace: its state in the workspace's memento, without values, and the values of its
 * credentials in the secret storage. Where that does not survive a restart, the credentials keep their field names and
 * the practice org says that it has no values for them.
 */
export class PracticeHost {
  readonly #context: vscode.ExtensionContext;
  readonly #chunks: Chunks;
  readonly #log: Log;
  readonly #names: PracticeNames;
  #running: Promise<RunningPractice> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(context: vscode.ExtensionContext, chunks: Chunks, log: Log, names = FIRST) {
    this.#context = context;
    this.#names = names;
    this.#log = log;
    this.#chunks = chunks;
  }

  /** The practice org and the OAuth client to sign in with, which exists for this session only. */
  running(): Promise<RunningPractice> {
    this.#running ??= this.#start();
    return this.#running;
  }

  async #start(): Promise<RunningPractice> {
    const [practice, { renderedText }] = await Promise.all([this.#chunks.practice(), this.#chunks.velocity()]);
    const { createPracticeOrg, PracticeFaults, readPracticeState, seedPracticeOrg, PRACTICE_PERMISSIONS } = practice;
    const faults = new PracticeFaults(Date.now, (ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    const client = { id: crypto.randomUUID(), secret: crypto.randomUUID() + crypto.randomUUID() };
    const newId = (): string => crypto.randomUUID();
    const now = (): string => new Date().toISOString();
    const { org: name } = this.#names;
    const kept = readPracticeState(this.#context.workspaceState.get(this.#names.state));
    const seed = kept
      ? { state: kept, values: await this.#keptValues() }
      : seedPracticeOrg({ newId, now, ...(name === undefined ? {} : { name }) });
    const org = createPracticeOrg({
      seed: seed.state,
      values: seed.values,
      clients: [{ ...client, name: 'Genesys Cloud Secrets', permissions: PRACTICE_PERMISSIONS }],
      render: renderedText,
      middleware: faults.middleware,
      newId,
      now,
      onChange: () => this.#keepSoon(org),
    });
    if (!kept) this.#keepSoon(org);
    return { org, client, faults };
  }

  /** None where they cannot be read: then the practice org has its fields without values, as after a restart that lost them. */
  async #keptValues(): Promise<CredentialValues> {
    const values = await this.#context.secrets.get(this.#names.values);
    try {
      return new Map(JSON.parse(values ?? '[]') as [string, Record<string, string>][]);
    } catch {
      this.#log.warn('practice values not read');
      return new Map();
    }
  }

  /** One request can change several things: they are written together, after it. */
  #keepSoon(org: PracticeOrg): void {
    if (this.#waiting !== undefined) return;
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      this.#keep(org).catch(() => this.#log.warn('practice org not saved'));
    }, 0);
  }

  async #keep(org: PracticeOrg): Promise<void> {
    await this.#context.secrets.store(this.#names.values, JSON.stringify([...org.credentialValues()]));
    await this.#context.workspaceState.update(this.#names.state, org.snapshot());
  }
}

export interface RunningPractice {
  readonly org: PracticeOrg;
  readonly client: { readonly id: string; readonly secret: string };
  readonly faults: PracticeFaults;
}
