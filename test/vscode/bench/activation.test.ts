import * as vscode from 'vscode';
import { eventually, services, writeText } from '../support/editor.ts';
import { figure } from '../support/figure.ts';
import { dataAction, secret } from '../support/values.ts';

describe('the start', () => {
  it('loads the bundle and activates', async () => {
    await services();
    // The editor's own measurements: | extension | eager | load code | call activate | …
    await vscode.commands.executeCommand('perfview.show');
    const row = await eventually(
      () =>
        vscode.workspace.textDocuments
          .flatMap((document) => document.getText().split('\n'))
          .find((line) => line.includes('genesys-cloud-secrets.genesys-secrets')),
      'the measurements of the start',
    );
    const [, , , load, activate] = row.split('|').map((cell) => Number.parseFloat(cell));
    figure('bundle load and activate()', Number(load) + Number(activate));
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
