import * as vscode from 'vscode';
import { type ActionRequest, type ActionUpdate, HIDDEN_LITERAL } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import type { Scanner } from '../findings/scanner.ts';
import { UPDATE_SCHEME } from '../ids.ts';

/** Shows what an update would change of a Data Action, without any literal. */
export class UpdatePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #scanner: Scanner;
  readonly #texts = new Map<string, string>();
  readonly #registration: vscode.Disposable;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(UPDATE_SCHEME, this);
  }

  async show({ shown, request }: ActionUpdate, name: string, org: string): Promise<void> {
    this.#texts.clear();
    const [now, after] = await Promise.all([this.#page('now', shown), this.#page('after', request)]);
    await vscode.commands.executeCommand('vscode.diff', now, after, t('update.diff', name, org), { preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.#registration.dispose();
  }

  async #page(side: 'now' | 'after', { url, headers, body }: ActionRequest): Promise<vscode.Uri> {
    const request = { requestUrlTemplate: url, headers, requestTemplate: body };
    const text = JSON.stringify({ config: { request } }, null, 2);
    // A new address each time: VS Code keeps the text of one it knows.
    const uri = vscode.Uri.from({ scheme: UPDATE_SCHEME, path: `/${crypto.randomUUID()}/${side}.json` });
    this.#texts.set(uri.toString(), await this.#withoutLiterals(text));
    return uri;
  }

  /** The org's version may hold other literals than those that are replaced. */
  async #withoutLiterals(text: string): Promise<string> {
    const { detections } = await this.#scanner.scan('action.custom.json', text);
    const spans = detections.flatMap((detection) => (detection.hit.class === 'hard-coded' ? detection.spans : []));
    const lastFirst = [...spans].sort((a, b) => b.start - a.start);
    return lastFirst.reduce((shown, { start, end }) => shown.slice(0, start) + HIDDEN_LITERAL + shown.slice(end), text);
  }
}
