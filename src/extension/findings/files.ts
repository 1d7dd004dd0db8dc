import * as vscode from 'vscode';
import { isScannedName } from '../../genesys/kinds/fileNames.ts';
import type { Log } from '../log.ts';
import type { FindingStore } from './findingStore.ts';
import { Newest } from './newest.ts';
import { nameOf, type Scanner } from './scanner.ts';
import { isLeftOut, workspaceFiles } from './workspaceFiles.ts';

/** Larger files are left alone: no flow or Data Action comes near it. Bytes. */
const LARGEST = 20 * 1024 * 1024;

export interface ScanCounts {
  files: number;
  withFindings: number;
  findings: number;
  silenced: number;
  /** Files that could not be read. */
  unreadable: number;
  /** Folders that could not be read, and links, which are not followed. */
  unseen: readonly vscode.Uri[];
}

/**
 * Scans files that are not open. After a workspace scan their findings stay, and follow the files on disk: a change is
 * scanned again, a deletion clears them.
 */
export class FileScan implements vscode.Disposable {
  readonly #scanner: Scanner;
  readonly #findings: FindingStore;
  readonly #log: Log;
  readonly #newest = new Newest();
  /** What a workspace scan has looked at. */
  readonly #seen = new Map<string, vscode.Uri>();
  #watcher: vscode.Disposable | undefined;

  constructor(scanner: Scanner, findings: FindingStore, log: Log) {
    this.#scanner = scanner;
    this.#findings = findings;
    this.#log = log;
  }

  /** Scans every file of the workspace. Stops early, keeping what it has, when cancelled. */
  async workspace(token: vscode.CancellationToken, progress: (done: number, all: number) => void): Promise<ScanCounts> {
    this.#watch();
    const { files, unseen } = await workspaceFiles(isScannedName, token);
    const counts: ScanCounts = { files: 0, withFindings: 0, findings: 0, silenced: 0, unreadable: 0, unseen };
    for (const uri of files) {
      if (token.isCancellationRequested) break;
      progress(counts.files, files.length);
      this.#seen.set(uri.toString(), uri);
      await this.#count(uri, counts);
    }
    this.#log.info('workspace scanned', { ...counts, unseen: unseen.length });
    return counts;
  }

  /** What is silenced has changed: what a workspace scan has looked at is scanned again. @returns whether there was one */
  async again(): Promise<boolean> {
    for (const uri of [...this.#seen.values()]) await this.#scan(uri);
    return this.#seen.size > 0;
  }

  /** Scans one file, if the workspace is being watched. */
  async look(uri: vscode.Uri): Promise<void> {
    if (this.#watcher) await this.#scan(uri);
  }

  /** A document was closed: what is on disk counts from now on, if the workspace is being watched at all. */
  async closed(uri: vscode.Uri): Promise<void> {
    if (this.#watcher) await this.#scan(uri);
    else this.#findings.set(uri, []);
  }

  dispose(): void {
    this.#watcher?.dispose();
  }

  async #count(uri: vscode.Uri, counts: ScanCounts): Promise<void> {
    counts.files++;
    if (!(await this.#scan(uri))) counts.unreadable++;
    const hardCoded = this.#findings.of(uri).filter((finding) => finding.class === 'hard-coded').length;
    counts.findings += hardCoded;
    counts.silenced += this.#findings.silencedIn(uri);
    if (hardCoded > 0) counts.withFindings++;
  }

  /** @returns false when the file could not be read */
  async #scan(uri: vscode.Uri): Promise<boolean> {
    if (isOpen(uri)) return true;
    const text = await readText(uri);
    if (text === undefined) {
      this.#findings.set(uri, []);
      return false;
    }
    const isNewest = this.#newest.begin(uri.toString());
    const { findings, silenced } = await this.#scanner.findings(uri, text);
    if (!isOpen(uri) && isNewest()) this.#findings.set(uri, findings, silenced);
    return true;
  }

  #watch(): void {
    if (this.#watcher) return;
    // A pattern would match case.
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const rescan = (uri: vscode.Uri): void => {
      if (!isScannedName(nameOf(uri)) || isLeftOut(uri)) return;
      this.#seen.set(uri.toString(), uri);
      this.#scan(uri).catch(() => this.#log.warn('scan failed'));
    };
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(
        (uri) => (this.#findings.of(uri).length > 0 || this.#seen.has(uri.toString())) && rescan(uri),
      ),
      watcher.onDidCreate(rescan),
      watcher.onDidDelete((uri) => {
        this.#seen.delete(uri.toString());
        this.#findings.set(uri, []);
      }),
    );
  }
}

function isOpen(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.workspace.textDocuments.some((document) => !document.isClosed && document.uri.toString() === key);
}

/** The text of a file; `undefined` when it is gone, not readable or too large. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
