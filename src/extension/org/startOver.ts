import type * as vscode from 'vscode';
import type { SampleCopy } from '../../practice/index.ts';
import { FormerVersions } from '../../store/index.ts';
import type { Chunks } from '../chunks.ts';
import { journalsOf } from './openJournals.ts';
import { COPY, keptFiles, replaceFile } from './practiceHome.ts';
import type { PracticeHost, SecondPractice } from './practiceHost.ts';
import type { PracticePage } from './practicePage.ts';
import { restoreFiles } from './restoreFiles.ts';
import { Rotations } from './rotations.ts';
import { openSample } from './sampleProject.ts';

/** What is begun anew, and what is kept of it. */
interface StartOverParts {
  readonly chunks: Chunks;
  readonly context: vscode.ExtensionContext;
  readonly page: PracticePage;
  readonly practice: PracticeHost;
  readonly secondPractice: SecondPractice;
}

/** The sample project as it was made. */
interface Made extends SampleCopy {
  readonly folder: vscode.Uri;
  /** As it is kept. */
  readonly text: string;
}

/** @returns how many files the sample project was made with; `undefined` where none is open or that cannot be told */
export async function madeFiles(parts: StartOverParts): Promise<number | undefined> {
  return (await madeSample(parts))?.files.size;
}

/**
 * Makes the practice orgs and the files of the sample project what they were in the beginning. A crash in between leaves it to be
 * done again.
 * @returns the paths of files that could not be written
 */
export async function startOver(parts: StartOverParts): Promise<readonly string[]> {
  const made = await madeSample(parts);
  await startOrgsOver(parts);
  const failed = made ? await restoreFiles(made.folder, made.files) : [];
  // Other windows see by its time that the project is another one now.
  if (made) await replaceFile(keptFiles(made.folder), COPY, made.text);
  parts.page.refresh();
  return failed;
}

async function madeSample(parts: StartOverParts): Promise<Made | undefined> {
  const sample = await openSample();
  return sample && copyOf(parts, sample);
}

async function copyOf({ chunks }: StartOverParts, folder: vscode.Uri): Promise<Made | undefined> {
  const { readSampleCopy } = await chunks.practice();
  const text = await keptFiles(folder)
    .read(COPY)
    .catch(() => undefined);
  const copy = text === undefined ? undefined : readSampleCopy(text);
  return copy && text !== undefined ? { ...copy, folder, text } : undefined;
}

/** What is known of an org goes first, while its id is known: nothing is left that nobody could find again. */
async function startOrgsOver({ context, practice, secondPractice }: StartOverParts): Promise<void> {
  const hosts = [practice, secondPractice.host];
  const known = await Promise.all(hosts.map((host) => host.orgId()));
  const ids = known.filter((id) => id !== undefined);
  const former = new FormerVersions(context.secrets);
  for (const id of ids) await former.purge(id);
  for (const id of ids) await forgetJournal(context, id);
  await new Rotations(context.workspaceState).forget(new Set(ids));
  for (const host of hosts) await host.startOver();
}

/** A store that did not end in an org that is gone cannot be looked after. */
async function forgetJournal(context: vscode.ExtensionContext, orgId: string): Promise<void> {
  const journal = journalsOf(context).open(orgId);
  const entries = await journal.entries().catch(() => []);
  for (const { id } of entries) await journal.remove(id);
}
