import type { Address } from './documents.ts';

/** A folder that the author has opened. */
export interface Folder {
  readonly uri: string;
  readonly name: string;
}

/** What the author has opened. */
export interface Workspace {
  /** Whether the author trusts it. */
  readonly isTrusted: boolean;
  readonly folders: readonly Folder[];
  address(uri: string): Address;
  /** The folder that a file lies in. */
  folderOf(uri: string): Folder | undefined;
  /** The path of a file below its folder, with `/`; `undefined` where it lies in none. */
  pathInFolder(uri: string): string | undefined;
}

/** The files of the workspace, whether they are open or not. */
export interface Files {
  /** Those that are wanted by name, sorted by address, but those of folders that are never searched. */
  all(isWanted: (name: string) => boolean): Promise<readonly Address[]>;
  /** Those of a file's own folder, itself among them, sorted by address. */
  beside(uri: string, isWanted: (name: string) => boolean): Promise<readonly Address[]>;
  /** The text on disk; `undefined` where it is gone, not readable, too large or binary. */
  read(uri: string): Promise<string | undefined>;
  /** The text as its author sees it: what is typed counts, but not once the file is gone, and nothing of a link. */
  textOf(uri: string): Promise<string | undefined>;
  /** A path below a folder. */
  join(folder: string, path: string): string;
  isFile(uri: string): Promise<boolean>;
  isLink(uri: string): Promise<boolean>;
  /** Makes a file that is not there yet, in one step that can be undone. @returns whether it is there as it should be */
  create(uri: string, text: string): Promise<boolean>;
}
