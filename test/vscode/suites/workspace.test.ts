import { expect } from 'chai';
import * as vscode from 'vscode';
import { statusOf } from '../../../src/extension/features/statusText.ts';
import { COMMANDS } from '../../../src/extension/ids.ts';
import { Author } from '../../support/author.ts';
import { dataAction, flow, secret } from '../../support/values.ts';
import { diagnostics, eventually, openText, quickFixes, services, writeText } from '../support/editor.ts';

describe('Scan Workspace', () => {
  it('shows the findings of files that are not open, and says how many there are', async () => {
    const author = new Author(await services());
    const uri = await writeText('unopened/Order.custom.json', dataAction({ 'X-API-Key': secret() }));
    await vscode.commands.executeCommand(COMMANDS.scanWorkspace);
    await diagnostics(uri, 1);
    expect(author.shown.at(-2)).to.match(/Hard-coded credentials: \d+, in \d+ of \d+ files\./);
  });

  it('finds what the workspace hides from its searches, and names in any case', async () => {
    await services();
    const config = vscode.workspace.getConfiguration('files');
    const before = config.inspect('exclude')?.workspaceValue;
    const lower = await writeText('unopened/makefile', `deploy:\n\tcurl -u svc:${secret()} https://x.example.com\n`);
    const upper = await writeText('unopened/UPPER.CUSTOM.JSON', dataAction({ 'X-API-Key': secret() }));
    const hidden = await writeText('concealed/Order.custom.json', dataAction({ 'X-API-Key': secret() }));
    await config.update('exclude', { '**/concealed': true }, vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.commands.executeCommand(COMMANDS.scanWorkspace);
      for (const uri of [lower, upper, hidden]) await diagnostics(uri, 1);
    } finally {
      await config.update('exclude', before, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('offers fixes in a file whose name is written in capitals', async () => {
    const document = await openText('CAPITALS.CUSTOM.JSON', dataAction({ 'X-API-Key': secret() }));
    const [shown] = await diagnostics(document.uri, 1);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    expect(fixes.map((fix) => fix.command?.command)).to.include(COMMANDS.storeAndReplace);
  });

  it('happens by itself when the editor is idle, and the status says so', async () => {
    const { background, files } = await services();
    const uri = await writeText('unopened/Later.custom.json', dataAction({ 'X-API-Key': secret() }));
    const settings = vscode.workspace.getConfiguration('genesysSecrets');
    await settings.update('scanInBackground', true, vscode.ConfigurationTarget.Global);
    try {
      background.start();
      await eventually(() => files.state.kind === 'scanning', 'a scan begins');
      expect(statusOf(files.state, 0)?.text).to.equal('status.scanning');
      await eventually(() => files.state.kind === 'scanned', 'a scan ends');
      await diagnostics(uri, 1);
      expect(statusOf(files.state, 1)).to.include({ text: 'status.scanned', leadsTo: 'problems' });
    } finally {
      await settings.update('scanInBackground', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('says in the status what was not looked at', () => {
    const scanned = (isPartial: boolean, known: number) => ({ kind: 'scanned', isPartial, known }) as const;
    expect(statusOf({ kind: 'not-scanned' }, 3)).to.include({ text: 'status.notScanned', leadsTo: 'scan' });
    expect(statusOf(scanned(true, 3), 0)).to.include({ text: 'status.partial', leadsTo: 'scan' });
    expect(statusOf(scanned(false, 3), 0)).to.include({ text: 'status.none', leadsTo: 'scan' });
    expect(statusOf(scanned(false, 0), 0)).to.equal(undefined);
  });

  it('reads UTF-16, as the editor does', async () => {
    new Author(await services());
    const key = secret();
    const uri = await writeText('unopened/wide.yaml', '');
    await vscode.workspace.fs.writeFile(uri, utf16(flow(key)));
    await vscode.commands.executeCommand(COMMANDS.scanWorkspace);
    const [shown] = await diagnostics(uri, 1);
    const document = await vscode.workspace.openTextDocument(uri);
    expect(document.getText(shown?.range)).to.include(key);
  });

  it('keeps them until they are gone from the file', async () => {
    const uri = await writeText('unopened/flow.yaml', flow(secret()));
    await diagnostics(uri, 1);
    await vscode.commands.executeCommand('vscode.open', uri);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await diagnostics(uri, 1);
    await writeText('unopened/flow.yaml', flow('{{apiKey}}'));
    await diagnostics(uri, 0);
  });

  it('forgets a file that is deleted', async () => {
    const uri = await writeText('unopened/deleted.yaml', flow(secret()));
    await diagnostics(uri, 1);
    await vscode.workspace.fs.delete(uri);
    await diagnostics(uri, 0);
  });
});

describe('the contributions', () => {
  it('are those of the manifest', async () => {
    const { context } = await services();
    const { contributes } = context.extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const contributed = contributes.commands.map(({ command }) => command);
    const known: readonly string[] = Object.values(COMMANDS);
    expect(contributed.filter((command) => !known.includes(command))).to.deep.equal([]);
    const registered = await vscode.commands.getCommands(true);
    expect(known.filter((command) => !registered.includes(command))).to.deep.equal([]);
  });
});

/** Little endian with a byte order mark, as PowerShell's `>` writes it. */
function utf16(text: string): Uint8Array {
  const units = [0xfeff, ...[...text].map((char) => char.charCodeAt(0))];
  return Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8]));
}
