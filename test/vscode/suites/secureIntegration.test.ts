import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/extension/ids.ts';
import type { Services } from '../../../src/extension/services.ts';
import type { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, openText } from '../support/editor.ts';
import { atOwnPractice, type OwnPractice, ownPractice } from '../support/practice.ts';

describe('Secure an integration', () => {
  const [shared, other] = [secret(), secret()];
  const names = ['One.custom.json', 'Two.custom.json', 'Three.custom.json'];
  const documents: vscode.TextDocument[] = [];
  let parts: Services;
  let author: Author;
  let own: OwnPractice;
  let leave: () => void;

  before(async () => {
    ({ parts, author, own, leave } = await atOwnPractice());
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

  it('remembers which files belong to the integration', async () => {
    author.answers({ picks: ['Northwind Booking API'] });
    await vscode.commands.executeCommand(COMMANDS.secureIntegration);
    const fields = author.shown.filter((text) => text.includes('Enter All Values'));
    expect(fields).not.to.deep.equal([]);
  });

  it('leaves the files of other integrations alone', async () => {
    author.answers({ picks: ['Northwind Loyalty API'], confirms: true });
    const before = documents.map((document) => document.getText());
    await vscode.commands.executeCommand(COMMANDS.secureIntegration);
    expect(documents.map((document) => document.getText())).to.deep.equal(before);
    expect(author.shown.join('\n')).to.include('belongs to another integration');
  });

  describe('whose actions all sign in with the same user and password', () => {
    const files = ['Balance.custom.json', 'Redeem.custom.json'];
    const password = secret();
    const Authorization = `Basic ${btoa(`svc-loyalty:${password}`)}`;
    const opened: vscode.TextDocument[] = [];

    before(async () => {
      // Nothing is bound in a new one.
      own = ownPractice(parts, () => {});
      Object.assign(parts, { orgs: own.orgs });
      for (const [i, name] of ['Get Miles Balance', 'Redeem Miles'].entries()) {
        const document = await openText(files[i] ?? '', dataAction({ Authorization, Accept: 'a' }, { name }));
        await document.save();
        await diagnostics(document.uri, 1);
        opened.push(document);
      }
    });

    after(async () => {
      for (const { uri } of opened) await vscode.workspace.fs.delete(uri);
    });

    it('is offered Basic Auth, which takes the header out of all of them', async () => {
      const native = 'Basic Auth: the integration signs in by itself';
      author.answers({ picks: ['Northwind Loyalty API', native], confirms: true });
      await vscode.commands.executeCommand(COMMANDS.secureIntegration);
      const headers = opened.map((document) => JSON.parse(document.getText()).config.request.headers);
      expect(headers).to.deep.equal([{ Accept: 'a' }, { Accept: 'a' }]);
      const { org } = await own.host.running();
      const bound = org.snapshot().integrations.find(({ config }) => config.name === 'Northwind Loyalty API');
      const id = bound?.config.credentials.basicAuth ?? '';
      expect(org.credentialValues().get(id)).to.deep.equal({ userName: 'svc-loyalty', password });
      expect(org.snapshot().credentials.find((each) => each.id === id)?.typeName).to.equal('basicAuth');
      expect(author.shown.join('\n')).not.to.include(password);
    });
  });
});
