import * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import type { OrgClient } from '../../cloud/index.ts';
import { isUnreadablePractice } from '../../commands/failure/unreadablePractice.ts';
import { chooseOrg } from '../../commands/org/chooseOrg.ts';
import { regionOf, type Session } from '../../commands/org/session.ts';
import type { Log } from '../../commands/ports/log.ts';
import type { ConnectedOrg, Orgs as OrgsPort } from '../../commands/ports/orgs.ts';
import type { Ui } from '../../commands/ports/ui.ts';
import { t } from '../../messages/index.ts';
import type { Journals } from '../../store/journals.ts';
import type { Accounts } from '../auth/accounts.ts';
import { accountsPort } from '../auth/accountsPort.ts';
import { connectSession } from '../auth/connectSession.ts';
import type { Chunks } from '../chunks.ts';
import type { Scanner } from '../findings/scanner.ts';
import { COMMANDS } from '../ids.ts';
import { chosenOrg, chooseOrg as keep } from '../settings.ts';
import { ActionIntegrations } from './actionIntegrations.ts';
import type { PracticeHost, SecondPractice } from './practiceHost.ts';
import { Recovery } from './recovery.ts';
import { isInSampleProject } from './sampleProject.ts';

interface OrgParts {
  readonly accounts: Accounts;
  readonly chunks: Chunks;
  readonly journals: Journals;
  readonly practice: PracticeHost;
  readonly scanner: Scanner;
  readonly secondPractice: SecondPractice;
  readonly state: vscode.Memento;
  readonly log: Log;
  readonly ui: Ui;
}

type Practice = 'practice' | 'second practice';

/** Connects to the org the author has chosen. Nothing is connected before an act of the author's needs it. */
export class Orgs implements OrgsPort {
  readonly #parts: OrgParts;
  /** By session, or which practice org. */
  readonly #connected = new Map<string, Promise<ConnectedOrg>>();
  readonly #recovery: Recovery;

  constructor(parts: OrgParts) {
    this.#parts = parts;
    this.#recovery = new Recovery(parts);
    // Whoever signed in again is connected anew, and whoever signed out no more.
    parts.accounts.sessions.onDidChange(() => this.#connected.clear());
    parts.practice.onDidStartOver(() => this.#connected.delete('practice'));
    parts.secondPractice.host.onDidStartOver(() => this.#connected.delete('second practice'));
  }

  /**
   * The org for a fix in this document, asking for one where none is chosen. Says why and gives nothing where a fix may
   * not happen: in an untrusted workspace, and outside the sample project for the practice org.
   */
  async forDocument(uri: string): Promise<ConnectedOrg | undefined> {
    const chosen = await this.#chosen();
    if (chosen === undefined) return undefined;
    if (chosen === 'practice' && !(await isInSampleProject(uri))) {
      await this.#parts.ui.warn(t('org.practiceOnlySample'));
      return undefined;
    }
    return this.#connect(chosen);
  }

  /** The org for a fix in several files, of which `mayEdit` tells those it may be in. Asks and refuses like `forDocument`. */
  async forWorkspace(): Promise<ConnectedOrg | undefined> {
    const chosen = await this.#chosen();
    return chosen && this.#connect(chosen);
  }

  /** The second practice org, where the author has one: what the other orgs are to a real one. */
  async forSecondPractice(): Promise<ConnectedOrg | undefined> {
    return this.#parts.secondPractice.isOn ? this.#connect('second practice') : undefined;
  }

  /** The org of a session, whichever is chosen. */
  async forSession(session: Session): Promise<ConnectedOrg | undefined> {
    return this.#connect(session);
  }

  /**
   * After a start: tells that a store did not end, if one did not, and looks after it when the author says so. Nothing is
   * sent before.
   */
  async tellInterrupted(): Promise<void> {
    const { log, ui } = this.#parts;
    const waiting = vscode.workspace.isTrusted ? await this.#interrupted() : [];
    if (waiting.length === 0) return;
    const look = t('recover.look');
    if ((await ui.warn(t('recover.waiting'), look)) !== look) return;
    try {
      for (const orgId of waiting) await this.#lookInto(orgId);
    } catch {
      log.warn('not recovered');
      await ui.warn(t('recover.later'));
    }
  }

  /** None where even that cannot be read: it is told when an org is connected. */
  async #interrupted(): Promise<readonly string[]> {
    const { journals, log } = this.#parts;
    return journals.orgs().catch(() => {
      log.warn('journals');
      return [];
    });
  }

  /** The org of that id, whichever is chosen; where nobody is signed in to it, that is told. */
  async #lookInto(orgId: string): Promise<void> {
    const { accounts, journals, ui } = this.#parts;
    const session = (await accounts.sessions.all()).find((each) => each.orgId === orgId);
    const found = session ?? (await this.#practiceOf(orgId));
    if (found) {
      await this.#connect(found);
      return;
    }
    const names = await this.#recovery.integrationsIn(journals.open(orgId));
    if (names.length > 0) await ui.warn(t('recover.noSession', names.join(', ')));
  }

  async #practiceOf(orgId: string): Promise<Practice | undefined> {
    const { practice, secondPractice } = this.#parts;
    const isIts = async (host: PracticeHost) => (await host.running()).org.snapshot().organization.id === orgId;
    if (await isIts(practice)) return 'practice';
    return secondPractice.isOn && (await isIts(secondPractice.host)) ? 'second practice' : undefined;
  }

  /** Asks for an org where none is chosen, or that sign-in is gone. Not in an untrusted workspace, where it says why. */
  async #chosen(): Promise<'practice' | Session | undefined> {
    const { accounts, ui } = this.#parts;
    if (!vscode.workspace.isTrusted) {
      const manage = t('org.manageTrust');
      const pressed = await ui.warn(t('org.untrusted'), manage);
      if (pressed === manage) await vscode.commands.executeCommand('workbench.trust.manage');
      return undefined;
    }
    const now = chosenOrg();
    if (now === 'practice') return now;
    const session = now === 'none' ? undefined : await accounts.sessions.find(now);
    if (session) return session;
    const chosen = await chooseOrg({ accounts: accountsPort(accounts), settings: { chosenOrg, chooseOrg: keep }, ui });
    return chosen === 'practice' ? chosen : accounts.sessions.find(chosen);
  }

