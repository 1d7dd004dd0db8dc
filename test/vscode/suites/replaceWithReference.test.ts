import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, openText, press, quickFixes, services } from '../support/editor.ts';
import { ownPractice } from '../support/practice.ts';

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

  it('asks before it does so where the secret storage is not known to keep anything', async () => {
    durable(false);
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await openText('Unkept.custom.json', text);
    await diagnostics(document.uri, 1);
    await replace(document, { picks: ['Northwind Payments', 'secretKey'], confirms: false });
    expect(document.getText()).to.equal(text);
    expect(author.shown.join('\n')).to.include('may be lost for good');
    await replace(document, { picks: ['Northwind Payments', 'secretKey'], confirms: true });
    expect(document.getText()).to.include('${credentials.secretKey}');
  });

  it('is refused where the credential of the integration cannot be referred to', async () => {
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await openText('OtherType.custom.json', text);
    await diagnostics(document.uri, 1);
    const told = {
      'Northwind CRM': 'no fields that an action may refer to',
      'Northwind Identity': 'which only its custom auth action may read',
    };
    for (const [integration, words] of Object.entries(told)) {
      await replace(document, { picks: [integration, 'clientSecret'], inputs: ['apiKey'], confirms: true });
      expect(author.shown.at(-1)).to.include(words);
      expect(document.getText()).to.equal(text);
    }
  });

  it('is refused for an unknown field where the secret storage keeps nothing', async () => {
    durable(false);
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await openText('NotDurable.custom.json', text);
    await diagnostics(document.uri, 1);
    await replace(document, { picks: ['Northwind Itineraries'], inputs: ['apiKey'], confirms: true });
    expect(document.getText()).to.equal(text);
    expect(author.shown.at(-1)).to.include('secret storage');
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

  it('stores it beside the fields of a credential that is bound, given anew', async () => {
    durable(true);
    const { orgs } = parts;
    const own = ownPractice(parts, () => {});
    Object.assign(parts, { orgs: own.orgs });
    const key = secret();
    const document = await openText('Beside.custom.json', dataAction({ 'X-API-Key': key }));
    await diagnostics(document.uri, 1);
    await replace(document, { picks: ['Northwind Itineraries'], inputs: ['besideKey'], confirms: true });
    await diagnostics(document.uri, 1);
    const anew = [secret(), secret()];
    author.answers({ picks: ['Northwind Payments'], inputs: anew, confirms: true, presses: ['Enter All Values…'] });
    await press(await pendingFix(document, 'genesysSecrets.storePending'));
    await diagnostics(document.uri, 0);
    Object.assign(parts, { orgs });
    const { org } = await own.host.running();
    const bound = org.snapshot().integrations.find(({ config }) => config.name === 'Northwind Payments');
    const values = org.credentialValues().get(bound?.config.credentials.basicAuth ?? '');
    expect(values).to.deep.equal({ secretKey: anew[0], accountId: anew[1], besideKey: key });
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
