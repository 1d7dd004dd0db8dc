import * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import { credentialReferences } from '../../genesys/references.ts';

const MEMENTO = 'pendingReferences';
const SECRET = 'pending.';

/** A reference that the author wrote in place of a literal and that is not known to be stored yet. */
export interface PendingReference {
  /** Random; the value waits in the secret storage under it. */
  readonly id: string;
  readonly fieldName: string;
  /** Where the reference stands in the open document now; none while it is closed or the reference is gone. */
  readonly ranges: readonly vscode.Range[];
}

interface Entry {
  readonly id: string;
  readonly uri: string;
  readonly fieldName: string;
}

/**
 * Keeps the values of literals that were replaced before they were stored. Which references are waiting is in the
 * workspace's memento, without values; the values are in the secret storage until they are stored, put back or discarded.
 */
export class PendingReferences implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #secrets: vscode.SecretStorage;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext) {
    this.#state = context.workspaceState;
    this.#secrets = context.secrets;
    const touched = (document: vscode.TextDocument): void => {
      if (this.#entriesOf(document.uri).length > 0) this.#changed.fire(document.uri);
    };
    this.#subscriptions = [
      vscode.workspace.onDidOpenTextDocument(touched),
      vscode.workspace.onDidChangeTextDocument((event) => touched(event.document)),
    ];
  }

  /** Keeps the value first, so that it is never only in a file that is about to change. */
  async add(uri: vscode.Uri, fieldName: string, value: Sensitive): Promise<string> {
    const id = crypto.randomUUID();
    await this.#secrets.store(SECRET + id, value.reveal());
    await this.#save([...this.#entries(), { id, uri: uri.toString(), fieldName }]);
    this.#changed.fire(uri);
    return id;
  }

  async value(id: string): Promise<Sensitive | undefined> {
    const value = await this.#secrets.get(SECRET + id);
    return value === undefined ? undefined : new Sensitive(value);
  }

  async remove(uri: vscode.Uri, id: string): Promise<void> {
    await this.#save(this.#entries().filter((entry) => entry.id !== id));
    await this.#secrets.delete(SECRET + id);
    this.#changed.fire(uri);
  }

  of(uri: vscode.Uri): readonly PendingReference[] {
    const entries = this.#entriesOf(uri);
    if (entries.length === 0) return [];
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    return entries.map(({ id, fieldName }) => ({
      id,
      fieldName,
      ranges: document ? rangesOf(document, fieldName) : [],
    }));
  }

  at(uri: vscode.Uri, range: vscode.Range): readonly PendingReference[] {
    return this.of(uri).filter((pending) => pending.ranges.some((each) => each.intersection(range)));
  }

  documents(): vscode.Uri[] {
    return [...new Set(this.#entries().map((entry) => entry.uri))].map((uri) => vscode.Uri.parse(uri));
  }

  dispose(): void {
    this.#changed.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #entriesOf(uri: vscode.Uri): Entry[] {
    const key = uri.toString();
    return this.#entries().filter((entry) => entry.uri === key);
  }

  #entries(): readonly Entry[] {
    return this.#state.get<readonly Entry[]>(MEMENTO, []);
  }

  async #save(entries: readonly Entry[]): Promise<void> {
    await this.#state.update(MEMENTO, entries);
  }
}

function rangesOf(document: vscode.TextDocument, fieldName: string): vscode.Range[] {
  return credentialReferences(document.getText())
    .filter((reference) => reference.field === fieldName)
    .map(({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)));
}
