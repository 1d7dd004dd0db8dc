import * as vscode from 'vscode';
import { shownPath } from '../fileNames.ts';
import type { ScanCounts } from '../findings/files.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';

/** Scans every flow, Data Action and contract of the workspace and says what was found. */
export async function scanWorkspace({ background, files, silencer, ui }: Services): Promise<void> {
  if (!vscode.workspace.workspaceFolders?.length) {
    await ui.info(t('scan.noFolder'));
    return;
  }
  background.stop();
  const { counts, cancelled } = await ui.progress(t('scan.title'), async (report, token) => {
    let shown = 0;
    const progress = (done: number, all: number): void => {
      const percent = Math.floor((done / all) * 100);
      if (percent > shown) report({ increment: percent - shown, message: t('scan.progress', done, all) });
      shown = Math.max(shown, percent);
    };
    const counted = await files.workspace({ token, progress });
    return { counts: counted, cancelled: token.isCancellationRequested };
  });
  if (!cancelled) await silencer.completed();
  const summary = summaryOf(counts, cancelled);
  const openProblems = t('scan.openProblems');
  const chosen = counts.findings > 0 ? await ui.warn(summary, openProblems) : await ui.info(summary);
  if (chosen === openProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** Of more than these, their number is enough. */
const MOST_NAMED = 3;

function summaryOf(counts: ScanCounts, cancelled: boolean): string {
  const { files, withFindings, findings, silenced, unreadable, unseen, links } = counts;
  const found = findings === 0 ? t('scan.none', files) : t('scan.found', findings, withFindings, files);
  const parts = [cancelled ? t('scan.cancelled', found) : found];
  if (silenced > 0) parts.push(t('scan.silenced', silenced));
  if (unreadable > 0) parts.push(t('scan.unreadable', unreadable));
  if (links.length > 0) parts.push(t('scan.links', links.length));
  if (unseen.length > 0)
    parts.push(t('scan.unseen', unseen.length, unseen.slice(0, MOST_NAMED).map(shownPath).join(', ')));
  return parts.join(' ');
}