  async #connect(chosen: Practice | Session): Promise<ConnectedOrg | undefined> {
    if (typeof chosen === 'string' && !(await this.#isThere(chosen))) return undefined;
    const key = typeof chosen === 'string' ? chosen : chosen.id;
    const known = this.#connected.get(key);
    if (known) return this.#lookedAfter(await known);
    const connecting = typeof chosen === 'string' ? this.#connectPractice(chosen) : this.#connectSession(chosen);
    this.#connected.set(key, connecting);
    try {
      return await connecting;
    } catch (error) {
      if (this.#connected.get(key) === connecting) this.#connected.delete(key);
      throw error;
    }
  }

  /** Whether the practice org can be used. Where what is kept of it cannot be read, says so and offers to start over. */
  async #isThere(which: Practice): Promise<boolean> {
    try {
      await this.#hostOf(which).running();
      return true;
    } catch (error) {
      if (!isUnreadablePractice(error)) throw error;
      const startOver = t('practice.startOver.button');
      if ((await this.#parts.ui.warn(t('practice.unreadable'), startOver)) === startOver)
        await vscode.commands.executeCommand(COMMANDS.practiceStartOver);
      return false;
    }
  }

  #hostOf(which: Practice): PracticeHost {
    return which === 'practice' ? this.#parts.practice : this.#parts.secondPractice.host;
  }

  async #connectSession(session: Session): Promise<ConnectedOrg> {
    const { accounts, chunks, ui } = this.#parts;
    const client = await ui.busy(t('auth.signingIn'), () => connectSession(chunks, accounts.sessions, session));
    const { orgId, orgName, who } = session;
    const account = { region: regionOf(session), who };
    return this.#opened(client, { orgId, session, label: orgName, account, mayEdit: async () => true });
  }

  async #connectPractice(which: Practice): Promise<ConnectedOrg> {
    const { chunks } = this.#parts;
    const host = this.#hostOf(which);
    const [{ connectOrg }, { PRACTICE_REGION }, { org, client }] = await Promise.all([
      chunks.cloud(),
      chunks.practice(),
      host.running(),
    ]);
    const connected = await connectOrg({
      at: PRACTICE_REGION,
      clientId: client.id,
      clientSecret: new Sensitive(client.secret),
      fetch: org.handle,
    });
    const { id, name } = await connected.organization();
    const lostFields = (integrationId: string) => org.lostFields(integrationId);
    return this.#opened(connected, { orgId: id, label: `PRACTICE · ${name}`, mayEdit: isInSampleProject, lostFields });
  }

  async #opened(
    client: OrgClient,
    known: Pick<ConnectedOrg, 'account' | 'label' | 'lostFields' | 'mayEdit' | 'orgId' | 'session'>,
  ): Promise<ConnectedOrg> {
    const { journals, state } = this.#parts;
    const journal = journals.open(known.orgId);
    const org = { ...known, client, journal, actions: new ActionIntegrations(state, known.orgId) };
    await this.#recovery.lookAfter(org);
    return org;
  }

  /** What could not be judged when the org was connected, because listings lag, is looked at again. */
  async #lookedAfter(org: ConnectedOrg): Promise<ConnectedOrg> {
    await this.#recovery.lookAfter(org);
    return org;
  }
}
