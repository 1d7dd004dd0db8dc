import * as vscode from 'vscode';
import { NEVER_SEARCHED } from '../../genesys/kinds/index.ts';
import { type FolderEntry, type Folders, type Walked, walk } from '../../genesys/walk.ts';

/** Milliseconds after which a folder counts as one that does not answer: some virtual file systems never do. */
const LONGEST = 10_000;

/**
 * Finds files of the workspace, sorted by address: in every folder that can be read, whatever `files.exclude` hides and however
 * their names are written. `findFiles` would add the workspace's own excludes, match case, and leave virtual folders out.
 */
export async function workspaceFiles(
  isWanted: (name: string) => boolean,
  token?: vscode.CancellationToken,
): Promise<Walked<vscode.Uri>> {
  const options = {
    isWanted,
    isLeftOut: (name: string) => NEVER_SEARCHED.has(name),
    isCancelled: () => token?.isCancellationRequested === true,
  };
  const roots = vscode.workspace.workspaceFolders ?? [];
  const walked = await Promise.all(roots.map(({ uri }) => walk(uri, FOLDERS, options)));
  return {
    files: sorted(walked.flatMap(({ files }) => files)),
    unseen: sorted(walked.flatMap(({ unseen }) => unseen)),
    links: sorted(walked.flatMap(({ links }) => links)),
  };
}

/** The files of one folder that are looked for, sorted by address; none where it cannot be read. */
export async function filesIn(folder: vscode.Uri, isWanted: (name: string) => boolean): Promise<readonly vscode.Uri[]> {
  const { files } = await walk(folder, FOLDERS, { isWanted, isLeftOut: () => true });
  return sorted(files);
}

/** Whether a file of the workspace lies where none is looked for. */
export function isLeftOut(uri: vscode.Uri): boolean {
  const below = vscode.workspace.asRelativePath(uri, false).split('/');
  return below.some((name) => NEVER_SEARCHED.has(name));
}

const FOLDERS: Folders<vscode.Uri> = {
  list: async (folder) => {
    const listed = await inTime(vscode.workspace.fs.readDirectory(folder));
    return listed.map(([name, type]): FolderEntry => ({ name, kind: kindOf(type) }));
  },
  join: (folder, name) => vscode.Uri.joinPath(folder, name),
};

function kindOf(type: vscode.FileType): FolderEntry['kind'] {
  if (type & vscode.FileType.SymbolicLink) return 'link';
  if (type & vscode.FileType.Directory) return 'folder';
  return type & vscode.FileType.File ? 'file' : 'other';
}

async function inTime<Result>(answer: Thenable<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), LONGEST);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Each once: one folder of a workspace may lie in another one. */
function sorted(uris: readonly vscode.Uri[]): vscode.Uri[] {
  const byAddress = new Map(uris.map((uri) => [uri.toString(), uri]));
  return [...byAddress].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, uri]) => uri);
}
