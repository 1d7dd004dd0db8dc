import * as vscode from 'vscode';
import { safeWords } from '../../engine/detect/safeWords.ts';

const MEMENTO = 'actionIntegrations.';

/** Which integration the actions of which files belong to, as the author has said once for each org. Ids and addresses only. */
export class ActionIntegrations {
  readonly #state: vscode.Memento;
  readonly #key: string;

  constructor(state: vscode.Memento, orgId: string) {
    this.#state = state;
    this.#key = MEMENTO + orgId;
  }

  of(uri: vscode.Uri): string | undefined {
    return this.#all()[addressOf(uri)];
  }

  async remember(uris: readonly vscode.Uri[], integrationId: string): Promise<void> {
    // A file whose name is a credential is asked about each time: the memento must not hold it.
    const known = uris.filter((uri) => safeWords(addressOf(uri).split('/')).join('/') === addressOf(uri));
    const news = Object.fromEntries(known.map((uri) => [addressOf(uri), integrationId]));
    await this.#state.update(this.#key, { ...this.#all(), ...news });
  }

  #all(): Readonly<Record<string, string>> {
    return this.#state.get<Readonly<Record<string, string>>>(this.#key, {});
  }
}

/** Relative to its folder, so that a workspace that has moved is still known. */
function addressOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, true);
}
