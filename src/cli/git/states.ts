import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { GitState } from '../../genesys/gitState.ts';
import { nameInGit, repositoryOf } from './folders.ts';
import { real } from './program.ts';
import type { Environment } from './protection.ts';
import type { Git, GitProblem, Repository } from './repository.ts';

/** What git does with files, and why it could not say. */
export interface States {
  /** By absolute path, as it was asked for. */
  readonly of: ReadonlyMap<string, GitState>;
  /** What kept git from answering first, and for how many files. */
  readonly unanswered?: { readonly problem: GitProblem; readonly files: number };
}

/** What a hook is told of a commit under way. */
export interface Hook {
  readonly env: Environment;
  /** Absolute. */
  readonly cwd: string;
}

/**
 * Asks git about files that exist, with one call or two for each repository. Where it does not answer, a file counts as tracked. Outside of
 * any repository its state is unknown. A link has the state of what it leads to: that is what was read.
 * @param paths absolute
 */
export async function gitStates(paths: readonly string[], git: Git, hook: Hook): Promise<States> {
  const of = new Map<string, GitState>();
  const problems: GitProblem[] = [];
  for (const [root, files] of byRepository(paths)) {
    const found = root === undefined ? new Map<string, GitState>() : await statesIn(root, files, git, hook);
    for (const path of files) {
      if (typeof found === 'string') problems.push(found);
      of.set(path, typeof found === 'string' ? 'tracked' : (found.get(path) ?? 'unknown'));
    }
  }
  const [problem] = problems;
  return problem ? { of, unanswered: { problem, files: problems.length } } : { of };
}

function byRepository(paths: readonly string[]): Map<string | undefined, string[]> {
  const groups = new Map<string | undefined, string[]>();
  for (const path of paths) {
    const root = repositoryOf(dirname(real(path)));
    groups.set(root, [...(groups.get(root) ?? []), path]);
  }
  return groups;
}

type Found = ReadonlyMap<string, GitState> | GitProblem;

async function statesIn(root: string, paths: readonly string[], git: Git, hook: Hook): Promise<Found> {
  const repository = await git.open(root);
  if (typeof repository === 'string') return repository;
  const names = new Map(paths.map((path) => [path, nameInGit(repository.root, real(path))]));
  const index = indexOfHook(repository, hook);
  const tracked = await listed(repository, TRACKED, [...names.values()]);
  const committed = index === undefined ? [] : await listed(repository, TRACKED, [...names.values()], index);
  if (!tracked || !committed) return 'failed';
  const isTracked = new Set([...tracked, ...committed]);
  const others = [...names.values()].filter((name) => name !== undefined && !isTracked.has(folded(name)));
  const ignored = others.length === 0 ? [] : await listed(repository, IGNORED, others);
  if (!ignored) return 'failed';
  const isIgnored = new Set(ignored);
  const stateOf = (name: string): GitState => {
    if (isTracked.has(folded(name))) return 'tracked';
    return isIgnored.has(folded(name)) ? 'ignored' : 'unknown';
  };
  return new Map([...names].map(([path, name]) => [path, name === undefined ? 'unknown' : stateOf(name)]));
}

/**
 * The index of the commit that a hook is called for: `git commit -- file` makes one that differs from the repository's own.
 * What is in either is tracked.
 */
function indexOfHook({ root }: Repository, { env, cwd }: Hook): string | undefined {
  const index = env.GIT_INDEX_FILE;
  const own = repositoryOf(cwd);
  if (!index || own === undefined || real(own) !== root) return undefined;
  return [resolve(cwd, index), resolve(root, index)].find((each) => existsSync(each));
}

const TRACKED = ['ls-files', '-z', '--cached'] as const;
const IGNORED = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard'] as const;

/** Which of some files git lists, folded; nothing where it fails. */
async function listed(
  repository: Repository,
  verb: readonly string[],
  names: readonly (string | undefined)[],
  index?: string,
): Promise<readonly string[] | undefined> {
  const found: string[] = [];
  for (const part of parts(names.filter((name) => name !== undefined))) {
    const out = await repository.ask([...verb, '--', ...part.map((name) => MAGIC + name)], index);
    if (!out) return undefined;
    for (const name of out.toString('utf8').split('\0')) found.push(folded(name));
  }
  return found;
}

/** Where the file system takes names in any case for the same, so does the question. */
const FOLDS = process.platform === 'win32' || process.platform === 'darwin';
/** A name stands for itself, whatever signs it has. */
const MAGIC = FOLDS ? ':(icase,literal)' : ':(literal)';

function folded(name: string): string {
  return FOLDS ? name.normalize('NFC').toLowerCase() : name;
}

/** As many characters of names fit into one call on every system. */
const LONGEST = 16_000;

function parts(names: readonly string[]): string[][] {
  const all: string[][] = [];
  let room = 0;
  for (const name of names) {
    const takes = name.length + MAGIC.length + 1;
    if (takes > room) {
      all.push([]);
      room = LONGEST;
    }
    all.at(-1)?.push(name);
    room -= takes;
  }
  return all;
}
