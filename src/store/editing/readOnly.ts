import { matchesGlob } from '../../engine/suppression/index.ts';

/** An editor's globs that mark files as read-only, as its settings have them: only those that are `true` count. */
export interface ReadOnlyGlobs {
  readonly include: Readonly<Record<string, unknown>>;
  readonly exclude: Readonly<Record<string, unknown>>;
}

/** @param paths of one file, with `/`: in its workspace folder, and the whole one */
export function isMarkedReadOnly(paths: readonly string[], { include, exclude }: ReadOnlyGlobs): boolean {
  return fitsAny(paths, include) && !fitsAny(paths, exclude);
}

function fitsAny(paths: readonly string[], globs: Readonly<Record<string, unknown>>): boolean {
  const all = Object.entries(globs).flatMap(([glob, isOn]) => (isOn === true ? alternativesOf(glob) : []));
  return all.some((glob) => paths.some((path) => matchesGlob(glob, path.replace(/^\/+/, ''))));
}

/** How many globs one may stand for: what has more is left to the check after the edit. */
const MOST = 64;

/** `{a,b}` written out, from the inside out. */
function alternativesOf(glob: string): readonly string[] {
  let globs: readonly string[] = [glob];
  while (globs.length <= MOST) {
    const next = globs.flatMap((each) => {
      const [braces = '', list] = /\{([^{}]*)\}/.exec(each) ?? [];
      return list === undefined ? [each] : list.split(',').map((part) => each.replace(braces, () => part));
    });
    if (next.every((each, i) => each === globs[i])) return next;
    globs = next;
  }
  return [];
}
