import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decode, LARGEST_FILE } from './readText.ts';

/** The folder of the repository that a folder lies in; `undefined` outside of one. */
export function repositoryOf(folder: string): string | undefined {
  return upwards(folder).find((each) => existsSync(join(each, '.git')));
}

/** A folder and all above it, up to the root of the file system or the last one that is wanted. */
export function upwards(folder: string, last?: string): string[] {
  const folders: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    folders.push(at);
    if (at === last || dirname(at) === at) return folders;
  }
}

/** A revision of the repository that a folder lies in. */
export interface Revision {
  /** The text of a file as it was then; `undefined` where it was not there or no text. @param path absolute */
  textOf(path: string): Promise<string | undefined>;
}

/** @returns nothing where git is not there or knows no such revision */
export async function revisionOf(name: string, folder: string): Promise<Revision | undefined> {
  if (name === '' || name.startsWith('-')) return undefined;
  const found = await git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  const commit = found?.toString('latin1').trim();
  if (!commit || !/^[0-9a-f]{40,64}$/.test(commit)) return undefined;
  return {
    textOf: async (path) => {
      const bytes = await git(dirname(path), 'cat-file', 'blob', `${commit}:./${basename(path)}`);
      return bytes && decode(bytes);
    },
  };
}

/** Runs git without a shell; it asks for nothing and fetches nothing. `undefined` where it fails. */
export function git(folder: string, ...args: string[]): Promise<Buffer | undefined> {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
  return new Promise((resolve) => {
    execFile('git', args, { cwd: folder, env, encoding: 'buffer', maxBuffer: LARGEST_FILE }, (error, out) =>
      resolve(error ? undefined : out),
    );
  });
}
