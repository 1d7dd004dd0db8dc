import * as vscode from 'vscode';
import { isUnreadablePractice } from '../../commands/failure/unreadablePractice.ts';
import { t } from '../../messages/index.ts';
import type { PracticeIntegration, PracticeOrg, PracticeState } from '../../practice/index.ts';
import { PRACTICE_SCHEME } from '../ids.ts';
import type { PracticeHost, RunningPractice, SecondPractice } from './practiceHost.ts';

const PAGE = vscode.Uri.from({ scheme: PRACTICE_SCHEME, path: '/PRACTICE org.md' });

/** A read-only page with what the practice org holds: integrations, their credentials with field names, requests so far. */
export class PracticePage implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #host: PracticeHost;
  readonly #second: SecondPractice;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registration: vscode.Disposable;

  constructor(host: PracticeHost, second: SecondPractice) {
    this.#host = host;
    this.#second = second;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(PRACTICE_SCHEME, this);
  }

  async show(): Promise<void> {
    this.refresh();
    await vscode.window.showTextDocument(PAGE, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }

  refresh(): void {
    this.#changed.fire(PAGE);
  }

  async provideTextDocumentContent(): Promise<string> {
    const hosts = this.#second.isOn ? [this.#host, this.#second.host] : [this.#host];
    return (await Promise.all(hosts.map(pageOf))).join('\n');
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

async function pageOf(host: PracticeHost): Promise<string> {
  const running = await host.running().catch(unlessUnreadable);
  if (!running) return t('practice.unreadable');
  const { org } = running;
  const state = org.snapshot();
  const requests = org.log.map(({ method, path, status }) => `- ${method} ${path} → ${status}`);
  return [
    `# PRACTICE: ${state.organization.name}`,
    t('practice.page.about'),
    ...state.integrations.flatMap((integration) => describe(integration, state, org)),
    `## ${t('practice.page.requests')}\n${requests.length > 0 ? requests.join('\n') : t('practice.page.noRequests')}`,
    '',
  ].join('\n\n');
}

function unlessUnreadable(error: unknown): undefined | Promise<RunningPractice> {
  return isUnreadablePractice(error) ? undefined : Promise.reject(error);
}

function describe({ id, config, typeId }: PracticeIntegration, state: PracticeState, org: PracticeOrg): string[] {
  const lost = org.lostFields(id);
  const shown = (field: string): string => (lost.includes(field) ? t('practice.page.enterAgain', field) : field);
  const bound = Object.values(config.credentials)
    .map((each) => state.credentials.find((credential) => credential.id === each))
    .map((credential) => credential && `${credential.typeName}: ${credential.fieldNames.map(shown).join(', ')}`);
  const credential = bound.length > 0 ? bound.join('; ') : t('practice.page.noCredential');
  return [`## ${config.name}\n${typeId} · ${credential}`];
}
