import type { Sensitive } from '../base/sensitive.ts';

/** The history of one file. What rejects counts as not read. */
export interface FileHistory {
  /** Ids of the last commits that changed the file, newest first. */
  commits(most: number): Promise<readonly string[]>;
  /** The file as it was in a commit. */
  textIn(commit: string): Promise<string>;
  /** Whether a remote has one of the commits. */
  pushed(commits: readonly string[]): Promise<Pushed>;
}

/** Whether a remote has something. */
export type Pushed = 'yes' | 'no' | 'unknown';

/** What decides how urgent a rotation is: counts and commit ids, no values. */
export interface HistoryFact {
  /** Commits that hold one of the values, newest first within each file; of those that were looked at. */
  readonly commits: readonly string[];
  /** Whether one of them is known to the remote. */
  readonly pushed: Pushed;
}

/** How many commits of one file are looked at. */
const COMMITS_OF_FILE = 50;
/** How many commits are looked at for all files together: each is a process of git. */
const COMMITS = 200;

/**
 * Looks for values in the histories of the files that held them, in memory: a value given to a process could be read by others.
 * One limit holds for all files, each gets its part of it.
 */
export class HistorySearch {
  readonly #values: readonly Sensitive[];
  readonly #commits = new Set<string>();
  #pushed: Pushed = 'no';
  #isWhole = true;
  #isDone = false;

  constructor(values: readonly Sensitive[]) {
    this.#values = values;
  }

  /** Asks nothing more once the signal is aborted. */
  async run(files: readonly FileHistory[], signal: AbortSignal): Promise<void> {
    const looked = files.slice(0, COMMITS);
    this.#isWhole = looked.length === files.length;
    const most = Math.min(COMMITS_OF_FILE, Math.floor(COMMITS / Math.max(1, looked.length)));
    for (const file of looked) {
      const found = await this.#commitsWith(file, most, signal);
      for (const commit of found) this.#commits.add(commit);
      if (found.length > 0) this.#pushed = worse(this.#pushed, await pushed(file, found, signal));
    }
    this.#isDone = files.length > 0 && !signal.aborted;
  }

  /** What is known by now; nothing where no commit was found and not all could be read. */
  get fact(): HistoryFact | undefined {
    const commits = [...this.#commits];
    return commits.length > 0 || (this.#isDone && this.#isWhole) ? { commits, pushed: this.#pushed } : undefined;
  }

  async #commitsWith(file: FileHistory, most: number, signal: AbortSignal): Promise<readonly string[]> {
    const found: string[] = [];
    for (const commit of await this.#last(file, most, signal)) {
      if (signal.aborted) break;
      const text = await file.textIn(commit).catch(() => undefined);
      if (text === undefined) this.#isWhole = false;
      else if (this.#values.some((value) => text.includes(value.reveal()))) found.push(commit);
    }
    return found;
  }

  async #last(file: FileHistory, most: number, signal: AbortSignal): Promise<readonly string[]> {
    if (signal.aborted) return [];
    const commits = await file.commits(most).catch(() => undefined);
    this.#isWhole &&= commits !== undefined;
    return commits?.slice(0, most) ?? [];
  }
}

async function pushed(file: FileHistory, commits: readonly string[], signal: AbortSignal): Promise<Pushed> {
  return signal.aborted ? 'unknown' : file.pushed(commits).catch(() => 'unknown' as const);
}

function worse(a: Pushed, b: Pushed): Pushed {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'no';
}
