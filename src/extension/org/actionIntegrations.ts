import * as vscode from 'vscode';

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

  /** @param uris none with a credential in its name */
  async remember(uris: readonly vscode.Uri[], integrationId: string): Promise<void> {
    const news = Object.fromEntries(uris.map((uri) => [addressOf(uri), integrationId]));
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
