import * as vscode from 'vscode';
import type { Sensitive } from '../../base/sensitive.ts';

/** What decides how urgent a rotation is: counts and commit ids, no values. */
export interface HistoryFact {
  /** Commits of the files that hold one of the values, newest first; as many as were looked at. */
  readonly commits: readonly string[];
  /** Whether one of them is known to the remote. */
  readonly pushed: 'yes' | 'no' | 'unknown';
}

/** How many commits of a file are looked at. */
const COMMITS = 50;
/** Milliseconds after which the question is given up. */
const PATIENCE = 5000;

/** The part of VS Code's git extension that is used (`vscode.git`, API version 1). */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

interface Repository {
  readonly state: { readonly HEAD?: { readonly upstream?: object }; readonly remotes: readonly object[] };
  log(options: { maxEntries?: number; path?: string; range?: string }): Promise<readonly { readonly hash: string }[]>;
  show(ref: string, path: string): Promise<string>;
}

/**
 * Looks for values in the git history of the files that held them. Everything happens in memory: a value given to a git
 * process could be read by others. Says nothing where there is no git, no repository, or no answer in time, and where nothing was
 * found but not all could be read.
 */
export async function inGitHistory(
  uris: readonly vscode.Uri[],
  values: readonly Sensitive[],
): Promise<HistoryFact | undefined> {
  const patience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
  return Promise.race([patience, look(uris, values).catch(() => undefined)]);
}

async function look(uris: readonly vscode.Uri[], values: readonly Sensitive[]): Promise<HistoryFact | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const git = extension && (extension.isActive ? extension.exports : await extension.activate()).getAPI(1);
  if (!git) return undefined;
  const commits: string[] = [];
  let pushed: HistoryFact['pushed'] = 'no';
  let asked = false;
  let isWhole = true;
  for (const uri of uris) {
    const repository = git.getRepository(uri);
    if (!repository) continue;
    asked = true;
    const found = await commitsWith(repository, uri.fsPath, values);
    if (found.commits.length > 0) pushed = worse(pushed, await isPushed(repository, found.commits));
    isWhole &&= found.isWhole;
    commits.push(...found.commits);
  }
  const isKnown = asked && (isWhole || commits.length > 0);
  return isKnown ? { commits: [...new Set(commits)], pushed } : undefined;
}

/** `isWhole`: whether every commit could be read. */
async function commitsWith(
  repository: Repository,
  path: string,
  values: readonly Sensitive[],
): Promise<{ readonly commits: readonly string[]; readonly isWhole: boolean }> {
  const commits: string[] = [];
  let isWhole = true;
  for (const { hash } of await repository.log({ maxEntries: COMMITS, path })) {
    const text = await repository.show(hash, path).catch(() => undefined);
    if (text === undefined) isWhole = false;
    else if (values.some((value) => text.includes(value.reveal()))) commits.push(hash);
  }
  return { commits, isWhole };
}

async function isPushed(repository: Repository, commits: readonly string[]): Promise<HistoryFact['pushed']> {
  const { state } = repository;
  if (state.remotes.length === 0) return 'no';
  if (!state.HEAD?.upstream) return 'unknown';
  const ahead = new Set((await repository.log({ range: '@{upstream}..HEAD' })).map(({ hash }) => hash));
  return commits.every((hash) => ahead.has(hash)) ? 'no' : 'yes';
}

function worse(a: HistoryFact['pushed'], b: HistoryFact['pushed']): HistoryFact['pushed'] {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'no';
}
