import * as vscode from 'vscode';
import type { SampleCopy } from '../../practice/index.ts';
import { FormerVersions } from '../../store/index.ts';
import { journalsOf } from '../org/openJournals.ts';
import { COPY, keptFiles, replaceFile } from '../org/practiceHome.ts';
import { restoreFiles } from '../org/restoreFiles.ts';
import { Rotations } from '../org/rotations.ts';
import { openSample } from '../org/sampleProject.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';

/** The sample project as it was made. */
interface Made extends SampleCopy {
  readonly folder: vscode.Uri;
  /** As it is kept. */
  readonly text: string;
}

/**
 * Makes the practice orgs and the files of the sample project what they were in the beginning, both together: one without the other
 * has references to nothing, or fields for literals. A crash in between leaves the command to be run again.
 */
export async function practiceStartOver(services: Services): Promise<void> {
  const { ui } = services;
  if (!vscode.workspace.isTrusted) {
    await ui.warn(t('org.untrusted'));
    return;
  }
  const sample = await openSample();
  const made = sample && (await copyOf(services, sample));
  const question = made ? 'practice.startOver.confirm' : 'practice.startOver.orgOnly';
  const detail = t(`${question}.detail`, made?.files.size ?? 0);
  if (!(await ui.confirm(t(question), detail, t('practice.startOver.go')))) return;
  await startOrgsOver(services);
  const failed = made ? await restoreFiles(made.folder, made.files) : [];
  // Other windows see by its time that the project is another one now.
  if (made) await replaceFile(keptFiles(made.folder), COPY, made.text);
  services.page.refresh();
  if (failed.length > 0) await ui.warn(t('practice.startOver.notWritten', failed.join(', ')));
  else await ui.info(made ? t('practice.startOver.done', made.files.size) : t('practice.startOver.orgDone'));
}

async function copyOf({ chunks }: Services, folder: vscode.Uri): Promise<Made | undefined> {
  const { readSampleCopy } = await chunks.practice();
  const text = await keptFiles(folder)
    .read(COPY)
    .catch(() => undefined);
  const copy = text === undefined ? undefined : readSampleCopy(text);
  return copy && text !== undefined ? { ...copy, folder, text } : undefined;
}

/** What is known of an org goes first, while its id is known: nothing is left that nobody could find again. */
async function startOrgsOver({ context, practice, secondPractice }: Services): Promise<void> {
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
