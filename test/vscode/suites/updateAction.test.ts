import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS, UPDATE_SCHEME } from '../../../src/extension/ids.ts';
import type { Services } from '../../../src/extension/services.ts';
import type { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, openText, press, quickFixes } from '../support/editor.ts';
import { atOwnPractice, type OwnPractice, ownPractice } from '../support/practice.ts';

const NAME = 'Find Booking';

describe('Update the Data Action in Genesys Cloud', () => {
  const key = secret();
  let parts: Services;
  let author: Author;
  let own: OwnPractice;
  let leave: () => void;
  let document: vscode.TextDocument;

  before(async () => {
    ({ parts, author, own, leave } = await atOwnPractice());
    document = await openText(
      'Update.custom.json',
      dataAction({ 'X-API-Key': key }, { name: `${NAME} - Exported 2026-09-14 @ 9:32` }),
    );
    await diagnostics(document.uri, 1);
  });

  after(() => leave());

  async function inOrg() {
    const { org } = await own.host.running();
    return org.snapshot().actions.find(({ published }) => published?.name === NAME);
  }

  it('brings nothing while the file has its literal', async () => {
    await vscode.commands.executeCommand(COMMANDS.updateAction);
    expect(author.shown.at(-1)).to.include('Store it in the file first');
  });

  it('publishes after a store, with nothing changed but the literal', async () => {
    const before = await inOrg();
    const [shown] = diagnosticsOf(document.uri);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    author.answers({ picks: ['Northwind Booking API'], confirms: true, presses: ['Update the Data Action…'] });
    await press(fixes.find((fix) => fix.isPreferred));
    const now = await inOrg();
    expect(now?.published?.config.request).to.deep.equal({
      ...before?.published?.config.request,
      headers: { 'X-API-Key': '${credentials.apiKey}' },
    });
    expect(now?.published?.contract).to.deep.equal(before?.published?.contract);
    expect(now?.draft).to.equal(undefined);
    expect(author.shown.at(-4)).to.include('is published');
  });

  it('shows what changes without the literal', async () => {
    const pages = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === UPDATE_SCHEME);
    const texts = pages.map((page) => page.getText()).join('\n');
    expect(texts).to.include('[hidden]').and.include('${credentials.apiKey}');
    expect(texts).not.to.include('literal-of-the-practice-org');
  });

  it('publishes the earlier version again when it is rolled back', async () => {
    const version = (await inOrg())?.published?.version ?? 0;
    const practice = (await own.host.running()).org;
    const before = practice.snapshot().actions.find(({ published }) => published?.name === 'Rebook Flight');
    const other = await openText(
      'Back.custom.json',
      dataAction({ 'X-API-Key': '${credentials.apiKey}' }, { name: 'Rebook Flight' }),
    );
    author.answers({ confirms: true, presses: ['Roll Back…'] });
    await vscode.commands.executeCommand(COMMANDS.updateAction, other.uri);
    const after = practice.snapshot().actions.find(({ published }) => published?.name === 'Rebook Flight');
    expect(after?.published?.config).to.deep.equal(before?.published?.config);
    expect(after?.published?.version).to.be.greaterThan((before?.published?.version ?? 0) + 1);
    expect(after?.draft).to.equal(undefined);
    expect((await inOrg())?.published?.version).to.equal(version);
  });

  it('keeps the earlier version for a week, unless somebody has changed the action since', async () => {
    const practice = (await own.host.running()).org;
    const now = () => practice.snapshot().actions.find(({ published }) => published?.name === 'Rebook Flight');
    const literal = now()?.published?.config;
    const text = dataAction({ 'X-API-Key': '${credentials.apiKey}' }, { name: 'Rebook Flight' });
    const other = await openText('Keeps.custom.json', text);
    author.answers({ confirms: true });
    await vscode.commands.executeCommand(COMMANDS.updateAction, other.uri);
    expect(now()?.published?.config).not.to.deep.equal(literal);
    await vscode.commands.executeCommand(COMMANDS.rollBackAction, other.uri);
    expect(now()?.published?.config).to.deep.equal(literal);
    await vscode.commands.executeCommand(COMMANDS.rollBackAction, other.uri);
    expect(author.shown.at(-1)).to.include('No earlier version');
  });

  it('publishes no action that Terraform makes', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const tf = vscode.Uri.joinPath(folder?.uri ?? vscode.Uri.file('/'), 'made.tf');
    const resource = `resource "genesyscloud_integration_action" "a" {\n  name = "${NAME}"\n}\n`;
    await vscode.workspace.fs.writeFile(tf, new TextEncoder().encode(resource));
    const text = dataAction({ 'X-API-Key': '${credentials.apiKey}' }, { name: NAME });
    const other = await openText('Made.custom.json', text);
    author.answers({ confirms: true });
    await vscode.commands.executeCommand(COMMANDS.updateAction, other.uri);
    await vscode.workspace.fs.delete(tf);
    expect(author.shown.at(-1)).to.include('made by Terraform');
  });

  it('takes a header out that the integration adds by itself, and says when nothing is left to do', async () => {
    const practice = (await own.host.running()).org;
    const create = () =>
      practice.snapshot().actions.find(({ published }) => published?.name === 'Create CRM Case')?.published?.config;
    const file = (headers: Readonly<Record<string, string>>) => dataAction(headers, { name: 'Create CRM Case' });
    const before = create()?.request.headers ?? {};
    const { Authorization: gone, ...rest } = before;
    expect(gone).to.include('Basic');
    const other = await openText('Signed.custom.json', file(rest));
    author.answers({ confirms: true });
    await vscode.commands.executeCommand(COMMANDS.updateAction, other.uri);
    expect(create()?.request.headers).to.deep.equal(rest);
    await vscode.commands.executeCommand(COMMANDS.updateAction, other.uri);
    expect(author.shown.at(-1)).to.include('as the file has it already');
  });

  it('publishes no reference whose field is not stored', async () => {
    const text = dataAction({ 'X-API-Key': '${credentials.missing}' }, { name: 'Rebook Flight' });
    const other = await openText('Missing.custom.json', text);
    author.answers({ confirms: true });
    await vscode.commands.executeCommand(COMMANDS.updateAction, other.uri);
    expect(author.shown.at(-1)).to.include('does not hold missing');
  });

  it('says of a test whose answer is lost that its request may have been sent', async () => {
    const { orgs } = parts;
    const lossy = ownPractice(
      parts,
      () => {},
      async (request, answer) => {
        const given = await answer(request);
        if (request.url.endsWith('/test')) throw new TypeError('fetch failed');
        return given;
      },
    );
    Object.assign(parts, { orgs: lossy.orgs });
    const other = await openText('Lost.custom.json', dataAction({}, { name: NAME }));
    author.answers({ inputs: Array(9).fill(secret()), confirms: true });
    await vscode.commands.executeCommand(COMMANDS.testAction, other.uri);
    Object.assign(parts, { orgs });
    expect(author.shown.at(-1)).to.include('may have been sent').and.not.include('try again');
  });

  it('is tested with a request that the author has agreed to, and keeps steps and codes only', async () => {
    const practice = (await own.host.running()).org;
    const tests = () => practice.log.filter(({ path }) => path.endsWith('/test')).length;
    const typed = secret();
    const other = await openText('Test.custom.json', dataAction({}, { name: NAME }));
    author.answers({ inputs: Array(9).fill(typed) });
    await vscode.commands.executeCommand(COMMANDS.testAction, other.uri);
    expect(tests()).to.equal(0);
    const from = author.shown.length;
    author.answers({ inputs: Array(9).fill(typed), confirms: true });
    await vscode.commands.executeCommand(COMMANDS.testAction, other.uri);
    expect(tests()).to.equal(1);
    const shown = author.shown.slice(from).join('\n');
    expect(shown)
      .to.include(': done')
      .and.match(/Request: [A-Z]+ to [\w.-]+\n/);
    expect(shown).not.to.include(typed);
  });
});
