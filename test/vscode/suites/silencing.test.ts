import { expect } from 'chai';
import * as vscode from 'vscode';
import { teamFileOf } from '../../../src/commands/suppress/editTeamFile.ts';
import { portsOf } from '../../../src/extension/commands/ports.ts';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../../support/author.ts';
import { dataAction, flow, secret } from '../../support/values.ts';
import {
  diagnostics,
  diagnosticsOf,
  eventually,
  openText,
  press,
  quickFixes,
  services,
  setText,
  writeText,
} from '../support/editor.ts';

const TEAM = 'genesys-secrets.yaml';

describe('silencing', () => {
  let parts: Services;
  let author: Author;

  before(async () => {
    parts = await services();
    author = new Author(parts);
  });

  beforeEach(() => author.shown.splice(0));

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder is open');
    const uri = vscode.Uri.joinPath(folder.uri, TEAM);
    await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    if (open)
      await vscode.window
        .showTextDocument(open)
        .then(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));
    parts.silencer.reload();
  });

  async function fix(document: vscode.TextDocument, command: string, inputs: readonly string[]): Promise<void> {
    const [shown] = await diagnostics(document.uri, 1);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    author.answers({ inputs });
    await press(fixes.find((each) => each.command?.command === command));
  }

  async function teamText(): Promise<string> {
    const [uri] = await vscode.workspace.findFiles(TEAM);
    return uri ? (await vscode.workspace.openTextDocument(uri)).getText() : '';
  }

  it('writes a comment with the reason above a value in a flow, in one step that can be undone', async () => {
    const text = flow(secret());
    const document = await openText('commented.yaml', text);
    await fix(document, 'genesysSecrets.ignoreHere', ['public demo', '2999-01-31']);
    await diagnostics(document.uri, 0);
    const comment = '          # genesys-secrets-ignore-next-line named-credential -- public demo until 2999-01-31\n';
    expect(document.getText()).to.equal(text.replace('          lit:', `${comment}          lit:`));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    expect(document.getText()).to.equal(text);
    await diagnostics(document.uri, 1);
  });

  it('writes an entry with a fingerprint for a value in a Data Action', async () => {
    const key = secret();
    const document = await openText('Allowed.custom.json', dataAction({ 'X-API-Key': key }));
    await fix(document, 'genesysSecrets.ignoreHere', ['public demo', '']);
    await diagnostics(document.uri, 0);
    const entry = await teamText();
    expect(entry).to.match(/path: "\/Allowed\.custom\.json"\n {4}keyPath: config\.request\.headers\.X-API-Key\n/);
    expect(entry).to.match(/fingerprint: "?[0-9a-f]{6}"?\n {4}reason: public demo\n$/);
    expect(entry).not.to.include(key.slice(0, 6));
    await setText(document, dataAction({ Accept: 'text/plain', 'X-API-Key': key }));
    await parts.live.scanNow(document);
    await diagnostics(document.uri, 0);
    await setText(document, dataAction({ 'X-API-Key': secret() }));
    await diagnostics(document.uri, 1);
  });

  it('gives no fingerprint to a value that could be guessed, and says why', async () => {
    const document = await openText(
      'Guessable.custom.json',
      dataAction({ 'X-Password': ['Summer', '2031', '?'].join('') }),
    );
    await fix(document, 'genesysSecrets.ignoreHere', ['default of the test system', '']);
    await diagnostics(document.uri, 0);
    expect(await teamText()).not.to.match(/fingerprint|salt/);
    expect(author.shown.join()).to.include('no fingerprint');
  });

  it('turns a rule off for a file and keeps what the team file says', async () => {
    const text = '# ours\nversion: 1 # one\nrules:\n- rule: private-key # why not\n  reason: x\n';
    await writeText(TEAM, text);
    const document = await openText('Off.custom.json', dataAction({ 'X-API-Key': secret() }));
    await fix(document, 'genesysSecrets.ignoreRule', ['made up', '']);
    await diagnostics(document.uri, 0);
    expect(await teamText()).to.equal(
      `${text}- rule: named-credential\n  paths: ["/Off.custom.json"]\n  reason: made up\n`,
    );
  });

  it('neither follows nor edits a team file that is a link', async () => {
    const text = 'version: 1\nrules:\n- rule: named-credential\n';
    const target = await writeText('linked.txt', text);
    const link = vscode.Uri.joinPath(target, '..', TEAM);
    await vscode.workspace.fs.rename(vscode.Uri.joinPath(target, '..', 'link'), link);
    expect((await vscode.workspace.fs.stat(link)).type).to.equal(vscode.FileType.File | vscode.FileType.SymbolicLink);
    parts.silencer.reload();
    const document = await openText('Linked.custom.json', dataAction({ 'X-API-Key': secret() }));
    await diagnostics(document.uri, 1);
    expect(await teamFileOf(portsOf(parts), document.uri.toString())).to.equal(undefined);
    expect(author.shown.join()).to.include('is a link here');
    expect(new TextDecoder().decode(await vscode.workspace.fs.readFile(target))).to.equal(text);
  });

  it('refuses a reason that quotes the value, and none at all', async () => {
    const key = secret();
    const text = flow(key);
    const document = await openText('refused.yaml', text);
    await fix(document, 'genesysSecrets.ignoreHere', [`it is ${key}`, '']);
    await fix(document, 'genesysSecrets.ignoreHere', ['', '']);
    await fix(document, 'genesysSecrets.ignoreHere', ['why', 'tomorrow']);
    expect(document.getText()).to.equal(text);
    expect(author.shown.join()).not.to.include(key.slice(0, 8));
    await diagnostics(document.uri, 1);
  });

  it('follows the team file while it is typed', async () => {
    const document = await openText('followed.yaml', flow(secret()));
    await diagnostics(document.uri, 1);
    const team = await openText(TEAM, 'version: 1\n');
    await setText(team, 'version: 1\nrules:\n  - rule: named-credential\n');
    await diagnostics(document.uri, 0);
    await setText(team, 'version: 1\nrules:\n  - rule: named-credential\n    path: other\n');
    await diagnostics(document.uri, 1);
    const [wrong] = await diagnostics(team.uri, 1);
    expect(team.getText(wrong?.range)).to.equal('path');
    expect(wrong?.message).to.include('There is no “path” here');
    await setText(team, 'version: 1\nrules: [\n');
    await eventually(() => diagnosticsOf(team.uri).some(({ message }) => message.includes('YAML')), 'it is no YAML');
    await team.save();
  });

  it('completes the team file', async () => {
    const team = await openText(TEAM, 'version: 1\n');
    await setText(team, 'version: 1\nrules:\n  - rule: \n');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      team.uri,
      new vscode.Position(2, 10),
    );
    expect(items.map(({ label }) => label)).to.include.members(['known-token', 'named-credential']);
    await team.save();
  });

  it('reports comments that silence nothing', async () => {
    const text = flow('{{apiKey}}').replace(
      '          lit:',
      '          # genesys-secrets-ignore-next-line known-token -- why\n          lit:',
    );
    const document = await openText('unused.yaml', text);
    const [unused] = await diagnostics(document.uri, 1);
    expect(unused?.severity).to.equal(vscode.DiagnosticSeverity.Hint);
    const code = unused?.code as { value: string } | undefined;
    expect(code?.value).to.equal('silencing');
  });

  it('counts in the summary of the workspace, and shows entries that nothing fits', async () => {
    const uri = await writeText('counted.yaml', flow(secret()));
    await writeText(TEAM, 'version: 1\npaths:\n  - counted.yaml\n  - nothing.yaml\n');
    parts.silencer.reload();
    await vscode.commands.executeCommand('genesysSecrets.scanWorkspace');
    expect(author.shown.join()).to.match(/Silenced: [1-9]/);
    expect(diagnosticsOf(uri)).to.deep.equal([]);
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const team = vscode.Uri.joinPath(folder?.uri ?? uri, TEAM);
    const [unused] = await diagnostics(team, 1);
    expect(unused?.range.start.line).to.equal(3);
    await vscode.workspace.fs.delete(uri);
  });
});
