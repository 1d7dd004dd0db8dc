import * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';

const MEMENTO = 'pendingReferences';
const SECRET = 'pending.';

/** A reference that the author wrote in place of a literal and that is not known to be stored yet. */
export interface PendingReference {
  /** Random; the value waits in the secret storage under it. */
  readonly id: string;
  readonly fieldName: string;
  /** Where the reference stands in the open document now; absent while it is closed or the reference is gone. */
  readonly range?: vscode.Range;
}

/** What is kept of a literal until its reference is verified. */
export interface KeptLiteral {
  /** The field's value. */
  readonly value: Sensitive;
  /** The literal as it was written in the document, to put it back. */
  readonly written: Sensitive;
}

/** What is known of a reference without its value. */
interface Entry {
  readonly id: string;
  readonly uri: string;
  readonly fieldName: string;
  /** The new text, as it was written into the document. */
  readonly reference: string;
  /** Where it was written, to tell it from others like it. */
  readonly offset: number;
}

/** A replacement that is about to be made. */
export type NewPending = Omit<Entry, 'id' | 'uri'> & KeptLiteral;

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
  async add(uri: vscode.Uri, { value, written, ...known }: NewPending): Promise<string> {
    const id = crypto.randomUUID();
    await this.#secrets.store(SECRET + id, JSON.stringify([value.reveal(), written.reveal()]));
    await this.#save([...this.#entries(), { ...known, id, uri: uri.toString() }]);
    this.#changed.fire(uri);
    return id;
  }

  async kept(id: string): Promise<KeptLiteral | undefined> {
    const kept = await this.#secrets.get(SECRET + id);
    if (kept === undefined) return undefined;
    const [value, written] = JSON.parse(kept) as [string, string];
    return { value: new Sensitive(value), written: new Sensitive(written) };
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
    return entries.map((entry) => {
      const range = document && rangeOf(document, entry);
      return { id: entry.id, fieldName: entry.fieldName, ...(range ? { range } : {}) };
    });
  }

  at(uri: vscode.Uri, range: vscode.Range): readonly PendingReference[] {
    return this.of(uri).filter((pending) => pending.range?.intersection(range));
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

/** The occurrence of the reference that is nearest to where it was written. */
function rangeOf(document: vscode.TextDocument, { reference, offset }: Entry): vscode.Range | undefined {
  const text = document.getText();
  let nearest = -1;
  for (let at = text.indexOf(reference); at >= 0; at = text.indexOf(reference, at + 1)) {
    if (nearest < 0 || Math.abs(at - offset) < Math.abs(nearest - offset)) nearest = at;
  }
  if (nearest < 0) return undefined;
  return new vscode.Range(document.positionAt(nearest), document.positionAt(nearest + reference.length));
}
