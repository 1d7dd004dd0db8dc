import * as vscode from 'vscode';
import type { SaidIntegrations } from '../../commands/ports/orgs.ts';

const MEMENTO = 'actionIntegrations.';

/** Which integration the actions of which files belong to, as the author has said once for each org. Ids and addresses only. */
export class ActionIntegrations implements SaidIntegrations {
  readonly #state: vscode.Memento;
  readonly #key: string;

  constructor(state: vscode.Memento, orgId: string) {
    this.#state = state;
    this.#key = MEMENTO + orgId;
  }

  of(uri: string): string | undefined {
    const all = this.#all();
    return all[uri] ?? all[formerAddressOf(vscode.Uri.parse(uri)) ?? ''];
  }

  async remember(uris: readonly string[], integrationId: string): Promise<void> {
    const news = Object.fromEntries(uris.map((uri) => [uri, integrationId]));
    await this.#state.update(this.#key, { ...this.#all(), ...news });
  }

  #all(): Readonly<Record<string, string>> {
    return this.#state.get<Readonly<Record<string, string>>>(this.#key, {});
  }
}

/** As it was written down before: it told no two folders of one name apart, so it counts where there is one of that name. */
function formerAddressOf(uri: vscode.Uri): string | undefined {
  const name = vscode.workspace.getWorkspaceFolder(uri)?.name;
  const same = vscode.workspace.workspaceFolders?.filter((folder) => folder.name === name) ?? [];
  return same.length === 1 ? vscode.workspace.asRelativePath(uri, true) : undefined;
}
