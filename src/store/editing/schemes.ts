/** Where files are, whether or not the editor has met their file system yet. */
const FILES: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/** Texts of the author's own that are in no file of their own. */
const NO_FILES: ReadonlySet<string> = new Set(['untitled', 'vscode-notebook-cell']);

/** What an editor knows of file systems. */
export interface FileSystems {
  /** Schemes of the workspace's folders. */
  readonly folders: readonly string[];
  /** `undefined` where the editor knows no such file system: it may be a view that an extension makes. */
  readonly isWritable: (scheme: string) => boolean | undefined;
}

/** Whether documents of this scheme are the author's own, and no view of something else such as history or a comparison. */
export function isOwnText(scheme: string, { folders, isWritable }: FileSystems): boolean {
  return FILES.has(scheme) || NO_FILES.has(scheme) || folders.includes(scheme) || isWritable(scheme) === true;
}

/** Whether documents of this scheme can be edited and saved. */
export function canBeEdited(scheme: string, { isWritable }: Pick<FileSystems, 'isWritable'>): boolean {
  return scheme === 'untitled' || (isWritable(scheme) ?? FILES.has(scheme));
}
