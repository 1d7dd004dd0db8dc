import * as vscode from 'vscode';
import { t } from '../../messages/index.ts';
import type { FileScan } from '../findings/files.ts';
import type { FindingStore } from '../findings/findingStore.ts';
import { COMMANDS } from '../ids.ts';
import type { EditorUi } from '../ui.ts';
import { statusOf } from './statusText.ts';

/** Milliseconds in which changes are counted together. */
const TOGETHER = 200;

/**
 * Shows in the status bar how many hard-coded credentials are known, and whether the workspace was looked through: Problems alone
 * looks the same where nothing was found and where nothing was scanned. A click scans, or opens Problems.
 */
export function registerStatus(findings: FindingStore, files: FileScan, ui: EditorUi): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('genesysSecrets.status', vscode.StatusBarAlignment.Left);
  item.name = t('status.name');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    timer = undefined;
    const count = countOf(findings);
    const status = statusOf(files.state, count);
    if (!status) {
      item.hide();
      return;
    }
    const command = status.leadsTo === 'problems' ? 'workbench.actions.view.problems' : COMMANDS.scanWorkspace;
    ui.status(item, { text: t(status.text, count), tooltip: t(status.tooltip), command });
  };
  const soon = (): void => {
    timer ??= setTimeout(show, TOGETHER);
  };
  if (vscode.workspace.workspaceFolders?.length) soon();
  return vscode.Disposable.from(item, findings.onDidChange(soon), files.onDidChange(soon), {
    dispose: () => clearTimeout(timer),
  });
}

function countOf(findings: FindingStore): number {
  return findings
    .documents()
    .reduce((sum, uri) => sum + findings.of(uri).filter((each) => each.class === 'hard-coded').length, 0);
}
