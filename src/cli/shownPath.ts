import { relative, sep } from 'node:path';
import { safeWords } from '../engine/detect/safeWords.ts';
import { printable } from './printable.ts';

/**
 * A path as it is shown: relative to the working directory, with `/`. A part that is a credential itself prints as
 * `[hidden]`.
 */
export function shownPath(path: string, cwd: string): string {
  const parts = (relative(cwd, path) || '.').split(sep);
  return safeWords(parts).map(printable).join('/');
}
