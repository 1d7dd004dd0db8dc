import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** A program, and the folders of the PATH that it was looked for in. */
export interface Program {
  /** Absolute. */
  readonly path: string;
  readonly folders: readonly string[];
}

/**
 * Finds git. A folder of the PATH counts only where it is absolute and lies outside of all that is scanned: a tree must not bring
 * along the program that judges it.
 * @param path the PATH
 * @param scanned absolute folders
 */
export function findGit(path: string, scanned: readonly string[]): Program | undefined {
  const trees = scanned.map(real).filter((folder) => dirname(folder) !== folder);
  const isOutside = (each: string): boolean => !trees.some((tree) => isWithin(tree, each));
  const folders = path.split(delimiter).filter((each) => isFixed(each) && isOutside(real(each)));
  const found = folders.map((folder) => join(folder, NAME)).find((each) => isProgram(each) && isOutside(real(each)));
  return found === undefined ? undefined : { path: found, folders };
}

const NAME = process.platform === 'win32' ? 'git.exe' : 'git';

/** Whether a path means the same from everywhere. On Windows one without a drive does not. */
function isFixed(path: string): boolean {
  return process.platform === 'win32' ? /^(?:[a-z]:[\\/]|[\\/]{2})/i.test(path) : isAbsolute(path);
}

function isWithin(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return !isAbsolute(below) && below.split(sep)[0] !== '..';
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A path with its links followed and its names as they are written on disk; as it is where it does not exist. */
export function real(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
