import * as vscode from 'vscode';
import type { Log } from '../../commands/ports/log.ts';
import { SETTINGS } from '../ids.ts';
import type { FileScan } from './files.ts';
import type { GitStates } from './gitState.ts';
import type { LiveScan } from './liveScan.ts';
import { Newest } from './newest.ts';
import type { Silencer } from './silencer.ts';

interface Parts {
  readonly silencer: Silencer;
  readonly git: GitStates;
  readonly live: LiveScan;
  readonly files: FileScan;
  readonly log: Log;
}

/** Scans again what a change of the team file, of what git ignores, of the settings, or of the author's trust may show or silence. */
export function registerRescan({ silencer, git, live, files, log }: Parts): vscode.Disposable {
  const newest = new Newest();
  const everything = async (): Promise<void> => {
    const isNewest = newest.begin('everything');
    await live.again();
    // Another change in the meantime: what was scanned before it says nothing of what is used now.
    if ((await files.again()) && isNewest()) await silencer.completed();
  };
  const one = async (uri: vscode.Uri): Promise<void> => {
    const key = uri.toString();
    const open = vscode.workspace.textDocuments.find((each) => !each.isClosed && each.uri.toString() === key);
    await (open ? live.scanNow(open) : files.look(uri));
  };
  const failed = (): void => log.warn('scan failed');
  return vscode.Disposable.from(
    silencer.onDidChange(() => void everything().catch(failed)),
    git.onDidChange(() => void everything().catch(failed)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SETTINGS.section}.${SETTINGS.otherFiles}`)) void everything().catch(failed);
    }),
    silencer.onDidComplete((uri) => void one(uri).catch(failed)),
  );
}
