import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isScannedName, NEVER_SEARCHED } from '../genesys/kinds/index.ts';
import type { CliTextId } from '../messages/cli.ts';

/** A place in the file system that could not be scanned (`cli.error.…`) or is left out by rule (`cli.skip.…`). */
export interface Notice {
  /** Absolute. */
  readonly path: string;
  readonly reason: CliTextId;
}

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
}

/** What is to be scanned: each file once, everything sorted by path. */
export interface Found {
  readonly files: readonly FoundFile[];
  readonly errors: readonly Notice[];
  readonly skipped: readonly Notice[];
}

/**
 * Finds the files to scan. A file that is named is always taken; below a folder only JSON and YAML files are. Links
 * count when they are named and are left alone below a folder, so there are no loops and nothing outside is read.
 */
export function findFiles(paths: readonly string[], cwd: string): Found {
  const search = new Search();
  for (const named of paths) {
    if (named === '') search.fail(cwd, 'cli.error.missing');
    else search.addNamed(resolve(cwd, named));
  }
  return search.walk();
}

class Search {
  readonly #files = new Map<string, FoundFile>();
  readonly #errors = new Map<string, Notice>();
  readonly #skipped = new Map<string, Notice>();
  readonly #folders: string[] = [];

  addNamed(path: string): void {
    const stats = this.#attempt(path, () => statSync(path), 'named');
    if (stats?.isDirectory()) this.#folders.push(path);
    else if (stats?.isFile()) this.#files.set(path, { path, bytes: stats.size });
    else if (stats) this.fail(path, 'cli.error.notAFile');
  }

  fail(path: string, reason: CliTextId): void {
    this.#errors.set(path, { path, reason });
  }

  walk(): Found {
    const walked = new Set<string>();
    for (let folder = this.#folders.pop(); folder !== undefined; folder = this.#folders.pop()) {
      if (walked.has(folder)) continue;
      walked.add(folder);
      this.#addFolder(folder);
    }
    for (const folder of walked) this.#skipped.delete(folder);
    for (const file of this.#files.keys()) this.#skipped.delete(file);
    return { files: sorted(this.#files), errors: sorted(this.#errors), skipped: sorted(this.#skipped) };
  }

  #addFolder(folder: string): void {
    const entries = this.#attempt(folder, () => readdirSync(folder, { withFileTypes: true }), 'found') ?? [];
    for (const entry of entries) this.#addEntry(join(folder, entry.name), entry);
  }

  #addEntry(path: string, entry: Dirent): void {
    if (entry.isDirectory()) {
      if (NEVER_SEARCHED.has(entry.name)) this.#skip(path, 'cli.skip.folder');
      else this.#folders.push(path);
    } else if (entry.isSymbolicLink()) {
      if (isScannedName(entry.name) || leadsToFolder(path)) this.#skip(path, 'cli.skip.link');
    } else if (entry.isFile() && isScannedName(entry.name)) {
      const stats = this.#attempt(path, () => statSync(path), 'found');
      if (stats) this.#files.set(path, { path, bytes: stats.size });
    }
  }

  #skip(path: string, reason: CliTextId): void {
    this.#skipped.set(path, { path, reason });
  }

  #attempt<T>(path: string, action: () => T, origin: Origin): T | undefined {
    try {
      return action();
    } catch (error) {
      this.fail(path, reasonOf(error, origin));
      return undefined;
    }
  }
}

/** Typed on the command line, or found below a folder. */
type Origin = 'named' | 'found';

/**
 * Why the file system refused. Only a path that was typed can be missing; one that was found is gone since then or has a
 * name that cannot be read.
 */
export function reasonOf(error: unknown, origin: Origin): CliTextId {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'cli.error.denied';
  const missing = origin === 'named' && (code === 'ENOENT' || code === 'ENOTDIR');
  return missing ? 'cli.error.missing' : 'cli.error.unreadable';
}

function leadsToFolder(link: string): boolean {
  return statSync(link, { throwIfNoEntry: false })?.isDirectory() === true;
}

function sorted<T extends { readonly path: string }>(places: ReadonlyMap<string, T>): T[] {
  return [...places.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
