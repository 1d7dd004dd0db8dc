import * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import type { OrgClient } from '../../cloud/index.ts';
import type { JournalPort } from '../../store/index.ts';
import type { Chunks } from '../chunks.ts';
import { chooseOrg } from '../commands/chooseOrg.ts';
import { shownPath } from '../fileNames.ts';
import type { Log } from '../log.ts';
import { chosenOrg } from '../settings.ts';
import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';
import { ActionIntegrations } from './actionIntegrations.ts';
import { mementoJournal } from './journal.ts';
import type { PracticeHost } from './practiceHost.ts';
import { readDocument } from './readDocument.ts';
import { isInSampleProject } from './sampleProject.ts';

/** The org that was chosen, signed in. */
export interface ConnectedOrg {
  readonly client: OrgClient;
  /** How the org is named wherever it appears: the practice org always begins with PRACTICE. */
  readonly label: string;
  /** What is under way in this org. */
  readonly journal: JournalPort;
  /** Which integrations the author has said that actions belong to. */
  readonly actions: ActionIntegrations;
  /** Whether a fix may edit this file: the practice org's stay in the sample project. */
  mayEdit(uri: vscode.Uri): Promise<boolean>;
}

interface OrgParts {
  readonly chunks: Chunks;
  readonly practice: PracticeHost;
  readonly state: vscode.Memento;
  readonly log: Log;
  readonly ui: Ui;
}

/** Connects to the org the author has chosen. Nothing is connected before an act of the author's needs it. */
export class Orgs {
  readonly #parts: OrgParts;
  #connected: Promise<ConnectedOrg> | undefined;

  constructor(parts: OrgParts) {
    this.#parts = parts;
  }

  /**
   * The org for a fix in this document, asking for one where none is chosen. Says why and gives nothing where a fix may
   * not happen: in an untrusted workspace, and outside the sample project for the practice org.
   */
  async forDocument(document: vscode.TextDocument): Promise<ConnectedOrg | undefined> {
    if (!(await this.#isChosen())) return undefined;
    if (!(await isInSampleProject(document.uri))) {
      await this.#parts.ui.warn(t('org.practiceOnlySample'));
      return undefined;
    }
    return this.#connect();
  }

  /** The org for a fix in several files, of which `mayEdit` tells those it may be in. Asks and refuses like `forDocument`. */
  async forWorkspace(): Promise<ConnectedOrg | undefined> {
    return (await this.#isChosen()) ? this.#connect() : undefined;
  }

  /** Asks for an org where none is chosen. Not in an untrusted workspace, where it says why. */
  async #isChosen(): Promise<boolean> {
    if (!vscode.workspace.isTrusted) {
      const manage = t('org.manageTrust');
      const pressed = await this.#parts.ui.warn(t('org.untrusted'), manage);
      if (pressed === manage) await vscode.commands.executeCommand('workbench.trust.manage');
      return false;
    }
    return (chosenOrg() === 'none' ? await chooseOrg(this.#parts.ui) : chosenOrg()) !== 'none';
  }

  #connect(): Promise<ConnectedOrg> {
    this.#connected ??= this.#connectPractice().catch((error: unknown) => {
      this.#connected = undefined;
      throw error;
    });
    return this.#connected;
  }

  async #connectPractice(): Promise<ConnectedOrg> {
    const { chunks, practice, state } = this.#parts;
    const [{ connectOrg }, { PRACTICE_REGION }, { org, client }] = await Promise.all([
      chunks.cloud(),
      chunks.practice(),
      practice.running(),
    ]);
    const connected = await connectOrg({
      at: PRACTICE_REGION,
      clientId: client.id,
      clientSecret: new Sensitive(client.secret),
      fetch: org.handle,
    });
    const { id, name } = await connected.organization();
    const journal = mementoJournal(state, id);
    await this.#recover(connected, journal);
    const actions = new ActionIntegrations(state, id);
    return { client: connected, label: `PRACTICE · ${name}`, journal, actions, mayEdit: isInSampleProject };
  }

  /** Before anything new is stored, what an interrupted store left is looked after and told. */
  async #recover(client: OrgClient, journal: JournalPort): Promise<void> {
    const { chunks, log, ui } = this.#parts;
    const { recover } = await chunks.commands();
    const now = (): string => new Date().toISOString();
    for (const { entry, found } of await recover({ org: client, journal, read: readDocument, now })) {
      log.info('recovered', { found });
      const files = entry.documents.map((document) => shownPath(vscode.Uri.parse(document))).join(', ');
      if (found === 'bound') void ui.warn(t('recover.bound', entry.integrationName, files));
      else if (found === 'finished') void ui.info(t('recover.finished', entry.integrationName, files));
      else if (found === 'cleared') void ui.info(t('recover.cleared', entry.integrationName));
      else void ui.warn(t('recover.leftBehind', entry.integrationName, entry.credentialName));
    }
  }
}
