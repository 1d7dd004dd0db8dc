import * as vscode from 'vscode';
import type { Span } from '../../base/span.ts';
import type { Log } from '../../commands/ports/log.ts';
import type { WaitingState } from '../../store/kept/acts.ts';
import { nearest, placeIn } from '../../store/kept/place.ts';
import type { Around, EarlierEntry, KeptLiteral, Waiting } from '../../store/kept/waiting.ts';
import { type Ends, type NewWaiting, WAITING, WaitingValues } from '../../store/kept/waitingValues.ts';
import { readText } from '../findings/files.ts';

/** Where an earlier version kept which references of a workspace wait. */
const EARLIER = 'pendingReferences';

/** A reference that the author wrote in place of a literal and that is not known to hold its value yet. */
export interface PendingReference extends Waiting {
  /** Where the reference is in the open document now; absent while it is closed or the reference is gone. */
  readonly range?: vscode.Range;
  readonly span?: Span;
}

/**
 * The values of literals that were replaced before they were known to be stored, and the documents they belong to. All of it
 * is in the secret storage, whatever the workspace; see `WaitingValues`.
 */
export class PendingReferences implements vscode.Disposable {
  readonly #log: Log;
  readonly #values: WaitingValues;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[];
  /** Values whose literal the open document has again, by undo or by hand. */
  readonly #back = new Set<string>();
  readonly onDidChange = this.#changed.event;
  /** When what is kept has been read. */
  readonly ready: Promise<void>;

