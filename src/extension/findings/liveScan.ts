import * as vscode from 'vscode';
import type { Log } from '../../commands/ports/log.ts';
import { isScannedName } from '../../genesys/kinds/index.ts';
import { isOwnText } from '../../store/editing/schemes.ts';
import { fileSystems } from '../editor/fileSystems.ts';
import { scanDelay } from '../settings.ts';
import type { FileScan } from './files.ts';
import type { FindingStore } from './findingStore.ts';
import { Newest } from './newest.ts';
import { nameOf, type Scanner } from './scanner.ts';

const LANGUAGES: ReadonlySet<string> = new Set(['json', 'jsonc', 'yaml']);

/** Whether it is the author's own text, and no view of something else. */
function isOwn({ uri }: vscode.TextDocument): boolean {
  return isOwnText(uri.scheme, fileSystems());
}

/** Whether a document can be a flow, a Data Action or a contract. */
function isScanned(document: vscode.TextDocument): boolean {
  return isOwn(document) && (isScannedName(nameOf(document.uri)) || LANGUAGES.has(document.languageId));
}

/**
 * Scans documents while they are typed: at once when one is opened, after a pause when it changes. A scan that an edit
 * has overtaken is dropped, so that what is shown always belongs to the text on the screen.
 */
export class LiveScan implements vscode.Disposable {
  readonly #scanner: Scanner;
  readonly #findings: FindingStore;
  readonly #log: Log;
  readonly #newest = new Newest();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(scanner: Scanner, findings: FindingStore, log: Log, files: FileScan) {
    this.#scanner = scanner;
    this.#findings = findings;
    this.#log = log;
    this.#subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#schedule(document, scanDelay());
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#cancel(document.uri);
        scanner.forget(document.uri);
        // A view of something else can be read as well, but is nothing of the workspace's.
        if (isOwn(document)) files.closed(document.uri).catch(() => log.warn('scan failed'));
      }),
    ];
  }

  /** Scans what was open before the extension was. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  /** Scans everything that is open again. */
  async again(): Promise<void> {
    await Promise.allSettled(vscode.workspace.textDocuments.map((document) => this.scanNow(document)));
  }

  /** Scans now, e.g. right after a fix. */
  async scanNow(document: vscode.TextDocument): Promise<void> {
    this.#cancel(document.uri);
    if (!isScanned(document) || document.isClosed) return;
    const version = document.version;
    const started = performance.now();
    const isNewest = this.#newest.begin(document.uri.toString());
    const { findings, silenced } = await this.#scanner.findings(document.uri, document.getText());
    if (document.isClosed || document.version !== version || !isNewest()) return;
    this.#findings.set(document.uri, findings, silenced);
    this.#log.info('scanned', { findings: findings.length, silenced, ms: Math.round(performance.now() - started) });
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    if (!isScanned(document)) return;
    this.#cancel(document.uri);
    const key = document.uri.toString();
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        this.scanNow(document).catch(() => this.#log.warn('scan failed'));
      }, delay),
    );
  }

  #cancel(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }
}
