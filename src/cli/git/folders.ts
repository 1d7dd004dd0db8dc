import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { real } from './program.ts';

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

/**
 * A path as git names it: relative to the folder of its repository, with `/`. Links that lead to its folder are followed.
 * @param root a real path
 * @param path absolute; need not exist
 */
export function nameInGit(root: string, path: string): string | undefined {
  const folder = upwards(dirname(path)).find((each) => existsSync(each)) ?? dirname(path);
  const below = relative(root, join(real(folder), relative(folder, dirname(path)), basename(path)));
  const names = below.split(sep);
  return names[0] === '..' || below === '' || isAbsolute(below) ? undefined : names.join('/');
}
