import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';
import type { ScanCounts } from '../ports/scans.ts';
import { shownPath } from './fileNames.ts';

/** Scans every flow, Data Action and contract of the workspace and says what was found. */
export async function scanWorkspace({
  ui,
  views,
  workspace,
  workspaceScan,
}: Pick<Ports, 'ui' | 'views' | 'workspace' | 'workspaceScan'>): Promise<void> {
  if (workspace.folders.length === 0) {
    await ui.info(t('scan.noFolder'));
    return;
  }
  const { counts, cancelled } = await ui.progress(t('scan.title'), async (report, signal) => {
    let shown = 0;
    const progress = (done: number, all: number): void => {
      const percent = Math.floor((done / all) * 100);
      if (percent > shown) report({ increment: percent - shown, message: t('scan.progress', done, all) });
      shown = Math.max(shown, percent);
    };
    const counted = await workspaceScan.run(signal, progress);
    return { counts: counted, cancelled: signal.aborted };
  });
  if (!cancelled) await workspaceScan.completed();
  const unseen = counts.unseen.map((uri) => shownPath(workspace.address(uri)));
  const summary = summaryOf(counts, unseen, cancelled);
  const openProblems = t('scan.openProblems');
  const chosen = counts.findings > 0 ? await ui.warn(summary, openProblems) : await ui.info(summary);
  if (chosen === openProblems) await views.problems();
}

/** Of more than these, their number is enough. */
const MOST_NAMED = 3;

function summaryOf(counts: ScanCounts, unseen: readonly string[], cancelled: boolean): string {
  const { files, withFindings, findings, silenced, unreadable, links } = counts;
  const found = findings === 0 ? t('scan.none', files) : t('scan.found', findings, withFindings, files);
  const parts = [cancelled ? t('scan.cancelled', found) : found];
  if (silenced > 0) parts.push(t('scan.silenced', silenced));
  if (unreadable > 0) parts.push(t('scan.unreadable', unreadable));
  if (links.length > 0) parts.push(t('scan.links', links.length));
  if (unseen.length > 0) parts.push(t('scan.unseen', unseen.length, unseen.slice(0, MOST_NAMED).join(', ')));
  return parts.join(' ');
}
