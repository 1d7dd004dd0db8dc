import * as vscode from 'vscode';
import { mementoJournals } from '../../../src/extension/org/mementoJournals.ts';
import { Orgs } from '../../../src/extension/org/orgs.ts';
import { PracticeHost, SecondPractice } from '../../../src/extension/org/practiceHost.ts';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from './author.ts';
import { services } from './editor.ts';

/** How an org behaves that does not answer as it should. */
export type Misbehaviour = (request: Request, answer: (request: Request) => Promise<Response>) => Promise<Response>;

export interface OwnPractice {
  readonly orgs: Orgs;
  readonly host: PracticeHost;
  readonly secondPractice: SecondPractice;
  /** What the workspace keeps for it. */
  readonly state: vscode.Memento;
}

/**
 * A practice org of a test's own, fresh from the seed: nothing that it keeps meets the one of the window.
 * @param kept is told of everything that is written into the memento
 */
export function ownPractice(
  { accounts, chunks, context, log, ui }: Services,
  kept: (value: unknown) => void,
  misbehaves?: Misbehaviour,
): OwnPractice {
  const state = memento(kept);
  const own: vscode.ExtensionContext = Object.create(context, {
    workspaceState: { value: state },
    secrets: { value: secrets() },
  });
  const host = new PracticeHost(own, chunks, log);
  const secondPractice = new SecondPractice(own, chunks, log);
  if (misbehaves) {
    const running = host.running.bind(host);
    Object.assign(host, {
      running: async () => {
        const { org, ...others } = await running();
        return { ...others, org: { ...org, handle: (request: Request) => misbehaves(request, org.handle) } };
      },
    });
  }
  return {
    host,
    secondPractice,
    state,
    orgs: new Orgs({
      accounts,
      chunks,
      journals: mementoJournals(state),
      practice: host,
      secondPractice,
      state,
      log,
      ui,
    }),
  };
}

/** Somebody who works in a practice org of a suite's own. */
export interface AtPractice {
  readonly parts: Services;
  readonly author: Author;
  readonly own: OwnPractice;
  /** Gives the window its own org back. */
  readonly leave: () => void;
}

/** For the beginning of a suite: the author sits down, and the practice org is a fresh one. */
export async function atOwnPractice(): Promise<AtPractice> {
  const parts = await services();
  const author = new Author(parts);
  const { orgs } = parts;
  const own = ownPractice(parts, () => {});
  Object.assign(parts, { orgs: own.orgs });
  await vscode.workspace
    .getConfiguration('genesysSecrets')
    .update('org', 'practice', vscode.ConfigurationTarget.Global);
  return { parts, author, own, leave: () => Object.assign(parts, { orgs }) };
}

function memento(kept: (value: unknown) => void): vscode.Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <Value>(key: string, or?: Value) => (values.has(key) ? values.get(key) : or) as Value,
    update: async (key, value) => {
      kept([key, value]);
      if (value === undefined) values.delete(key);
      else values.set(key, value);
    },
  };
}

function secrets(): Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'> {
  const values = new Map<string, string>();
  return {
    get: async (key) => values.get(key),
    store: async (key, value) => void values.set(key, value),
    delete: async (key) => void values.delete(key),
  };
}
