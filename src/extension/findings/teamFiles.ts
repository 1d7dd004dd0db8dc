import * as vscode from 'vscode';
import { type LoadedTeam, TEAM_FILE } from '../../engine/suppression/index.ts';
import { decode } from '../../engine/text/index.ts';
import { scanDelay } from '../settings.ts';

/** Reads a team file and makes it work. @param before what counted until now */
export type LoadTeam = (text: string, before: LoadedTeam | undefined) => Promise<LoadedTeam>;

/**
 * The team files of the workspace: one in each of its folders. What is typed counts at once, saved or not; on disk it is watched.
 */
export class TeamFiles implements vscode.Disposable {
  readonly #load: LoadTeam;
  readonly #loaded = new Map<string, Promise<LoadedTeam | undefined>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A team file has changed, appeared or gone, or which folders there are. */
  readonly onDidChange = this.#changed.event;

  constructor(load: LoadTeam) {
    this.#load = load;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${TEAM_FILE}`);
    const look = (uri: vscode.Uri): void => {
      if (teamFolderOf(uri)) this.changed();
    };
    this.#subscriptions = [
      watcher,
      watcher.onDidChange(look),
      watcher.onDidCreate(look),
      watcher.onDidDelete(look),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && teamFolderOf(document.uri)) this.#soon();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.changed()),
    ];
  }

  /** The team file that counts for a document; `undefined` where there is none. */
  async of(uri: vscode.Uri): Promise<LoadedTeam | undefined> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return undefined;
    const key = folder.uri.toString();
    const known = this.#loaded.get(key);
    if (known) return known;
    const loading = this.#read(folder, undefined);
    this.#loaded.set(key, loading);
    return loading;
  }

  /** Reads again what counts. A file that is broken while it is typed leaves what counted before. */
  changed(): void {
    clearTimeout(this.#timer);
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const key = folder.uri.toString();
      const before = this.#loaded.get(key);
      this.#loaded.set(key, (async () => this.#read(folder, await before?.catch(() => undefined)))());
    }
    this.#changed.fire();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #read(folder: vscode.WorkspaceFolder, before: LoadedTeam | undefined): Promise<LoadedTeam | undefined> {
    const text = await textOf(vscode.Uri.joinPath(folder.uri, TEAM_FILE));
    return text === undefined ? undefined : this.#load(text, before);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.changed(), scanDelay());
  }
}

/** The folder whose team file this is. */
export function teamFolderOf(uri: vscode.Uri): vscode.WorkspaceFolder | undefined {
  const folder = uri.path.endsWith(`/${TEAM_FILE}`) ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
  return folder && vscode.Uri.joinPath(folder.uri, TEAM_FILE).path === uri.path ? folder : undefined;
}

/** The path of a document below its workspace folder, with `/`, as team files name it. */
export function pathInFolder(uri: vscode.Uri): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/$/, '');
  return folder !== undefined && uri.path.startsWith(`${folder}/`) ? uri.path.slice(folder.length + 1) : undefined;
}

/** Whether a file is a link. One could lead out of the repository, so a linked team file counts for nothing and is not edited. */
export async function isLink(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.SymbolicLink) !== 0,
    () => false,
  );
}

/** The text of a file as its author sees it: what is typed counts, but not once the file is gone, and nothing of a link. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
    if (await isLink(uri)) return undefined;
    const key = uri.toString();
    const open = vscode.workspace.textDocuments.find((each) => !each.isClosed && each.uri.toString() === key);
    return open ? open.getText() : decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
