import * as vscode from 'vscode';
import type { Log } from '../log.ts';
import type { FileScan } from './files.ts';
import type { LiveScan } from './liveScan.ts';
import type { Silencer } from './silencer.ts';

/** Scans again what a change of the team file, or the author's trust, may show or silence. */
export function registerRescan(silencer: Silencer, live: LiveScan, files: FileScan, log: Log): vscode.Disposable {
  const everything = async (): Promise<void> => {
    await live.again();
    if (await files.again()) await silencer.completed();
  };
  const one = async (uri: vscode.Uri): Promise<void> => {
    const key = uri.toString();
    const open = vscode.workspace.textDocuments.find((each) => !each.isClosed && each.uri.toString() === key);
    await (open ? live.scanNow(open) : files.look(uri));
  };
  const failed = (): void => log.warn('scan failed');
  return vscode.Disposable.from(
    silencer.onDidChange(() => void everything().catch(failed)),
    silencer.onDidComplete((uri) => void one(uri).catch(failed)),
  );
}
