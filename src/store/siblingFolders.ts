/** How VS Code names the storage of a workspace; a second window on it gets the name with a number. */
const WORKSPACE = /^([\da-f]{32})(?:-\d+)?$/;

/**
 * The storage of other windows on the same workspace, which may have crashed: the next window may get another number than the one
 * that a store was begun in. None for a name that the editor does not make.
 * @param names of the folder that holds them all
 */
export function siblingsOf(own: string, names: readonly string[]): readonly string[] {
  const base = WORKSPACE.exec(own)?.[1];
  if (base === undefined) return [];
  return names.filter((name) => name !== own && WORKSPACE.exec(name)?.[1] === base);
}
