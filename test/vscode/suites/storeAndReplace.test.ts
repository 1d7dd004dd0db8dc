import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, openText, press, quickFixes, services, setText } from '../support/editor.ts';

describe('Store in Genesys Cloud and replace', () => {
  let parts: Services;
  let author: Author;

  before(async () => {
    parts = await services();
    author = new Author(parts);
    await vscode.workspace
      .getConfiguration('genesysSecrets')
      .update('org', 'practice', vscode.ConfigurationTarget.Global);
  });

  async function store(document: vscode.TextDocument, integration: string): Promise<void> {
    const [shown] = diagnosticsOf(document.uri);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    author.answers({ picks: [integration], confirms: true });
    await press(fixes.find((fix) => fix.isPreferred));
  }

  it('stores the value, binds it and writes the reference', async () => {
    const key = secret();
    const before = dataAction({ 'X-API-Key': key, Accept: 'application/json' });
    const document = await openText('Store.custom.json', before);
    await diagnostics(document.uri, 1);
    await store(document, 'Northwind Booking API');
    expect(document.getText()).to.equal(before.replace(key, '${credentials.apiKey}'));
    await diagnostics(document.uri, 0);
    expect(author.shown.join('\n')).to.include('PRACTICE').and.include('rotate it');
    const onDisk = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    expect([document.isDirty, onDisk]).to.deep.equal([false, document.getText()]);
  });

  it('can be undone in one step', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(parent(), 'Store.custom.json'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await diagnostics(document.uri, 1);
    expect(document.getText()).not.to.include('${credentials');
  });

  it('leaves the literal and sends nothing when the document changes before it begins', async () => {
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await openText('Changed.custom.json', text);
    await diagnostics(document.uri, 1);
    const confirm = parts.ui.confirm;
    Object.assign(parts.ui, {
      confirm: async () => {
        await setText(document, `${text}\n`);
        return true;
      },
    });
    await store(document, 'Northwind Loyalty API');
    Object.assign(parts.ui, { confirm });
    expect(document.getText()).to.equal(`${text}\n`);
    expect(author.shown.at(-1)).to.include('changed in the meantime');
  });

  it('refuses files outside the sample project', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'json',
      content: dataAction({ 'X-API-Key': secret() }),
    });
    await vscode.window.showTextDocument(document);
    await diagnostics(document.uri, 1);
    await vscode.commands.executeCommand('genesysSecrets.storeAndReplace');
    expect(author.shown.at(-1)).to.include('sample project');
    expect(document.getText()).not.to.include('${credentials');
  });

  function parent(): vscode.Uri {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder');
    return folder.uri;
  }
});
