import * as vscode from 'vscode';

/** The part of VS Code's git extension that is used (`vscode.git`, API version 1). It runs git; this extension runs nothing. */
export interface GitApi {
  /** `uninitialized` while it looks for repositories. */
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  readonly onDidOpenRepository: vscode.Event<unknown>;
  readonly onDidCloseRepository: vscode.Event<unknown>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}

/** A repository of VS Code's git extension, with what is used of it. */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly HEAD?: { readonly upstream?: object }; readonly remotes: readonly object[] };
  /** The ones of some paths that are ignored; younger than the API itself. */
  checkIgnore?(paths: readonly string[]): Promise<ReadonlySet<string>>;
  /** Of the index where no tree is named; rejects with the code `UnknownPath` for a path that is not in it. */
  getObjectDetails(treeish: string, path: string): Promise<object>;
  log(options: { maxEntries?: number; path?: string; range?: string }): Promise<readonly { readonly hash: string }[]>;
  show(ref: string, path: string): Promise<string>;
}

interface GitExtension {
  /** Throws where git is switched off. */
  getAPI(version: 1): GitApi;
}

/** @returns nothing where there is no git extension, as in a browser, or where it is switched off */
export async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  try {
    return (extension.isActive ? extension.exports : await extension.activate()).getAPI(1);
  } catch {
    return undefined;
  }
}
