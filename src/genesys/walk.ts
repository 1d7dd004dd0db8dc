/** The file system, as far as a walk needs it. */
export interface Folders<Place> {
  /** What a folder holds. Rejects where it cannot be read, or does not answer in time. */
  list(folder: Place): Promise<readonly FolderEntry[]>;
  join(folder: Place, name: string): Place;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface WalkOptions {
  /** Whether a file is looked for. @param name the last part of its path */
  readonly isWanted: (name: string) => boolean;
  /** Whether nothing below a folder is looked for. @param name the last part of its path */
  readonly isLeftOut: (name: string) => boolean;
  readonly isCancelled?: () => boolean;
}

/** The files that were looked for, folders that could not be looked into, and links, which are left out by rule. */
export interface Walked<Place> {
  readonly files: readonly Place[];
  readonly unseen: readonly Place[];
  readonly links: readonly Place[];
}

/** Folders that are read at the same time: most of the time of a walk is waiting. */
const AT_ONCE = 16;

/**
 * Finds files below a folder by reading one folder after the other: no setting hides any, names count as they are, and it works
 * wherever folders can be read. Links are not followed, as on the command line. Ends early, with what it has, when cancelled.
 */
export async function walk<Place>(
  root: Place,
  folders: Folders<Place>,
  { isWanted, isLeftOut, isCancelled = () => false }: WalkOptions,
): Promise<Walked<Place>> {
  const waiting: Place[] = [root];
  const files: Place[] = [];
  const unseen: Place[] = [];
  const links: Place[] = [];
  const take = ({ name, kind }: FolderEntry, folder: Place): void => {
    if (kind === 'folder' && !isLeftOut(name)) waiting.push(folders.join(folder, name));
    else if (kind === 'file' && isWanted(name)) files.push(folders.join(folder, name));
    else if (kind === 'link' && isWanted(name)) links.push(folders.join(folder, name));
  };
  const look = async (folder: Place): Promise<void> => {
    try {
      for (const entry of await folders.list(folder)) take(entry, folder);
    } catch {
      unseen.push(folder);
    }
  };
  const running = new Set<Promise<void>>();
  while ((waiting.length > 0 || running.size > 0) && !isCancelled()) {
    const free = AT_ONCE - running.size;
    for (const folder of waiting.splice(-free, free)) {
      const looking: Promise<void> = look(folder).finally(() => running.delete(looking));
      running.add(looking);
    }
    await Promise.race(running);
  }
  return { files, unseen, links };
}
