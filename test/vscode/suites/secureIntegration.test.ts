import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/extension/ids.ts';
import type { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, openText } from '../support/editor.ts';
import { atOwnPractice, type OwnPractice } from '../support/practice.ts';

describe('Secure an integration', () => {
  const [shared, other] = [secret(), secret()];
  const names = ['One.custom.json', 'Two.custom.json', 'Three.custom.json'];
  const documents: vscode.TextDocument[] = [];
  let author: Author;
  let own: OwnPractice;
  let leave: () => void;

  before(async () => {
    ({ author, own, leave } = await atOwnPractice());
    const texts = [shared, shared, other].map((value) => dataAction({ 'X-API-Key': value }));
    for (const [i, name] of names.entries()) {
      const document = await openText(name, texts[i] ?? '');
      await document.save();
      await diagnostics(document.uri, 1);
      documents.push(document);
    }
  });

  after(async () => {
    leave();
    for (const { uri } of documents) await vscode.workspace.fs.delete(uri);
  });

  it('stores the credentials of several files in one credential, equal values in one field', async () => {
    author.answers({ picks: ['Northwind Booking API', ...names], confirms: true });
    await vscode.commands.executeCommand(COMMANDS.secureIntegration);
    const headers = documents.map((document) => JSON.parse(document.getText()).config.request.headers['X-API-Key']);
    expect(headers).to.deep.equal(['${credentials.apiKey}', '${credentials.apiKey}', '${credentials.apiKey2}']);
    const { org } = await own.host.running();
    const bound = org.snapshot().integrations.find(({ config }) => config.name === 'Northwind Booking API');
    const values = org.credentialValues().get(bound?.config.credentials.basicAuth ?? '');
    expect(values).to.include({ apiKey: shared, apiKey2: other });
    const asked = author.shown.join('\n');
    for (const name of names) expect(asked).to.include(`File: ${name}`);
  });

  it('is undone in one step', async () => {
    const [first] = documents;
    if (first) await vscode.window.showTextDocument(first);
    await vscode.commands.executeCommand('undo');
    for (const document of documents) expect(document.getText()).not.to.include('${credentials');
  });
});
