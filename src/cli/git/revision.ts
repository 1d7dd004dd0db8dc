import { decode } from '../../engine/text/index.ts';
import { nameInGit, repositoryOf } from './folders.ts';
import type { Git, GitProblem, Repository } from './repository.ts';

/** A revision of the repository that a folder lies in. */
export interface Revision {
  /** The text of a file as it was then; `undefined` where it was not there or no text. @param path absolute */
  textOf(path: string): Promise<string | undefined>;
}

/** @returns nothing where there is no such revision, and why not where git does not answer */
export async function revisionOf(name: string, folder: string, git: Git): Promise<Revision | GitProblem | undefined> {
  const root = repositoryOf(folder);
  if (root === undefined || name === '' || name.startsWith('-')) return undefined;
  const repository = await git.open(root);
  if (typeof repository === 'string') return repository;
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  const commit = (await repository.ask(asked))?.toString('latin1').trim();
  return commit && /^[0-9a-f]{40,64}$/.test(commit) ? revision(repository, commit) : undefined;
}

function revision(repository: Repository, commit: string): Revision {
  return {
    textOf: async (path) => {
      const name = nameInGit(repository.root, path);
      const bytes = name === undefined ? undefined : await repository.ask(['cat-file', 'blob', `${commit}:${name}`]);
      return bytes && decode(bytes);
    },
  };
}
