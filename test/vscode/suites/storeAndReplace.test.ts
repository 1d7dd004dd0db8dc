import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, openText, press, quickFixes, services, setText } from '../support/editor.ts';
import { ownPractice } from '../support/practice.ts';

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

  async function store(document: vscode.TextDocument, integration: string, confirms = true): Promise<void> {
    const [shown] = diagnosticsOf(document.uri);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    author.answers({ picks: [integration], confirms });
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

  it('refuses a file whose name is a credential, because the journal would hold it', async () => {
    const name = secret();
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await openText(`${name}.custom.json`, text);
    await diagnostics(document.uri, 1);
    const before = author.shown.length;
    await store(document, 'Northwind Itineraries');
    expect(document.getText()).to.equal(text);
    const words = author.shown.slice(before).join('\n');
    expect(words).to.include('looks like a credential').and.to.not.include(name);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(document.uri);
  });

  it('can be undone in one step', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(parent(), 'Store.custom.json'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await diagnostics(document.uri, 1);
    expect(document.getText()).not.to.include('${credentials');
  });

  it('refuses a slot that is not empty and says what is in it', async () => {
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await openText('Occupied.custom.json', text);
    await diagnostics(document.uri, 1);
    await store(document, 'Northwind Payments');
    expect(document.getText()).to.equal(text);
    expect(author.shown.join('\n')).to.include('already has a credential (userDefined)').and.include('secretKey');
  });

  it('lets a new credential take the place of one that is bound, with its values given anew', async () => {
    const key = secret();
    const before = dataAction({ 'X-API-Key': key });
    const document = await openText('Held.custom.json', before);
    await diagnostics(document.uri, 1);
    const [shown] = diagnosticsOf(document.uri);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    const retyped = [secret(), secret()];
    const { orgs } = parts;
    const own = ownPractice(parts, () => {});
    Object.assign(parts, { orgs: own.orgs });
    const presses = ['Enter All Values…'];
    author.answers({ picks: ['Northwind Payments'], presses, inputs: retyped, confirms: true });
    await press(fixes.find((fix) => fix.isPreferred));
    expect(document.getText()).to.equal(before.replace(key, '${credentials.apiKey}'));
    Object.assign(parts, { orgs });
    const { org } = await own.host.running();
    const bound = org.snapshot().integrations.find(({ config }) => config.name === 'Northwind Payments');
    const values = org.credentialValues().get(bound?.config.credentials.basicAuth ?? '');
    expect(values).to.deep.equal({ secretKey: retyped[0], accountId: retyped[1], apiKey: key });
    expect(author.shown.join('\n')).to.include('no longer used by this integration');
    await vscode.commands.executeCommand('undo');
  });

  describe('which integration', () => {
    let own: ReturnType<typeof ownPractice>;
    let orgs: Services['orgs'];

    before(() => {
      ({ orgs } = parts);
      own = ownPractice(parts, () => {});
      Object.assign(parts, { orgs: own.orgs });
    });

    after(() => Object.assign(parts, { orgs }));

    const shownSince = (from: number) => author.shown.slice(from).join('\n');

    async function boundIn(name: string) {
      const { org } = await own.host.running();
      const bound = org.snapshot().integrations.find(({ config }) => config.name === name);
      return { id: bound?.id ?? '', values: org.credentialValues().get(bound?.config.credentials.basicAuth ?? '') };
    }

    it('is asked once, and another one can be chosen', async () => {
      const key = secret();
      const document = await openText('Once.custom.json', dataAction({ 'X-API-Key': key }));
      await diagnostics(document.uri, 1);
      await store(document, 'Northwind Booking API');
      await vscode.commands.executeCommand('undo');
      await diagnostics(document.uri, 1);
      const from = author.shown.length;
      const presses = ['Enter All Values…', 'Choose Another Integration…'];
      author.answers({ picks: ['Northwind Loyalty API'], presses, inputs: [key], confirms: true });
      await vscode.commands.executeCommand('genesysSecrets.storeAndReplace', document.uri);
      expect((await boundIn('Northwind Loyalty API')).values).to.deep.equal({ apiKey: key });
      expect(shownSince(from).match(/which integration does/g)).to.have.length(1);
    });

    it('is not asked where the file says it', async () => {
      const key = secret();
      const { id } = await boundIn('Northwind Cargo');
      const text = dataAction({ 'X-API-Key': key }, { integrationId: id, category: 'Northwind Cargo' });
      const document = await openText('Said.custom.json', text);
      await diagnostics(document.uri, 1);
      const from = author.shown.length;
      author.answers({ confirms: true });
      await vscode.commands.executeCommand('genesysSecrets.storeAndReplace', document.uri);
      expect((await boundIn('Northwind Cargo')).values).to.deep.equal({ apiKey: key });
      expect(shownSince(from)).not.to.include('which integration does');
      expect(shownSince(from)).to.include('Other Data Actions of the integration: Get Cargo Token, Track Shipment');
    });

    it('is offered first where the category says it', async () => {
      const text = dataAction({ 'X-API-Key': secret() }, { name: 'Nobody Knows', category: 'Northwind Itineraries' });
      const document = await openText('Category.custom.json', text);
      await diagnostics(document.uri, 1);
      author.answers({});
      await vscode.commands.executeCommand('genesysSecrets.storeAndReplace', document.uri);
      expect(JSON.parse(author.shown.at(-1) ?? '[[]]')[0][0].label).to.equal('Northwind Itineraries');
    });
  });

  it('asks for the type of a bound credential that the listing leaves out', async () => {
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await openText('Untyped.custom.json', text);
    await diagnostics(document.uri, 1);
    const { orgs } = parts;
    const own = ownPractice(
      parts,
      () => {},
      async (request, answer) => {
        const given = await answer(request);
        if (new URL(request.url).pathname !== '/api/v2/integrations') return given;
        const untyped = JSON.parse(await given.text(), (key, value) => (key === 'type' ? undefined : value));
        return Response.json(untyped);
      },
    );
    Object.assign(parts, { orgs: own.orgs });
    await store(document, 'Northwind CRM');
    Object.assign(parts, { orgs });
    expect(author.shown.at(-2)).to.include('already has a credential (basicAuth)');
    expect(document.getText()).to.equal(text);
  });

  it('says before the store that an integration is disabled', async () => {
    const document = await openText('Disabled.custom.json', dataAction({ 'X-API-Key': secret() }));
    await diagnostics(document.uri, 1);
    const { orgs } = parts;
    Object.assign(parts, { orgs: ownPractice(parts, () => {}).orgs });
    await store(document, 'Northwind Itineraries', false);
    Object.assign(parts, { orgs });
    expect(author.shown.at(-2)).to.include('The integration is disabled');
  });

  it('does nothing when the author does not confirm', async () => {
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await openText('Unconfirmed.custom.json', text);
    await diagnostics(document.uri, 1);
    await store(document, 'Northwind Loyalty API', false);
    expect(document.getText()).to.equal(text);
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

  it('takes all credentials of the file at once, Basic as two fields', async () => {
    const [key, password] = [secret(), secret(16)];
    const basic = btoa(`svc:${password}`);
    const document = await openText(
      'Several.custom.json',
      dataAction({ 'X-API-Key': key, Authorization: `Basic ${basic}` }),
    );
    await diagnostics(document.uri, 2);
    await store(document, 'Northwind Loyalty API');
    const headers = JSON.parse(document.getText()).config.request.headers;
    expect(headers).to.deep.equal({
      'X-API-Key': '${credentials.apiKey}',
      Authorization: 'Basic $encoding.base64("${credentials.userName}:${credentials.password}")',
    });
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
