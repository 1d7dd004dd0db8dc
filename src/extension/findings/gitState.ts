import * as vscode from 'vscode';
import type { IgnoreFile } from '../../engine/config/gitIgnore.ts';
import type { GitState } from '../../genesys/gitState.ts';
import type { Chunks } from '../chunks.ts';

/** Milliseconds after which git's answer is not waited for. */
const PATIENCE = 3000;
const IGNORE_FILE = '.gitignore';

/** The part of VS Code's git extension that is used (`vscode.git`, API version 1). */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

interface Repository {
  /** The ones of some paths that are ignored; younger than the API itself. */
  checkIgnore?(paths: readonly string[]): Promise<ReadonlySet<string>>;
  /** Of the index where no tree is named; rejects for a path that is not in it. */
  getObjectDetails(treeish: string, path: string): Promise<object>;
}

/** Milliseconds for which an answer counts: a file is scanned again with every pause in typing. */
const COUNTS_FOR = 10_000;

interface Answer {
  readonly state: Promise<GitState>;
  readonly until: number;
}

/**
 * What git does with files. Where git cannot be asked (a browser, no answer in time), the `.gitignore` files of the workspace
 * folder are. In a workspace that is not trusted nobody knows: it must not make its own findings smaller.
 */
export class GitStates implements vscode.Disposable {
  readonly #chunks: Chunks;
  readonly #answers = new Map<string, Answer>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watcher = vscode.workspace.createFileSystemWatcher(`**/${IGNORE_FILE}`);

  /** Another file may be ignored now. */
  readonly onDidChange = this.#changed.event;

  constructor(chunks: Chunks) {
    this.#chunks = chunks;
    const changed = (): void => {
      this.#answers.clear();
      this.#changed.fire();
    };
    this.#watcher.onDidChange(changed);
    this.#watcher.onDidCreate(changed);
    this.#watcher.onDidDelete(changed);
  }

  async of(uri: vscode.Uri): Promise<GitState> {
    if (!vscode.workspace.isTrusted) return 'unknown';
    const key = uri.toString();
    const known = this.#answers.get(key);
    if (known && performance.now() < known.until) return known.state;
    const state = this.#ask(uri);
    this.#answers.set(key, { state, until: performance.now() + COUNTS_FOR });
    return state;
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#changed.dispose();
  }

  async #ask(uri: vscode.Uri): Promise<GitState> {
    const patience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
    const asked = await Promise.race([patience, askGit(uri).catch(() => undefined)]);
    return asked ?? askFiles(uri, this.#chunks).catch(() => 'unknown' as const);
  }
}

/** @returns nothing where there is no git, or no repository that it knows of */
async function askGit(uri: vscode.Uri): Promise<GitState | undefined> {
  if (uri.scheme !== 'file') return undefined;
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const git = extension && (extension.isActive ? extension.exports : await extension.activate()).getAPI(1);
  const repository = git?.getRepository(uri);
  if (!repository) return undefined;
  const isTracked = await repository.getObjectDetails('', uri.fsPath).then(
    () => true,
    () => false,
  );
  if (isTracked) return 'tracked';
  const ignored = await repository.checkIgnore?.([uri.fsPath]);
  return ignored && (ignored.has(uri.fsPath) ? 'ignored' : 'unknown');
}

async function askFiles(uri: vscode.Uri, chunks: Chunks): Promise<GitState> {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (!folder || !(await isRepository(folder))) return 'unknown';
  const path = uri.path.slice(folder.path.length).replace(/^\/+/, '');
  const files = await ignoreFiles(folder, path);
  if (files.length === 0) return 'unknown';
  const { isIgnored } = await chunks.silencing();
  return isIgnored(path, files) ? 'ignored' : 'unknown';
}

/** A folder of a virtual file system is one of a repository. */
async function isRepository(folder: vscode.Uri): Promise<boolean> {
  if (folder.scheme !== 'file') return true;
  return vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, '.git')).then(
    () => true,
    () => false,
  );
}

/** Those of the folders that a path leads through. */
async function ignoreFiles(root: vscode.Uri, path: string): Promise<IgnoreFile[]> {
  const names = path.split('/');
  const folders = names.map((_name, i) => names.slice(0, i).join('/'));
  const texts = await Promise.all(folders.map((folder) => textOf(vscode.Uri.joinPath(root, folder, IGNORE_FILE))));
  return folders.flatMap((folder, i) => {
    const text = texts[i];
    return text === undefined ? [] : [{ folder, text }];
  });
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
