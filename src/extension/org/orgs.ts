import * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import type { OrgClient } from '../../cloud/index.ts';
import type { Chunks } from '../chunks.ts';
import { chooseOrg } from '../commands/chooseOrg.ts';
import { chosenOrg } from '../settings.ts';
import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';
import type { PracticeHost } from './practiceHost.ts';
import { isInSampleProject } from './sampleProject.ts';

/** The org that was chosen, signed in. */
export interface ConnectedOrg {
  readonly client: OrgClient;
  /** How the org is named wherever it appears: the practice org always begins with PRACTICE. */
  readonly label: string;
}

/** Connects to the org the author has chosen. Nothing is connected before an act of the author's needs it. */
export class Orgs {
  readonly #chunks: Chunks;
  readonly #practice: PracticeHost;
  readonly #ui: Ui;
  #connected: Promise<ConnectedOrg> | undefined;

  constructor(chunks: Chunks, practice: PracticeHost, ui: Ui) {
    this.#chunks = chunks;
    this.#practice = practice;
    this.#ui = ui;
  }

  /**
   * The org for a fix in this document, asking for one where none is chosen. Says why and gives nothing where a fix may
   * not happen: in an untrusted workspace, and outside the sample project for the practice org.
   */
  async forDocument(document: vscode.TextDocument): Promise<ConnectedOrg | undefined> {
    if (!vscode.workspace.isTrusted) {
      await this.#ui.warn(t('org.untrusted'));
      return undefined;
    }
    const org = chosenOrg() === 'none' ? await chooseOrg(this.#ui) : chosenOrg();
    if (org === 'none') return undefined;
    if (!(await isInSampleProject(document.uri))) {
      await this.#ui.warn(t('org.practiceOnlySample'));
      return undefined;
    }
    return this.#connect();
  }

  #connect(): Promise<ConnectedOrg> {
    this.#connected ??= this.#connectPractice().catch((error: unknown) => {
      this.#connected = undefined;
      throw error;
    });
    return this.#connected;
  }

  async #connectPractice(): Promise<ConnectedOrg> {
    const [{ connectOrg }, { PRACTICE_REGION }, { org, client }] = await Promise.all([
      this.#chunks.cloud(),
      this.#chunks.practice(),
      this.#practice.running(),
    ]);
    const connected = await connectOrg({
      region: PRACTICE_REGION,
      clientId: client.id,
      clientSecret: new Sensitive(client.secret),
      fetch: org.handle,
    });
    return { client: connected, label: `PRACTICE · ${org.snapshot().organization.name}` };
  }
}
