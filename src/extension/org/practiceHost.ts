import * as vscode from 'vscode';
import type { Log } from '../../commands/ports/log.ts';
import type { PracticeFaults, PracticeKeeper, PracticeOrg, PracticeState } from '../../practice/index.ts';
import { FORMER_PRACTICE_VALUES, PRACTICE_VALUES_OF } from '../../store/kept/owners.ts';
import type { Chunks } from '../chunks.ts';
import { type HostHome, mementoHome, sampleHome } from './practiceHome.ts';

/** Where an org is kept, and what it is called. */
interface PracticeNames {
  /** Of the memento. */
  readonly state: string;
  /** Of the file in the sample project. */
  readonly file: string;
  /** Where an earlier version kept its values. */
  readonly former: string;
  readonly org?: string;
}

const FIRST: PracticeNames = { state: 'practice.state', file: 'state.json', former: FORMER_PRACTICE_VALUES.first };
const SECOND: PracticeNames = {
  state: 'practice.second.state',
  file: 'second.json',
  former: FORMER_PRACTICE_VALUES.second,
  org: 'Practice Org (test)',
};
const IS_SECOND_ON = 'practice.second';

/** Finds the sample project that the practice org is kept with. */
export type FindSample = () => Promise<vscode.Uri | undefined>;

const NO_SAMPLE: FindSample = async () => undefined;

/**
 * The second practice org: what an author has besides the first one, as dev and test. Nobody is signed in to it until the author
 * says so.
 */
export class SecondPractice {
  readonly host: PracticeHost;
  readonly #state: vscode.Memento;

  constructor(context: vscode.ExtensionContext, chunks: Chunks, log: Log, sample?: FindSample) {
    this.host = new PracticeHost(context, chunks, log, sample, SECOND);
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
 * Keeps the practice org of this workspace: with the sample project, so that another window, port or browser finds it beside the
 * files that refer to it; without one, in the workspace's memento. Values that an author typed are in the secret storage alone. Where that does
 * not survive a restart, the credentials keep their field names, and the practice org says that the values are to be entered again.
 */
export class PracticeHost implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #chunks: Chunks;
  readonly #log: Log;
  readonly #names: PracticeNames;
  readonly #sample: FindSample;
  readonly #began = new vscode.EventEmitter<void>();
  /** Another org has taken this one's place: whoever is connected to the one before is no more. */
  readonly onDidStartOver = this.#began.event;
  #running: Promise<Kept> | undefined;
  #saved: Promise<void> = Promise.resolve();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(context: vscode.ExtensionContext, chunks: Chunks, log: Log, sample = NO_SAMPLE, names = FIRST) {
    this.#context = context;
    this.#names = names;
    this.#sample = sample;
    this.#log = log;
    this.#chunks = chunks;
  }

  /**
   * The practice org and the OAuth client to sign in with, which exists for this session only. A sample project that was made anew
   * has a new one.
   * @throws UnreadablePractice where one is kept that cannot be read
   */
  async running(): Promise<RunningPractice> {
    const before = await this.#running?.catch(() => undefined);
    if (before && (await before.home.stamp()) !== before.stamp) this.#leave();
    const running = this.#running ?? this.#start();
    this.#running = running;
    // What could not be read may be mended by the next time.
    running.catch(() => {
      if (this.#running === running) this.#running = undefined;
    });
    return running;
  }

  /** Forgets the org with all that is kept of it, typed values first. The next use begins a new one. */
  async startOver(): Promise<void> {
    const { home, keeper } = await this.#kept();
    const state = await this.#state();
    this.#leave();
    await this.#saved;
    await keeper.forget(state);
    await home.remove();
  }

  /** The id of the org, where there is one that can be read. None is begun for that. */
  async orgId(): Promise<string | undefined> {
    return (await this.#state())?.organization.id;
  }

  /** Waits until what has changed is written down. */
  async settled(): Promise<void> {
    while (this.#waiting !== undefined) await new Promise((resolve) => setTimeout(resolve, 0));
    await this.#saved;
  }

  dispose(): void {
    this.#began.dispose();
  }

  async #state(): Promise<PracticeState | undefined> {
    const running = await this.#running?.catch(() => undefined);
    if (running) return running.org.snapshot();
    const { keeper } = await this.#kept();
    return (await keeper.load().catch(() => undefined))?.state;
  }

  #leave(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#running = undefined;
    this.#began.fire();
  }

  async #start(): Promise<Kept> {
    const [practice, { renderedText }] = await Promise.all([this.#chunks.practice(), this.#chunks.velocity()]);
    const { createPracticeOrg, PracticeFaults, seedPracticeOrg, PRACTICE_PERMISSIONS } = practice;
    const faults = new PracticeFaults(Date.now, (ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    const client = { id: crypto.randomUUID(), secret: crypto.randomUUID() + crypto.randomUUID() };
    const newId = (): string => crypto.randomUUID();
    const now = (): string => new Date().toISOString();
    const { org: name } = this.#names;
    const { home, keeper } = await this.#kept();
    const stamp = await home.stamp();
    const kept = await keeper.load();
    const seed = kept ?? seedPracticeOrg({ newId, now, ...(name === undefined ? {} : { name }) });
    if (!kept) keeper.learn(seed.values);
    const org = createPracticeOrg({
      seed: seed.state,
      values: seed.values,
      clients: [{ ...client, name: 'Genesys Cloud Secrets', permissions: PRACTICE_PERMISSIONS }],
      render: renderedText,
      middleware: faults.middleware,
      newId,
      now,
      onChange: () => this.#keepSoon(running),
    });
    const running = { org, client, faults, home, keeper, stamp };
    if (!kept) this.#keepSoon(running);
    return running;
  }

  async #kept(): Promise<{ readonly home: HostHome; readonly keeper: PracticeKeeper }> {
    const { PracticeKeeper, writePracticeState } = await this.#chunks.practice();
    const { state, file, former } = this.#names;
    const textOf = (old: unknown): string => writePracticeState({ state: old as PracticeState, made: new Map() });
    const memento = mementoHome(this.#context.workspaceState, state, textOf);
    const sample = await this.#sample();
    const home = sample ? sampleHome(sample, file, memento) : memento;
    return { home, keeper: new PracticeKeeper(home, this.#context.secrets, { prefix: PRACTICE_VALUES_OF, former }) };
  }

  /** One request can change several things: they are written together, after it, and one after the other. */
  #keepSoon(running: Kept): void {
    if (this.#waiting !== undefined) return;
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      this.#saved = this.#saved.then(() => this.#keep(running)).catch(() => this.#log.warn('practice org not saved'));
    }, 0);
  }

  /** Nothing of an org whose place another one has taken. */
  async #keep({ org, keeper, home, stamp }: Kept): Promise<void> {
    const isPresent = (await this.#running?.catch(() => undefined))?.org === org;
    if (isPresent && (await home.stamp()) === stamp) await keeper.save(org.snapshot(), org.credentialValues());
  }
}

export interface RunningPractice {
  readonly org: PracticeOrg;
  readonly client: { readonly id: string; readonly secret: string };
  readonly faults: PracticeFaults;
}

interface Kept extends RunningPractice {
  readonly home: HostHome;
  readonly keeper: PracticeKeeper;
  /** Of the home when the org was begun. */
  readonly stamp: string;
}