  constructor({ secrets, workspaceState }: vscode.ExtensionContext, log: Log) {
    this.#log = log;
    this.#values = new WaitingValues({ keep: secrets, now: Date.now, newId: () => crypto.randomUUID() });
    this.#subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.#quietly(this.#look(document))),
      vscode.workspace.onDidChangeTextDocument((event) => this.#quietly(this.#touched(event))),
      vscode.workspace.onDidSaveTextDocument((document) => this.#quietly(this.#look(document))),
      vscode.workspace.onDidRenameFiles(({ files }) => this.#quietly(this.#follow(files))),
      secrets.onDidChange(({ key }) => this.#quietly(this.#changedElsewhere(key))),
    ];
    this.ready = this.#quietly(this.#load(workspaceState));
  }

  /** Keeps the value first, so that it is never only in a file that is about to change. */
  async add(known: NewWaiting, kept: KeptLiteral): Promise<Waiting> {
    const waiting = await this.#values.add(known, kept);
    this.#fire(waiting.uri);
    return waiting;
  }

  /** The value itself; `undefined` where it is gone. */
  kept(id: string): Promise<KeptLiteral | undefined> {
    return this.#values.kept(id);
  }

  async remove(id: string): Promise<void> {
    const uri = this.find(id)?.uri;
    await this.#values.remove(id);
    this.#fire(uri);
  }

  extend(id: string): Promise<void> {
    return this.#values.extend(id);
  }

  /** The place of a value is another one now. Offset in UTF-16 units. */
  async place(id: string, uri: vscode.Uri, offset: number, around?: Around): Promise<void> {
    const before = this.find(id)?.uri;
    await this.#values.place(id, uri.toString(), offset, around);
    this.#fire(before);
    const document = openDocument(uri.toString());
    if (document) await this.#look(document);
  }

  /** Every value that waits, of this workspace or another one. */
  all(): readonly Waiting[] {
    return this.#values.all();
  }

  find(id: unknown): Waiting | undefined {
    return this.all().find((each) => each.id === id);
  }

  of(uri: vscode.Uri): readonly PendingReference[] {
    const entries = this.#waitingIn(uri);
    if (entries.length === 0) return [];
    const document = openDocument(uri.toString());
    return entries.map((entry) => {
      return { ...entry, ...(document && !this.#back.has(entry.id) ? placeNow(document, entry) : {}) };
    });
  }

  at(uri: vscode.Uri, range: vscode.Range): readonly PendingReference[] {
    return this.of(uri).filter((pending) => pending.range?.intersection(range));
  }

  documents(): vscode.Uri[] {
    return [...new Set(this.all().flatMap(({ uri }) => uri ?? []))].map((uri) => vscode.Uri.parse(uri));
  }

  /** How a value stands to its file, as the author has it now or as it is on disk. */
  async state(waiting: Waiting): Promise<WaitingState> {
    if (waiting.uri === undefined) return 'placeless';
    const open = openDocument(waiting.uri);
    // A document that has nothing to save may outlive its file for minutes.
    const isOwn = open && (open.isDirty || open.isUntitled);
    const text = isOwn ? open.getText() : await readText(vscode.Uri.parse(waiting.uri));
    const kept = await this.kept(waiting.id);
    if (text === undefined || !kept) return 'gone';
    const place = placeIn(text, waiting, kept);
    return place === 'neither' ? 'elsewhere' : place;
  }

  /** Ends what nobody needs any more. @returns what ends soon, and how many were ended */
  async sweep(): Promise<Ends> {
    await this.ready;
    return this.#values.sweep((uri) => readText(vscode.Uri.parse(uri)));
  }

  /** The author has been told that these end. */
  told(waiting: readonly Waiting[]): Promise<void> {
    return this.#values.told(waiting.map(({ id }) => id));
  }

  dispose(): void {
    this.#changed.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #load(state: vscode.Memento): Promise<void> {
    const earlier = state.get<readonly EarlierEntry[]>(EARLIER);
    await this.#values.load(earlier);
    if (earlier) await state.update(EARLIER, undefined);
    for (const document of vscode.workspace.textDocuments) await this.#look(document);
  }

  async #touched({ document, reason }: vscode.TextDocumentChangeEvent): Promise<void> {
    const entries = this.of(document.uri);
    if (entries.length === 0) return;
    this.#fire(document.uri.toString());
    if (reason !== undefined || entries.some(({ range }) => !range)) await this.#look(document);
  }

  /** Looks whether the document has the literals again, and its file too. */
  async #look(document: vscode.TextDocument): Promise<void> {
    const entries = this.#waitingIn(document.uri);
    for (const entry of entries) {
      const kept = await this.kept(entry.id);
      // The text of this moment: it may have changed while the value was read.
      if (kept && placeIn(document.getText(), entry, kept) === 'literal') this.#back.add(entry.id);
      else this.#back.delete(entry.id);
      if (!document.isDirty && !document.isUntitled) await this.#values.saved(entry.id, this.#back.has(entry.id));
    }
    if (entries.length > 0) this.#fire(document.uri.toString());
  }

  async #follow(files: vscode.FileRenameEvent['files']): Promise<void> {
    const moves = files.map(({ oldUri, newUri }) => ({ from: oldUri.toString(), to: newUri.toString() }));
    for (const uri of await this.#values.follow(moves)) this.#fire(uri);
  }

  async #changedElsewhere(key: string): Promise<void> {
    if (!key.startsWith(WAITING)) return;
    const id = key.slice(WAITING.length);
    const before = this.find(id)?.uri;
    await this.#values.reload(id);
    const after = this.find(id)?.uri;
    this.#fire(after);
    if (before !== after) this.#fire(before);
  }

  #waitingIn(uri: vscode.Uri): readonly Waiting[] {
    const key = uri.toString();
    return this.all().filter((each) => each.uri === key);
  }

  /** Where the secret storage fails, the values stay where they are, and the next look may find them. */
  async #quietly(work: Promise<void>): Promise<void> {
    await work.catch(() => this.#log.warn('kept values not read'));
  }

  #fire(uri: string | undefined): void {
    if (uri !== undefined) this.#changed.fire(vscode.Uri.parse(uri));
  }
}

function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((each) => !each.isClosed && each.uri.toString() === uri);
}

/** The occurrence of the reference that is nearest to where it was written. */
function placeNow(
  document: vscode.TextDocument,
  { reference, offset }: Waiting,
): Pick<PendingReference, 'range' | 'span'> {
  const start = nearest(document.getText(), reference, offset);
  if (start === undefined) return {};
  const span = { start, end: start + reference.length };
  return { span, range: new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)) };
}
