import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { LARGEST_FILE } from '../readText.ts';
import { findGit, type Program, real } from './program.ts';
import { argumentsFor, type Environment, environmentFor, pathOf } from './protection.ts';

/**
 * Why git does not answer: there is none, it refuses a repository that somebody else owns, or it fails.
 */
export type GitProblem = 'missing' | 'refused' | 'failed';

/** A repository that git has opened. */
export interface Repository {
  /** The folder with its files, as a real path. */
  readonly root: string;
  /**
   * Asks git about it.
   * @param index an index to use instead of the repository's own; absolute
   * @returns nothing where git fails
   */
  ask(args: readonly string[], index?: string): Promise<Buffer | undefined>;
}

/** Where git is called from. */
export interface Surroundings {
  readonly env: Environment;
  /** Absolute folders, in which no program is looked for. */
  readonly scanned: readonly string[];
}

/** Milliseconds after which git is ended. */
const PATIENCE = 60_000;

/** Opens repositories, each once. */
export class Git {
  readonly #from: Surroundings;
  readonly #opened = new Map<string, Promise<Repository | GitProblem>>();

  constructor(from: Surroundings) {
    this.#from = from;
  }

  /** @param folder with `.git` in it; absolute */
  open(folder: string): Promise<Repository | GitProblem> {
    const root = real(folder);
    const opened = this.#opened.get(root) ?? open(root, this.#from);
    this.#opened.set(root, opened);
    return opened;
  }
}

/**
 * git itself finds what belongs to the folder, because it refuses what somebody else owns only while it searches. From then on
 * it is told.
 */
async function open(root: string, { env, scanned }: Surroundings): Promise<Repository | GitProblem> {
  const program = findGit(pathOf(env), [...scanned, root]);
  if (!program) return 'missing';
  const environment = (index?: string): Environment => environmentFor(env, program, root, index);
  const search = [...argumentsFor(root), 'rev-parse', '--show-toplevel', '--absolute-git-dir'];
  const found = await run(program, environment(), search);
  if (found.kind === 'failed') return /dubious ownership|unsafe repository/.test(found.said) ? 'refused' : 'failed';
  const [top = '', gitFolder = ''] = found.out.toString('utf8').split(/\r?\n/);
  if (real(top) !== root || gitFolder === '') return 'failed';
  return {
    root,
    ask: async (args, index) => {
      const asked = await run(program, environment(index), [...argumentsFor(root, gitFolder), ...args]);
      return asked.kind === 'failed' ? undefined : asked.out;
    },
  };
}

type Answer = { readonly kind: 'answer'; readonly out: Buffer } | { readonly kind: 'failed'; readonly said: string };

/** Runs git without a shell, from its own folder: from the scanned one, its machine could take more than git from there. */
function run({ path }: Program, env: Environment, args: readonly string[]): Promise<Answer> {
  const options = {
    cwd: dirname(path),
    env,
    encoding: 'buffer',
    maxBuffer: LARGEST_FILE,
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
    windowsHide: true,
  } as const;
  return new Promise((resolve) => {
    execFile(path, args, options, (error, out, said) =>
      resolve(error ? { kind: 'failed', said: said.toString('latin1') } : { kind: 'answer', out }),
    );
  });
}
