import type { CommandName } from '../../../src/commands/commandIds.ts';
import { runCommand } from '../../../src/commands/index.ts';
import type { Session } from '../../../src/commands/org/session.ts';
import type { Ports } from '../../../src/commands/ports/index.ts';
import type { ConnectedOrg } from '../../../src/commands/ports/orgs.ts';
import * as scanning from '../../../src/genesys/scanning.ts';
import * as velocity from '../../../src/genesys/velocity/render.ts';
import { PRACTICE_FAULTS } from '../../../src/practice/index.ts';
import type { HistoryFact } from '../../../src/store/index.ts';
import { MemorySecrets } from '../../store/support/memorySecrets.ts';
import { type Answers, Author } from '../../support/author.ts';
import type { Misbehaviour } from '../../support/misbehaving.ts';
import type { Hear } from './hear.ts';
import { MemoryPending, MemoryRotations, MemoryState } from './memoryKeep.ts';
import { MemoryPractice } from './memoryPractice.ts';
import { MemoryScans } from './memoryScans.ts';
import { MemoryWorkspace } from './memoryWorkspace.ts';

/** How a desk differs from that of most authors. */
export interface DeskOptions {
  /** Is told of everything that leaves through a port. */
  readonly hear?: Hear;
  readonly misbehaves?: Misbehaviour;
}

/** An author at a desk: all that commands work with, without an editor. The practice org is chosen, and its sample project is open. */
export class Desk {
  readonly author = new Author();
  readonly workspace: MemoryWorkspace;
  readonly scans: MemoryScans;
  readonly secrets = new MemorySecrets();
  readonly state: MemoryState;
  readonly rotations: MemoryRotations;
  readonly pending: MemoryPending;
  readonly ports: Ports;
  /** The org that stores go to: another one may take its place. */
  practice: MemoryPractice;
  /** Where the author is signed in besides. */
  readonly signedIn: { readonly session: Session; readonly practice: MemoryPractice }[] = [];
  /** Whether the secret storage survives a restart. */
  isDurable = true;
  /** Addresses of files that git ignores. */
  readonly ignored = new Set<string>();
  /** What git says of values in the history of files. */
  history: HistoryFact | undefined;
  readonly #hear: Hear;

  constructor({ hear = () => {}, misbehaves }: DeskOptions = {}) {
    this.#hear = hear;
    this.workspace = new MemoryWorkspace(hear);
    this.scans = new MemoryScans(this.workspace, hear);
    this.state = new MemoryState(hear);
    this.rotations = new MemoryRotations(hear);
    this.pending = new MemoryPending(this.secrets, this.workspace);
    this.practice = new MemoryPractice(hear, misbehaves);
    this.ports = this.#ports();
  }

  /** A fresh practice org takes the place of the one before. */
  useOrg(misbehaves?: Misbehaviour): MemoryPractice {
    this.practice = new MemoryPractice(this.#hear, misbehaves);
    return this.practice;
  }

  /** Runs a command as somebody who answers so. @returns what was shown meanwhile */
  async run(command: CommandName, args: readonly unknown[] = [], answers: Answers = {}): Promise<string> {
    const before = this.author.shown.length;
    this.author.answers(answers);
    await runCommand(this.ports, command, args);
    return this.author.shown.slice(before).join('\n');
  }

  /** Presses the first quick fix of a command in a document. @returns what was shown; `undefined` where none is offered */
  async fix(uri: string, command: CommandName, answers: Answers = {}): Promise<string | undefined> {
    await this.ports.findings.scanNow(uri);
    const args = this.scans.fix(uri, command);
    return args && this.run(command, args, answers);
  }

  #ports(): Ports {
    const { scans, workspace } = this;
    const hear = this.#hear;
    return {
      accounts: this.#accounts(),
      chunks: { velocity: async () => velocity, scanning: async () => scanning },
      documents: workspace.documents,
      durable: {
        isDurable: async () => this.isDurable,
        proof: async () => (this.isDurable ? 'durable' : 'unproven'),
      },
      files: workspace.files,
      findings: scans.findings,
      git: { ignores: async (uri) => this.ignored.has(uri), inHistory: async () => this.history },
      log: {
        info: (...line) => hear('log', line),
        warn: (...line) => hear('log', line),
        show: () => {},
      },
      orgs: {
        forDocument: () => this.#connected(),
        forWorkspace: () => this.#connected(),
        forSecondPractice: async () => undefined,
        forSession: async ({ id }) => this.#sessionOrg(id),
      },
      pending: this.pending,
      practice: this.#practicePort(),
      rotations: this.rotations,
      scanner: scans.scanner,
      secrets: this.secrets,
      settings: { chosenOrg: () => 'practice', chooseOrg: async (org) => hear('setting', org) },
      team: scans.team,
      ui: this.author.ui,
      views: {
        problems: async () => {},
        rule: async (ruleId) => hear('page', ruleId),
        update: async (plan, ...named) => hear('page', [plan, named]),
        practiceOrg: async () => {},
      },
      wait: async () => {},
      workspace: workspace.workspace,
      workspaceScan: scans.workspaceScan,
    };
  }

  #accounts(): Ports['accounts'] {
    const find = (id: string) => this.signedIn.find(({ session }) => session.id === id);
    return {
      sessions: async () => this.signedIn.map(({ session }) => session),
      find: async (id) => find(id)?.session,
      signIn: async () => undefined,
      signOut: async (id) => {
        const at = this.signedIn.findIndex(({ session }) => session.id === id);
        if (at >= 0) this.signedIn.splice(at, 1);
      },
      look: async ({ id }, task) => {
        const client = await find(id)?.practice.client();
        if (!client) throw new Error('nobody is signed in');
        return task(client, new AbortController().signal);
      },
    };
  }

  #practicePort(): Ports['practice'] {
    return {
      faults: async () => PRACTICE_FAULTS,
      letFail: async (fault) => this.practice.faults.choose(fault),
      isSecondOn: () => false,
      turnSecond: async () => '',
      orgIds: async () => ({ first: this.practice.org.snapshot().organization.id }),
      madeFiles: async () => undefined,
      startOver: async () => [],
    };
  }

  #connected(): Promise<ConnectedOrg> {
    return this.practice.connected(this.state, async (uri) => this.workspace.workspace.folderOf(uri) !== undefined);
  }

  async #sessionOrg(id: string): Promise<ConnectedOrg | undefined> {
    const found = this.signedIn.find(({ session }) => session.id === id);
    if (!found) return undefined;
    const { session, practice } = found;
    const org = await practice.connected(this.state, async () => true);
    return { ...org, session, label: session.orgName, account: { region: session.at, who: session.who } };
  }
}
