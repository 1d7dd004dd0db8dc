import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/extension/ids.ts';
import { Author } from '../support/author.ts';
import { diagnostics, services, writeText } from '../support/editor.ts';
import { dataAction, flow, secret } from '../support/values.ts';

describe('Scan Workspace', () => {
  it('shows the findings of files that are not open, and says how many there are', async () => {
    const author = new Author(await services());
    const uri = await writeText('unopened/Order.custom.json', dataAction({ 'X-API-Key': secret() }));
    await vscode.commands.executeCommand(COMMANDS.scanWorkspace);
    await diagnostics(uri, 1);
    expect(author.shown.at(-2)).to.match(/Hard-coded credentials: \d+, in \d+ of \d+ files\./);
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
