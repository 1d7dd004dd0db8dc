import type * as vscode from 'vscode';
import type { CredentialValues, PracticeFaults, PracticeOrg } from '../../practice/index.ts';
import type { Chunks } from '../chunks.ts';
import type { Log } from '../log.ts';

const STATE = 'practice.state';
const VALUES = 'practice.values';

/**
 * Keeps the practice org of this workspace: its state in the workspace's memento, without values, and the values of its
 * credentials in the secret storage. Where that does not survive a restart, the credentials keep their field names and
 * the practice org says that it has no values for them.
 */
export class PracticeHost {
  readonly #context: vscode.ExtensionContext;
  readonly #chunks: Chunks;
  readonly #log: Log;
  #running: Promise<RunningPractice> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(context: vscode.ExtensionContext, chunks: Chunks, log: Log) {
    this.#context = context;
    this.#log = log;
    this.#chunks = chunks;
  }

  /** The practice org and the OAuth client to sign in with, which exists for this session only. */
  running(): Promise<RunningPractice> {
    this.#running ??= this.#start();
    return this.#running;
  }

  async #start(): Promise<RunningPractice> {
    const [practice, { renderTemplate }] = await Promise.all([this.#chunks.practice(), this.#chunks.velocity()]);
    const { createPracticeOrg, PracticeFaults, readPracticeState, seedPracticeOrg, PRACTICE_PERMISSIONS } = practice;
    const faults = new PracticeFaults(Date.now, (ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    const client = { id: crypto.randomUUID(), secret: crypto.randomUUID() + crypto.randomUUID() };
    const newId = (): string => crypto.randomUUID();
    const now = (): string => new Date().toISOString();
    const kept = readPracticeState(this.#context.workspaceState.get(STATE));
    const seed = kept ? { state: kept, values: await this.#keptValues() } : seedPracticeOrg({ newId, now });
    const org = createPracticeOrg({
      seed: seed.state,
      values: seed.values,
      clients: [{ ...client, name: 'Genesys Cloud Secrets', permissions: PRACTICE_PERMISSIONS }],
      render: renderTemplate,
      middleware: faults.middleware,
      newId,
      now,
      onChange: () => this.#keepSoon(org),
    });
    if (!kept) this.#keepSoon(org);
    return { org, client, faults };
  }

  async #keptValues(): Promise<CredentialValues> {
    const values = await this.#context.secrets.get(VALUES);
    return new Map(values === undefined ? [] : (JSON.parse(values) as [string, Record<string, string>][]));
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
    await this.#context.secrets.store(VALUES, JSON.stringify([...org.credentialValues()]));
    await this.#context.workspaceState.update(STATE, org.snapshot());
  }
}

export interface RunningPractice {
  readonly org: PracticeOrg;
  readonly client: { readonly id: string; readonly secret: string };
  readonly faults: PracticeFaults;
}
