import ignore from 'ignore';

/** A `.gitignore` file, or one of the same form. */
export interface IgnoreFile {
  /** The folder its patterns belong to, relative to the root of the repository, with `/`; empty for the root. */
  readonly folder: string;
  readonly text: string;
}

/**
 * Whether git would ignore a file that it does not track: the deepest file with a pattern that fits decides, and what lies in
 * an ignored folder is ignored.
 * @param path relative to the root of the repository, with `/`
 * @param files in any order
 */
export function isIgnored(path: string, files: readonly IgnoreFile[]): boolean {
  const deepestFirst = [...files]
    .sort((a, b) => b.folder.length - a.folder.length)
    .map(({ folder, text }) => ({
      base: folder === '' ? '' : `${folder}/`,
      patterns: ignore({ ignorecase: false }).add(text),
    }));
  const names = path.split('/').filter((name) => name !== '');
  return names.some((_name, i) => {
    const part = names.slice(0, i + 1).join('/') + (i < names.length - 1 ? '/' : '');
    for (const { base, patterns } of deepestFirst) {
      if (!part.startsWith(base) || part.length === base.length || !ignore.isPathValid(part.slice(base.length)))
        continue;
      const { ignored, unignored } = patterns.test(part.slice(base.length));
      if (ignored || unignored) return ignored;
    }
    return false;
  });
}
