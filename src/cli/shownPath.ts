import { dirname, relative, resolve, sep } from 'node:path';
import { safeWords } from '../engine/detect/index.ts';
import { findTokens } from '../engine/detect/tokens/index.ts';
import { printable } from './printable.ts';

const HIDDEN = '[hidden]';

/**
 * How absolute paths are shown: relative to the working directory, with `/`. A part that is a credential itself prints as
 * `[hidden]`. What was typed on the command line is known to its author, so there only the shape of a token tells; a
 * temporary folder with a random name stays readable.
 */
export function pathsShown(named: readonly string[], cwd: string): (path: string) => string {
  const roots: ReadonlySet<string> = new Set(named.map((each) => resolve(cwd, each)));
  return (path) => {
    const parts = (relative(cwd, path) || '.').split(sep);
    const typed = parts.length - depthBelow(roots, path);
    return parts.map((part, i) => (i < typed ? typedPart(part) : foundPart(part))).join('/');
  };
}

/** How many parts at the end of a path were found by walking, not typed. */
function depthBelow(roots: ReadonlySet<string>, path: string): number {
  let depth = 0;
  for (let at = path; !roots.has(at) && dirname(at) !== at; at = dirname(at)) depth += 1;
  return depth;
}

function typedPart(part: string): string {
  return findTokens(part).length > 0 ? HIDDEN : printable(part);
}

/** Whole where it is no credential: a cut file name could not be opened. */
function foundPart(part: string): string {
  return safeWords([part])[0] === HIDDEN ? HIDDEN : printable(part);
}
