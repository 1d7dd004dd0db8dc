import type * as vscode from 'vscode';
import type { Sensitive } from '../../base/sensitive.ts';
import { type FileHistory, type HistoryFact, HistorySearch, type Pushed } from '../../store/index.ts';
import { type GitRepository, gitApi } from '../gitExtension.ts';

/** Milliseconds after which the search is given up, and nothing more is asked. */
const PATIENCE = 5000;

/**
 * Looks for values in the git history of the files that held them. Says nothing where there is no git, no repository, or no answer
 * in time, and where nothing was found but not all could be read.
 */
export async function inGitHistory(
  uris: readonly vscode.Uri[],
  values: readonly Sensitive[],
): Promise<HistoryFact | undefined> {
  const search = new HistorySearch(values);
  const { signal, over } = limited(PATIENCE);
  const look = async (): Promise<void> => search.run(await historiesOf(uris), signal);
  await Promise.race([over, look().catch(() => undefined)]);
  return search.fact;
}

/** A signal that is aborted after so many milliseconds, and a promise of it. */
function limited(milliseconds: number): { readonly signal: AbortSignal; readonly over: Promise<void> } {
  const given = new AbortController();
  const over = new Promise<void>((resolve) => {
    setTimeout(() => {
      given.abort();
      resolve();
    }, milliseconds);
  });
  return { signal: given.signal, over };
}

async function historiesOf(uris: readonly vscode.Uri[]): Promise<FileHistory[]> {
  const git = await gitApi();
  return uris.flatMap((uri) => {
    const repository = git?.getRepository(uri);
    return repository ? [historyOf(repository, uri.fsPath)] : [];
  });
}

function historyOf(repository: GitRepository, path: string): FileHistory {
  return {
    commits: async (maxEntries) => (await repository.log({ maxEntries, path })).map(({ hash }) => hash),
    textIn: (commit) => repository.show(commit, path),
    pushed: (commits) => isPushed(repository, commits),
  };
}

async function isPushed(repository: GitRepository, commits: readonly string[]): Promise<Pushed> {
  const { state } = repository;
  if (state.remotes.length === 0) return 'no';
  if (!state.HEAD?.upstream) return 'unknown';
  const ahead = new Set((await repository.log({ range: '@{upstream}..HEAD' })).map(({ hash }) => hash));
  return commits.every((hash) => ahead.has(hash)) ? 'no' : 'yes';
}
