import type { GitState } from './gitState.ts';

/** What an editor knows of git, for one file. What rejects counts as no answer. */
export interface EditorGit {
  /** Whether a folder above the file is the one of a repository. */
  isInRepository(): Promise<boolean>;
  /** The repository that the editor has opened for the file; `opening` while it still looks for repositories. */
  repository(): Promise<EditorRepository | 'opening' | undefined>;
}

/** A repository that the editor has opened. */
export interface EditorRepository {
  /** Whether the file lies in another repository inside of this one, which this one cannot speak for. */
  isOther(): Promise<boolean>;
  isTracked(): Promise<boolean>;
  isIgnored(): Promise<boolean>;
}

/**
 * What git does with a file, as far as an editor knows: never weaker than what git itself would say. `.gitignore` files are not
 * asked in its place, because they say nothing about tracked files.
 * @returns `opening` while the editor cannot say yet
 */
export async function stateInEditor(git: EditorGit): Promise<GitState | 'opening'> {
  if (!(await git.isInRepository())) return 'unknown';
  try {
    const repository = await git.repository();
    if (repository === 'opening') return 'opening';
    return repository ? await stateIn(repository) : 'tracked';
  } catch {
    return 'tracked';
  }
}

async function stateIn(repository: EditorRepository): Promise<GitState> {
  if ((await repository.isOther()) || (await repository.isTracked())) return 'tracked';
  return (await repository.isIgnored()) ? 'ignored' : 'unknown';
}
