import { expect } from 'chai';
import * as vscode from 'vscode';
import { Author } from '../support/author.ts';
import { diagnostics, openText, services } from '../support/editor.ts';
import { dataAction, secret } from '../support/values.ts';

describe('an untrusted workspace', () => {
  it('is not trusted', () => {
    expect(vscode.workspace.isTrusted).to.equal(false);
  });

  it('is scanned, and nothing of it is stored', async () => {
    const parts = await services();
    const author = new Author(parts);
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await openText('Untrusted.custom.json', text);
    await diagnostics(document.uri, 1);
    await vscode.commands.executeCommand('genesysSecrets.storeAndReplace');
    expect(author.shown.join('\n')).to.include('trusted workspace');
    expect(document.getText()).to.equal(text);
  });
});
