import * as vscode from 'vscode';
import type { Log } from '../../commands/ports/log.ts';
import { type EditorGit, type EditorRepository, stateInEditor } from '../../genesys/editorGit.ts';
import type { GitState } from '../../genesys/gitState.ts';
import { type GitApi, type GitRepository, gitApi } from '../gitExtension.ts';

/** Milliseconds after which git's answer is not waited for. */
const PATIENCE = 3000;

/** Milliseconds for which an answer counts: a file is scanned again with every pause in typing. */
const COUNTS_FOR = 10_000;

interface Answer {
  readonly state: Promise<GitState>;
  readonly until: number;
}

/**
 * What git does with files, as VS Code's git extension says. In a workspace that is not trusted nobody knows: it must not make
 * its own findings smaller.
 */
export class GitStates implements vscode.Disposable {
  readonly #log: Log;
  readonly #answers = new Map<string, Answer>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[] = [this.#changed];
  #api: Promise<GitApi | undefined> | undefined;
  #isTold = false;

  /** Another file may be ignored now. */
  readonly onDidChange = this.#changed.event;

  constructor(log: Log) {
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher('**/.gitignore');
    const events = [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete];
    this.#disposables.push(watcher);
    for (const event of events) this.#disposables.push(event(() => this.#everythingAgain()));
  }

  async of(uri: vscode.Uri): Promise<GitState> {
    if (!vscode.workspace.isTrusted) return 'unknown';
    const key = uri.toString();
    const known = this.#answers.get(key);
    if (known && performance.now() < known.until) return known.state;
    const state = this.#inTime(uri, key);
    this.#keep(key, state);
    return state;
  }

  /** Whether git itself says now that it ignores a file: what may be written there stays on this machine. */
  async ignores(uri: vscode.Uri): Promise<boolean> {
    return vscode.workspace.isTrusted && (await this.#ask(uri)) === 'ignored';
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** A late answer counts once it is there; until then the file counts as tracked. */
  async #inTime(uri: vscode.Uri, key: string): Promise<GitState> {
    const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE));
    const asked = this.#ask(uri).then((state) => (state === 'opening' ? 'unknown' : state));
    const state = await Promise.race([late, asked]);
    if (state !== 'late') return state;
    void asked.then((answer) => this.#correct(key, answer));
    return 'tracked';
  }

  /** Kept before it is told, so that what is scanned again does not ask again. */
  #correct(key: string, answer: GitState): void {
    if (answer === 'tracked') return;
    this.#keep(key, Promise.resolve(answer));
    this.#changed.fire();
  }

  #keep(key: string, state: Promise<GitState>): void {
    this.#answers.set(key, { state, until: performance.now() + COUNTS_FOR });
  }

  async #ask(uri: vscode.Uri): Promise<GitState | 'opening'> {
    this.#api ??= this.#connect();
    const api = await this.#api;
    if (!api) this.#tell();
    return stateInEditor(gitFor(uri, api));
  }

  /** What git finds and lets go of changes what it says. Where it is switched off, it may be switched on later. */
  async #connect(): Promise<GitApi | undefined> {
    const api = await gitApi();
    if (!api) this.#api = undefined;
    const events = api ? [api.onDidChangeState, api.onDidOpenRepository, api.onDidCloseRepository] : [];
    for (const event of events) this.#disposables.push(event(() => this.#everythingAgain()));
    return api;
  }

  #everythingAgain(): void {
    if (this.#answers.size === 0) return;
    this.#answers.clear();
    this.#changed.fire();
  }

  #tell(): void {
    if (!this.#isTold) this.#log.warn('no git to ask: files in a repository count as tracked');
    this.#isTold = true;
  }
}

function gitFor(uri: vscode.Uri, api: GitApi | undefined): EditorGit {
  const nearest = nearestRepository(uri);
  return {
    isInRepository: async () => (await nearest) !== undefined,
    repository: async () => {
      const repository = uri.scheme === 'file' ? api?.getRepository(uri) : undefined;
      if (repository) return repositoryFor(uri, repository, nearest);
      return api?.state === 'uninitialized' ? 'opening' : undefined;
    },
  };
}

function repositoryFor(
  { path, fsPath }: vscode.Uri,
  repository: GitRepository,
  nearest: Promise<vscode.Uri | undefined>,
): EditorRepository {
  return {
    isOther: async () => {
      const root = repository.rootUri.path;
      return path.startsWith(`${root}/`) && ((await nearest)?.path.length ?? 0) > root.length;
    },
    isTracked: () =>
      repository.getObjectDetails('', fsPath).then(
        () => true,
        // Any other failure is no answer.
        (error: unknown) => (isUnknownPath(error) ? false : Promise.reject(error)),
      ),
    isIgnored: async () => {
      const ignored = await repository.checkIgnore?.([fsPath]);
      return ignored ? ignored.has(fsPath) : Promise.reject(new Error('too old'));
    },
  };
}

function isUnknownPath(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'gitErrorCode' in error && error.gitErrorCode === 'UnknownPath';
}

/** The nearest folder above a file with `.git` in it: up to the root of the file system, or of the folder that is open where it is a virtual one. */
async function nearestRepository(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const last = uri.scheme === 'file' ? '' : (vscode.workspace.getWorkspaceFolder(uri)?.uri.path ?? uri.path);
  let folder = vscode.Uri.joinPath(uri, '..');
  while (folder.path.length >= last.length) {
    if (await exists(vscode.Uri.joinPath(folder, '.git'))) return folder;
    const above = vscode.Uri.joinPath(folder, '..');
    if (above.path === folder.path) return undefined;
    folder = above;
  }
  return undefined;
}

function exists(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
