import * as vscode from 'vscode';
import type { PracticeHome } from '../../practice/index.ts';
import type { Files } from '../../store/fileJournals.ts';
import { SAMPLE_KEPT } from '../ids.ts';
import { folderFiles } from './folderFiles.ts';

/** Where a practice org is kept, as the host needs it besides. */
export interface HostHome extends PracticeHome {
  /** Changes when the sample project is made anew, by whomever. */
  stamp(): Promise<string>;
  remove(): Promise<void>;
}

/** The folder in which a sample project keeps its practice org. */
export const keptIn = (sample: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(sample, SAMPLE_KEPT);

/** What `scripts/sample.mjs` leaves there: the files as they were made. */
export const COPY = 'copy';

/** No bigger file is read. A copy of the sample project has a hundredth of that, in bytes. */
const BIGGEST = 10_000_000;

/** In the workspace's memento: for a workspace that is no sample project. */
export function mementoHome(state: vscode.Memento, key: string, textOf: (old: unknown) => string): HostHome {
  return {
    place: '',
    keepsMade: false,
    read: async () => {
      const kept = state.get<unknown>(key);
      return kept === undefined || typeof kept === 'string' ? kept : textOf(kept);
    },
    write: async (text) => state.update(key, text),
    copy: async () => undefined,
    stamp: async () => '',
    remove: async () => state.update(key, undefined),
  };
}

/** In a file of the sample project. Where there is none yet, what an earlier version kept in the memento goes on. */
export function sampleHome(sample: vscode.Uri, name: string, former: HostHome): HostHome {
  const files = keptFiles(sample);
  return {
    place: sample.path,
    keepsMade: true,
    read: async () => (await files.read(name)) ?? former.read(),
    write: async (text) => {
      // A folder that nobody trusts is read and not written to.
      if (vscode.workspace.isTrusted) await replaceFile(files, name, text);
    },
    copy: () => files.read(COPY),
    stamp: () => stampOf(vscode.Uri.joinPath(keptIn(sample), COPY)),
    remove: async () => {
      await former.remove();
      await files.remove(name);
    },
  };
}

/** The files that a sample project's practice org is kept in. @throws where the folder leads elsewhere, or one is too big */
export function keptFiles(sample: vscode.Uri): Files {
  const folder = keptIn(sample);
  const files = folderFiles(folder);
  return {
    ...files,
    read: async (name) => {
      await refuseLink(folder);
      await refuseBig(vscode.Uri.joinPath(folder, name));
      return files.read(name);
    },
    write: async (name, text) => {
      await refuseLink(folder);
      return files.write(name, text);
    },
  };
}

/** Nobody finds half a file, and nothing of the folder goes into git: it holds what a machine made for itself. */
export async function replaceFile(files: Files, name: string, text: string): Promise<void> {
  if ((await files.read('.gitignore')) === undefined) await files.write('.gitignore', '*\n');
  const fresh = `${name}.${crypto.randomUUID()}.new`;
  try {
    await files.write(fresh, text);
    await files.rename(fresh, name);
  } catch (error) {
    await files.remove(fresh).catch(() => undefined);
    throw error;
  }
}

/** @throws where something at that address is a link: whoever wrote the folder could lead elsewhere with it */
export async function refuseLink(uri: vscode.Uri): Promise<void> {
  const stat = await statOf(uri);
  if (stat && stat.type & vscode.FileType.SymbolicLink) throw new Error('a link');
}

async function refuseBig(uri: vscode.Uri): Promise<void> {
  await refuseLink(uri);
  const stat = await statOf(uri);
  if (stat && stat.size > BIGGEST) throw new Error('too big');
}

async function stampOf(uri: vscode.Uri): Promise<string> {
  const stat = await statOf(uri);
  return stat ? `${stat.ctime} ${stat.mtime} ${stat.size}` : '';
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}
