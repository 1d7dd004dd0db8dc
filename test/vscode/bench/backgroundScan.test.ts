import { expect } from 'chai';
import * as vscode from 'vscode';
import { treeFiles } from '../../bench/treeFiles.ts';
import { services, writeText } from '../support/editor.ts';
import { figure } from '../support/figure.ts';

declare const require: ((id: 'node:child_process') => ChildProcesses) | undefined;
declare const process: { readonly execPath: string };

/** Of Node what is needed: the suites are those of a web worker, too. */
interface ChildProcesses {
  spawnSync(file: string, args: readonly string[], options: object): { readonly stdout: string };
}

/** Characters, besides the sample project. */
const SIZE = 5_000_000;

/** Milliseconds for both, on a busy machine. */
const PATIENCE = 200_000;

describe('a scan in the background', () => {
  it('takes about as long as the command line on the same files', async function () {
    this.timeout(PATIENCE);
    if (typeof require !== 'function') return;
    const { context, files } = await services();
    for (const { folder, name, text } of treeFiles(SIZE)) await writeText(`${folder}/${name}`, text);
    const times = new Map<string, number>();
    const scanned = new Promise<void>((resolve) => {
      files.onDidChange(() => {
        times.set(files.state.kind, performance.now());
        if (files.state.kind === 'scanned') resolve();
      });
    });
    await vscode.workspace
      .getConfiguration('genesysSecrets')
      .update('scanInBackground', true, vscode.ConfigurationTarget.Global);
    await scanned;
    figure('background', Number(times.get('scanned')) - Number(times.get('scanning')));

    const [project] = vscode.workspace.workspaceFolders ?? [];
    const cli = vscode.Uri.joinPath(context.extensionUri, 'dist', 'cli.js').fsPath;
    const started = performance.now();
    const { stdout } = require('node:child_process').spawnSync(process.execPath, [cli, 'scan', '--format', 'json'], {
      cwd: project?.uri.fsPath,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    figure('its process', performance.now() - started);
    const { summary, findings } = JSON.parse(stdout);
    figure('command line', summary.durationMs);
    const known = findings.filter((each: { class: string }) => each.class === 'hard-coded').length;
    expect(vscode.languages.getDiagnostics().flatMap(([, shown]) => shown).length).to.be.at.least(known);
  });
});
