import { expect } from 'chai';
import * as vscode from 'vscode';
import { Author } from '../../support/author.ts';
import { dataAction, flow, secret } from '../../support/values.ts';
import { diagnostics, openText, quickFixes, services, writeText } from '../support/editor.ts';

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

  it('silences nothing: no comment, no team file', async () => {
    await services();
    await writeText('genesys-secrets.yaml', 'version: 1\npaths: ["**"]\nrules: [{ rule: named-credential }]\n');
    const commented = flow(secret()).replace(/(\n +)(lit: .*)/, '$1# gitleaks:allow$1$2 # gitleaks:allow');
    const document = await openText('Silenced.yaml', commented);
    const [shown] = await diagnostics(document.uri, 1);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    expect(fixes.map((fix) => fix.command?.command)).to.deep.equal(['genesysSecrets.explain']);
  });

  it('says so when something is to be silenced all the same', async () => {
    const author = new Author(await services());
    const text = flow(secret());
    const document = await openText('ToSilence.yaml', text);
    await diagnostics(document.uri, 1);
    await vscode.commands.executeCommand('genesysSecrets.ignoreHere', document.uri, 'any');
    await vscode.commands.executeCommand('genesysSecrets.ignoreRule', document.uri, 'any');
    expect(author.shown.filter((words) => words.includes('not trusted')).length).to.equal(2);
    expect(document.getText()).to.equal(text);
  });
});
