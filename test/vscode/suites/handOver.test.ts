import { expect } from 'chai';
import * as vscode from 'vscode';
import { readHandover } from '../../../src/commands/handover/handoverRequest.ts';
import { COMMANDS } from '../../../src/extension/ids.ts';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../../support/author.ts';
import type { Misbehaviour } from '../../support/misbehaving.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, openText, press, quickFixes, services } from '../support/editor.ts';
import { ownPractice } from '../support/practice.ts';

const PERMISSION = 'integrations:integration:add';
const BUTTON = 'Hand Over to an Administrator…';
const WRITTEN = '# Credentials to store in Genesys Cloud';

/** An org whose client may look but not add. */
const mayOnlyLook: Misbehaviour = async (request, answer) => {
  if (request.method !== 'POST' || !request.url.endsWith('/credentials')) return answer(request);
  const message = `Unable to perform the requested action. You are missing the following permission(s): ${PERMISSION}`;
  return Response.json({ status: 403, code: 'missing.permissions', message }, { status: 403 });
};

/** An org whose client may not even look. */
const mayNothing: Misbehaviour = async (request, answer) =>
  request.url.includes('/integrations')
    ? Response.json({ code: 'missing.permissions' }, { status: 403 })
    : answer(request);

describe('Hand Over to an Administrator', () => {
  let parts: Services;
  let author: Author;
  let restore = (): void => {};
  const key = secret();
  const text = dataAction({ 'X-API-Key': key }, { name: 'Find [Order](x)' });
  let document: vscode.TextDocument;

  before(async () => {
    parts = await services();
    author = new Author(parts);
    const { orgs } = parts;
    restore = () => Object.assign(parts, { orgs });
    await vscode.workspace
      .getConfiguration('genesysSecrets')
      .update('org', 'practice', vscode.ConfigurationTarget.Global);
    document = await openText('handed/Order.custom.json', text);
  });

  after(async () => {
    restore();
    await vscode.workspace.fs.delete(document.uri);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  function useOrg(misbehaves?: Misbehaviour): void {
    Object.assign(parts, { orgs: ownPractice(parts, () => {}, misbehaves).orgs });
  }

  /** The document that is open now. */
  function written(): string {
    const [active] = [vscode.window.activeTextEditor?.document];
    expect(active?.isUntitled).to.equal(true);
    return active?.getText() ?? '';
  }

  it('is offered where a permission is missing, which is named; the literal stays', async () => {
    useOrg(mayOnlyLook);
    const [shown] = await diagnostics(document.uri, 1);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    const picks = ['Northwind Booking API', 'Northwind Booking API', 'handed/Order.custom.json'];
    author.answers({ picks, confirms: true, presses: [BUTTON] });
    await press(fixes.find((fix) => fix.isPreferred));
    expect(author.shown.join('\n')).to.include(PERMISSION).and.include(BUTTON);
    expect(document.getText()).to.equal(text);
  });

  it('writes what is to be done, and no value', () => {
    const page = written();
    expect(page).to.include(WRITTEN).and.include('Northwind Booking API').and.include('apiKey');
    expect(page).to.include('handed/Order.custom.json').and.include(PERMISSION);
    expect(page).to.include('Find \\[Order\\]');
    expect(page).not.to.include(key);
  });

  it('is carried out by somebody who may: the files are scanned anew, and the usual dialog asks', async () => {
    useOrg();
    const asked = author.shown.length;
    author.answers({ picks: ['Northwind Booking API'], confirms: true });
    await vscode.commands.executeCommand(COMMANDS.carryOutHandover);
    const [reference = ''] = /\$\{credentials\.\w+\}/.exec(document.getText()) ?? [];
    expect(document.getText()).to.equal(text.replace(key, reference));
    const said = author.shown.slice(asked).join('\n');
    expect(said).to.include('Store credentials in Genesys Cloud?').and.include('PRACTICE');
  });

  it('has nothing to do where it was carried out already', async () => {
    author.answers({ picks: ['Northwind Booking API'], confirms: true });
    const handed = vscode.workspace.textDocuments.find((each) => each.getText().startsWith(WRITTEN));
    await vscode.window.showTextDocument(handed ?? document);
    await vscode.commands.executeCommand(COMMANDS.carryOutHandover);
    expect(author.shown.at(-1)).to.match(/nothing to store any more: .*handed\/Order\.custom\.json/);
  });

  it('needs no org that answers: the integration is named by hand', async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    useOrg(mayNothing);
    author.answers({ inputs: ['Orders'], picks: ['handed/Order.custom.json'] });
    await vscode.commands.executeCommand(COMMANDS.handOver);
    expect(written()).to.include('Integration: Orders').and.not.include(key);
  });

  it('reaches no file outside of the workspace, and refuses what is no request', async () => {
    const request = { genesysSecretsHandover: 1, integrationType: 'custom-rest-actions' };
    const file = { fields: ['apiKey'], rules: ['known-token'] };
    for (const path of ['../outside.json', '/etc/outside.json', 'a/../../b.json', 'file:x.json', 'a\\b.json']) {
      const content = JSON.stringify({ ...request, files: [{ ...file, path }] });
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
      await vscode.commands.executeCommand(COMMANDS.carryOutHandover);
      expect(author.shown.at(-1)).to.include('Open the document that was handed over');
    }
  });

  it('goes on with the others while nobody closes what is said of a missing file', async () => {
    useOrg();
    const { warn } = parts.ui;
    Object.assign(parts.ui, { warn: () => new Promise(() => {}) });
    try {
      const files = ['gone/Order.json', 'handed/Order.custom.json'].map((path) => ({ path, fields: [], rules: [] }));
      const request = { genesysSecretsHandover: 1, integrationType: 'custom-rest-actions', files };
      await vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument({ content: JSON.stringify(request) }),
      );
      const asked = author.shown.length;
      author.answers({ picks: ['Northwind Booking API'] });
      await vscode.commands.executeCommand(COMMANDS.carryOutHandover);
      expect(author.shown.slice(asked).join('\n')).to.include('Store credentials in Genesys Cloud?');
    } finally {
      Object.assign(parts.ui, { warn });
    }
  });

  it('says how many files are missing besides those that it names', async () => {
    useOrg();
    const files = Array.from({ length: 30 }, (_, i) => ({ path: `gone/Order${i}.json`, fields: [], rules: [] }));
    const request = { genesysSecretsHandover: 1, integrationType: 'custom-rest-actions', files };
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: JSON.stringify(request) }));
    await vscode.commands.executeCommand(COMMANDS.carryOutHandover);
    expect(author.shown.at(-1)).to.match(/gone\/Order0\.json, .*gone\/Order19\.json, and 10 more\.$/);
  });

  it('hands over the files of the integration, and no others', async () => {
    useOrg();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    author.answers({ picks: ['Northwind Cargo'] });
    await vscode.commands.executeCommand(COMMANDS.handOver);
    const { files } = readHandover(written()) ?? { files: [] };
    expect(files.map(({ path }) => path.replace(/-\d+\.custom\.json$/, ''))).to.deep.equal([
      'data-actions/Get-Cargo-Token',
    ]);
  });

  it('warns before a store into an integration that the action does not belong to, and names both', async () => {
    useOrg();
    const [uri] = await vscode.workspace.findFiles('data-actions/Create-CRM-Case-*.json');
    const asked = author.shown.length;
    author.answers({ picks: ['Northwind Lounge'] });
    await vscode.commands.executeCommand(COMMANDS.storeAndReplace, uri);
    const said = author.shown.slice(asked).join('\n');
    expect(said)
      .to.include('Caution: “Create CRM Case')
      .and.include('belongs to Northwind CRM, not to Northwind Lounge');
  });
});
