import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, openText, press, quickFixes, services } from '../support/editor.ts';

describe('Replace with a credential reference', () => {
  let parts: Services;
  let author: Author;

  before(async () => {
    parts = await services();
    author = new Author(parts);
    await vscode.workspace
      .getConfiguration('genesysSecrets')
      .update('org', 'practice', vscode.ConfigurationTarget.Global);
  });

  async function replace(document: vscode.TextDocument, answers: Parameters<Author['answers']>[0]): Promise<void> {
    const [shown] = diagnosticsOf(document.uri);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    author.answers(answers);
    await press(fixes.find((fix) => fix.command?.command === 'genesysSecrets.replaceWithReference'));
  }

  function durable(isDurable: boolean): void {
    Object.assign(parts.durable, { isDurable: async () => isDurable });
  }

  it('is never the preferred fix', async () => {
    const document = await openText('Preferred.custom.json', dataAction({ 'X-API-Key': secret() }));
    const [shown] = await diagnostics(document.uri, 1);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    expect(fixes.filter((fix) => fix.isPreferred).map((fix) => fix.command?.command)).to.deep.equal([
      'genesysSecrets.storeAndReplace',
    ]);
  });

  it('writes a reference to a field that the org shows, and keeps the value: what the field holds nobody knows', async () => {
    durable(true);
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await openText('Known.custom.json', text);
    await diagnostics(document.uri, 1);
    await replace(document, { picks: ['Northwind Payments', 'secretKey'] });
    expect(JSON.parse(document.getText()).config.request.headers['X-API-Key']).to.equal('${credentials.secretKey}');
    const [marked] = await diagnostics(document.uri, 1);
    expect(marked?.message).to.include('never what it holds');
    expect(parts.pending.of(document.uri)).to.have.length(1);
  });

  it('marks an unverified reference, and puts the literal back as it was written', async () => {
    durable(true);
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await openText('PutBack.custom.json', text);
    await diagnostics(document.uri, 1);
    await replace(document, { picks: ['Northwind Itineraries'], inputs: ['orderKey'], confirms: true });
    const [marked] = await diagnostics(document.uri, 1);
    expect((marked?.code as { value: string } | undefined)?.value).to.equal('reference-not-stored');
    expect(document.getText(marked?.range)).to.equal('${credentials.orderKey}');
    await press(await pendingFix(document, 'genesysSecrets.putLiteralBack'));
    expect(document.getText()).to.equal(text);
  });

  it('stores the kept value later, which verifies the reference', async () => {
    durable(true);
    const document = await openText('Later.custom.json', dataAction({ 'X-API-Key': secret() }));
    await diagnostics(document.uri, 1);
    await replace(document, { picks: ['Northwind Itineraries'], inputs: ['laterKey'], confirms: true });
    await diagnostics(document.uri, 1);
    author.answers({ picks: ['Northwind Itineraries'], confirms: true });
    await press(await pendingFix(document, 'genesysSecrets.storePending'));
    await diagnostics(document.uri, 0);
    expect(document.getText()).to.include('${credentials.laterKey}');
  });

  it('forgets the kept value when the author discards it', async () => {
    durable(true);
    const document = await openText('Discard.custom.json', dataAction({ 'X-API-Key': secret() }));
    await diagnostics(document.uri, 1);
    await replace(document, { picks: ['Northwind Cargo'], inputs: ['goneKey'], confirms: true });
    await diagnostics(document.uri, 1);
    const [pending] = parts.pending.of(document.uri);
    author.answers({ confirms: true });
    await press(await pendingFix(document, 'genesysSecrets.discardPending'));
    await diagnostics(document.uri, 0);
    expect(await parts.pending.kept(pending?.id ?? '')).to.equal(undefined);
  });

  async function pendingFix(document: vscode.TextDocument, command: string): Promise<vscode.CodeAction | undefined> {
    const [marked] = diagnosticsOf(document.uri);
    const fixes = await quickFixes(document.uri, marked?.range ?? new vscode.Range(0, 0, 0, 0));
    return fixes.find((fix) => fix.command?.command === command);
  }
});
