import * as vscode from 'vscode';
import { dataAction, secret } from '../../support/values.ts';
import { eventually, services, writeText } from '../support/editor.ts';
import { figure } from '../support/figure.ts';

declare const require: NodeRequire | undefined;

interface NodeRequire {
  (id: string): unknown;
  readonly cache: Record<string, unknown>;
}

describe('the start', () => {
  it('loads the bundle and activates while the window starts', async () => {
    await services();
    // The editor's own measurements: | extension | eager | load code | call activate | … In the node host the first is the
    // time until the code was there, with whatever else the starting host did in between.
    await vscode.commands.executeCommand('perfview.show');
    const row = await eventually(
      () =>
        vscode.workspace.textDocuments
          .flatMap((document) => document.getText().split('\n'))
          .find((line) => line.includes('genesys-cloud-secrets.genesys-secrets')),
      'the measurements of the start',
    );
    const [, , , load, activate] = row.split('|').map((cell) => Number.parseFloat(cell));
    figure('bundle load while the window starts', Number(load));
    figure('activate()', Number(activate));
  });

  it('loads the bundle in a window that does nothing else', async () => {
    const { context } = await services();
    if (typeof require !== 'function' || !require.cache) return;
    const bundle = vscode.Uri.joinPath(context.extensionUri, 'dist', 'extension.cjs').fsPath;
    const times: number[] = [];
    for (let round = 0; round < 9; round++) {
      delete require.cache[bundle];
      const started = performance.now();
      require(bundle);
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    figure('bundle load', times.sort((a, b) => a - b)[4] ?? Number.NaN);
  });

  it('shows the first diagnostics', async () => {
    const uri = await writeText('First.custom.json', dataAction({ 'X-API-Key': secret() }));
    const started = performance.now();
    const shown = new Promise<void>((resolve) => {
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((each) => each.toString() === uri.toString())) resolve();
      });
    });
    await vscode.workspace.openTextDocument(uri);
    await shown;
    figure('document opened to first diagnostics', performance.now() - started);
  });
});
