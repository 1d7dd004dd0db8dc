import * as vscode from 'vscode';
import { AtOnce } from '../../base/atOnce.ts';
import { readAhead } from '../../base/readAhead.ts';
import type { Log } from '../../commands/ports/log.ts';
import { decode } from '../../engine/text/index.ts';
import { isScannedName } from '../../genesys/kinds/index.ts';
import type { FindingStore } from './findingStore.ts';
import { Newest } from './newest.ts';
import { nameOf, type Scanner } from './scanner.ts';
import { isLeftOut, workspaceFiles } from './workspaceFiles.ts';

/** Larger files are left alone: no flow or Data Action comes near it. Bytes. */
const LARGEST = 20 * 1024 * 1024;

/** So many files are asked for before it is their turn. */
const FAR_AHEAD = 32;

/** So many files may wait for git or for a part of the extension: the others are scanned meanwhile. */
const AT_ONCE = 8;

export interface ScanCounts {
  files: number;
  /** Files that are Genesys Cloud's, with findings or without. */
  known: number;
  withFindings: number;
  findings: number;
  silenced: number;
  /** Files that could not be read. */
  unreadable: number;
  /** Folders that could not be read. */
  unseen: readonly vscode.Uri[];
  /** Links, which are not followed. */
  links: readonly vscode.Uri[];
}

/** What is known of the files that are not open. */
export type WorkspaceState =
  | { readonly kind: 'not-scanned' }
  | { readonly kind: 'scanning' }
  /** `isPartial`: it was stopped, or could not look into everything. `known`: how many files are Genesys Cloud's. */
  | { readonly kind: 'scanned'; readonly isPartial: boolean; readonly known: number };

interface WorkspaceScan {
  readonly token: vscode.CancellationToken;
  readonly progress?: (done: number, all: number) => void;
  /** Waited for before each file. */
  readonly pace?: () => Promise<void>;
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
  readonly #changed = new vscode.EventEmitter<void>();
  /** What a workspace scan has looked at. */
  readonly #seen = new Map<string, vscode.Uri>();
  #state: WorkspaceState = { kind: 'not-scanned' };
  #watcher: vscode.Disposable | undefined;
  /** The state has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(scanner: Scanner, findings: FindingStore, log: Log) {
    this.#scanner = scanner;
    this.#findings = findings;
    this.#log = log;
  }

  get state(): WorkspaceState {
    return this.#state;
  }

  /** Scans every file of the workspace. Stops early, keeping what it has, when cancelled. */
  async workspace({ token, progress, pace }: WorkspaceScan): Promise<ScanCounts> {
    const isNewest = this.#newest.begin('workspace');
    const become = (state: WorkspaceState): void => {
      if (!isNewest()) return;
      this.#state = state;
      this.#changed.fire();
    };
    become({ kind: 'scanning' });
    this.#watch();
    const started = performance.now();
    const counts: ScanCounts = {
      files: 0,
      known: 0,
      withFindings: 0,
      findings: 0,
      silenced: 0,
      unreadable: 0,
      unseen: [],
      links: [],
    };
    const under = new AtOnce(AT_ONCE);
    try {
      const { files, unseen, links } = await workspaceFiles(isScannedName, token);
      Object.assign(counts, { unseen, links });
      for await (const { place, read } of readInTurn(files)) {
        if (token.isCancellationRequested) break;
        await pace?.();
        progress?.(counts.files, files.length);
        this.#seen.set(place.toString(), place);
        await under.begin(() => this.#count(place, read, counts));
      }
      counts.unreadable += await under.end();
    } finally {
      const isPartial = token.isCancellationRequested || counts.unreadable > 0 || counts.unseen.length > 0;
      become({ kind: 'scanned', isPartial, known: counts.known });
    }
    const ms = Math.round(performance.now() - started);
    this.#log.info('workspace scanned', { ...counts, unseen: counts.unseen.length, links: counts.links.length, ms });
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
    this.#changed.dispose();
  }

  async #count(uri: vscode.Uri, read: FileRead, counts: ScanCounts): Promise<void> {
    counts.files++;
    const taken = await this.#take(uri, read);
    if (taken === 'unreadable') counts.unreadable++;
    else if (taken === 'known') counts.known++;
    const hardCoded = this.#findings.of(uri).filter((finding) => finding.class === 'hard-coded').length;
    counts.findings += hardCoded;
    counts.silenced += this.#findings.silencedIn(uri);
    if (hardCoded > 0) counts.withFindings++;
  }

  async #scan(uri: vscode.Uri): Promise<void> {
    await this.#take(uri, await readUnlessOpen(uri));
  }

  /** @returns what the file is; nobody asks that of one that is open */
  async #take(uri: vscode.Uri, text: FileRead): Promise<'known' | 'other' | 'unreadable'> {
    if (text === 'open' || isOpen(uri)) return 'other';
    if (text === 'binary') {
      this.#findings.set(uri, []);
      return 'other';
    }
    if (text === undefined) {
      this.#findings.set(uri, []);
      return 'unreadable';
    }
    const isNewest = this.#newest.begin(uri.toString());
    const { findings, silenced, isKnown } = await this.#scanner.findings(uri, text.text);
    if (!isOpen(uri) && isNewest()) this.#findings.set(uri, findings, silenced);
    return isKnown ? 'known' : 'other';
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

/** `undefined` where it is gone, not readable or too large. */
type FileRead = { readonly text: string } | 'open' | 'binary' | undefined;

async function readUnlessOpen(uri: vscode.Uri, size?: number): Promise<FileRead> {
  return isOpen(uri) ? 'open' : readFile(uri, size);
}

/** The text of a file; `undefined` when it is gone, not readable, too large or binary. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const read = await readFile(uri);
  return typeof read === 'object' ? read.text : undefined;
}

/**
 * Reads files ahead: VS Code asks its window before each call, which costs more than small files themselves. Sizes are far ahead,
 * so that the texts that are held at a time stay small.
 */
async function* readInTurn(files: readonly vscode.Uri[]): AsyncGenerator<{ place: vscode.Uri; read: FileRead }> {
  const sized = readAhead(files, sizeOf, { count: FAR_AHEAD });
  const weight = { of: ({ read: size = 0 }: { read: number | undefined }) => size, most: LARGEST };
  const texts = readAhead(sized, ({ place, read: size }) => readUnlessOpen(place, size), { count: FAR_AHEAD, weight });
  for await (const { place, read } of texts) yield { place: place.place, read };
}

/** Bytes; `undefined` where nothing can be read. */
async function sizeOf(uri: vscode.Uri): Promise<number | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ size }) => size,
    () => undefined,
  );
}

async function readFile(uri: vscode.Uri, size?: number): Promise<FileRead> {
  try {
    if ((size ?? (await vscode.workspace.fs.stat(uri)).size) > LARGEST) return undefined;
    const text = decode(await vscode.workspace.fs.readFile(uri));
    return text === undefined ? 'binary' : { text };
  } catch {
    return undefined;
  }
}
