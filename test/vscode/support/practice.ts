import * as vscode from 'vscode';
import { journalsOf } from '../../../src/extension/org/openJournals.ts';
import { Orgs } from '../../../src/extension/org/orgs.ts';
import { keptIn } from '../../../src/extension/org/practiceHome.ts';
import { PracticeHost, SecondPractice } from '../../../src/extension/org/practiceHost.ts';
import type { Services } from '../../../src/extension/services.ts';
import type { JournalEntry, JournalPort } from '../../../src/store/index.ts';
import type { Journals } from '../../../src/store/journals.ts';
import { Author } from '../../support/author.ts';
import type { Misbehaviour } from '../../support/misbehaving.ts';
import { services } from './editor.ts';

export interface OwnPractice {
  readonly orgs: Orgs;
  readonly host: PracticeHost;
  readonly secondPractice: SecondPractice;
  /** What the workspace keeps for it. */
  readonly state: vscode.Memento;
  /** The real ones, in files of a folder of its own. */
  readonly journals: Journals;
  readonly journalFolder: vscode.Uri;
  /** Every entry that the stores in this org have written down. */
  readonly written: readonly JournalEntry[];
  /** The same org and what is kept of it, as a window finds it that opens now. */
  reopened(): Orgs;
  /** The same org as a browser finds it that has another address, and so nothing of this one's storage. */
  elsewhere(): { readonly host: PracticeHost; readonly orgs: Orgs };
  /** What is kept with the sample project. */
  readonly stateFile: vscode.Uri;
}

/**
 * A practice org of a test's own, fresh from the seed: nothing that it keeps meets the one of the window.
 * @param kept is told of everything that is written into the memento and the journals
 */
export function ownPractice(
  { accounts, chunks, context, log, scanner, ui }: Services,
  kept: (value: unknown) => void,
  misbehaves?: Misbehaviour,
): OwnPractice {
  const state = memento(kept);
  const { storageUri } = context;
  if (!storageUri) throw new Error('the window has no folder');
  const journalFolder = vscode.Uri.joinPath(storageUri, `own-${crypto.randomUUID()}`);
  const own: vscode.ExtensionContext = Object.create(context, {
    workspaceState: { value: state },
    secrets: { value: secrets() },
    storageUri: { value: journalFolder },
  });
  const sample = vscode.Uri.joinPath(storageUri, `${journalFolder.path.split('/').at(-1)}-sample`);
  const host = new PracticeHost(own, chunks, log, async () => sample);
  const secondPractice = new SecondPractice(own, chunks, log, async () => sample);
  if (misbehaves) {
    const running = host.running.bind(host);
    Object.assign(host, {
      running: async () => {
        const { org, ...others } = await running();
        return { ...others, org: { ...org, handle: (request: Request) => misbehaves(request, org.handle) } };
      },
    });
  }
  const opened = (journals: Journals, practice = host) =>
    new Orgs({ accounts, chunks, journals, practice, scanner, secondPractice, state, log, ui });
  const journals = journalsOf(own);
  const written: JournalEntry[] = [];
  return {
    host,
    secondPractice,
    state,
    journals,
    journalFolder,
    written,
    orgs: opened(recorded(journals, written, kept)),
    reopened: () => opened(journalsOf(own)),
    elsewhere: () => {
      const other: vscode.ExtensionContext = Object.create(own, {
        workspaceState: { value: memento(kept) },
        secrets: { value: secrets() },
      });
      const practice = new PracticeHost(other, chunks, log, async () => sample);
      return { host: practice, orgs: opened(journalsOf(own), practice) };
    },
    stateFile: vscode.Uri.joinPath(keptIn(sample), 'state.json'),
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

function recorded(journals: Journals, written: JournalEntry[], kept: (value: unknown) => void): Journals {
  const open = (orgId: string): JournalPort => {
    const journal = journals.open(orgId);
    const write: JournalPort['write'] = (entry) => {
      written.push(entry);
      kept(['journal', entry]);
      return journal.write(entry);
    };
    return { ...journal, write };
  };
  return { ...journals, open };
}

function secrets(): Pick<vscode.SecretStorage, 'get' | 'store' | 'delete' | 'keys'> {
  const values = new Map<string, string>();
  return {
    keys: async () => [...values.keys()],
    get: async (key) => values.get(key),
    store: async (key, value) => void values.set(key, value),
    delete: async (key) => void values.delete(key),
  };
}
