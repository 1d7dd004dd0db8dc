import { basename, dirname, join, relative, sep } from 'node:path';
import { type IgnoreFile, isIgnored } from '../engine/config/gitIgnore.ts';
import type { GitState } from '../genesys/gitState.ts';
import { git, repositoryOf, upwards } from './git.ts';
import { readText } from './readText.ts';

/** What git does with a file that exists. Where git itself cannot be asked, its `.gitignore` files are. @param path absolute */
export async function stateInGit(path: string): Promise<GitState> {
  const folder = dirname(path);
  const repository = repositoryOf(folder);
  if (repository === undefined) return 'unknown';
  const listed = await git(folder, 'ls-files', '-z', '-t', '-c', '-o', '--exclude-standard', '--', named(path));
  if (listed === undefined)
    return isIgnored(pathIn(repository, path), filesAbove(path, repository)) ? 'ignored' : 'unknown';
  const [line = ''] = listed.toString('utf8').split('\0');
  if (line === '') return 'ignored';
  return line.startsWith('?') ? 'unknown' : 'tracked';
}

/** A name that stands for itself, whatever signs it has. */
function named(path: string): string {
  return `:(literal)${basename(path)}`;
}

function pathIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

function filesAbove(path: string, repository: string): IgnoreFile[] {
  const files = upwards(dirname(path), repository).map((folder) => [folder, join(folder, '.gitignore')] as const);
  return [...files, [repository, join(repository, '.git', 'info', 'exclude')] as const].flatMap(([folder, file]) => {
    const text = textOf(file);
    return text === undefined ? [] : [{ folder: pathIn(repository, folder), text }];
  });
}

function textOf(path: string): string | undefined {
  try {
    const read = readText(path);
    return read.kind === 'text' ? read.text : undefined;
  } catch {
    return undefined;
  }
}
