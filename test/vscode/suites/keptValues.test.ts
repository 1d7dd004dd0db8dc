import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/extension/ids.ts';
import type { Services } from '../../../src/extension/services.ts';
import { PRACTICE_VALUES_OF } from '../../../src/store/kept/owners.ts';
import { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, eventually, openText, press, quickFixes, services } from '../support/editor.ts';

describe('What is kept in the secret storage', () => {
  let parts: Services;
  let author: Author;
  let isDurable: Services['durable']['isDurable'];

  before(async () => {
    parts = await services();
    author = new Author(parts);
    ({ isDurable } = parts.durable);
    Object.assign(parts.durable, { isDurable: async () => true });
    await vscode.workspace
      .getConfiguration('genesysSecrets')
      .update('org', 'practice', vscode.ConfigurationTarget.Global);
  });

  afterEach(async () => {
    for (const { id } of parts.pending.all()) await parts.pending.remove(id);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  after(() => void Object.assign(parts.durable, { isDurable }));

  /** A file whose literal has been replaced by a reference to a field that the org shows. */
  async function replaced(name: string, value = secret()): Promise<vscode.TextDocument> {
    const document = await openText(name, dataAction({ 'X-API-Key': value }));
    await diagnostics(document.uri, 1);
    await pressFix(document, COMMANDS.replaceWithReference, { picks: ['Northwind Payments', 'secretKey'] });
    await eventually(() => parts.pending.of(document.uri)[0]?.range, 'the reference is marked');
    return document;
  }

  async function pressFix(
    document: vscode.TextDocument,
    command: string,
    answers: Parameters<Author['answers']>[0],
  ): Promise<void> {
    const [shown] = diagnosticsOf(document.uri);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    author.answers(answers);
    await press(fixes.find((fix) => fix.command?.command === command));
  }

  /** The list, as it is shown. */
  async function listed(...picks: string[]): Promise<string> {
    author.answers({ picks, confirms: true });
    const before = author.shown.length;
    await vscode.commands.executeCommand(COMMANDS.keptValues);
    return author.shown.slice(before).join('\n');
  }

  it('is the value of a literal, also where the org shows its field, until the author says that it works', async () => {
    const document = await replaced('Kept.custom.json');
    const [marked] = await diagnostics(document.uri, 1);
    expect(marked?.severity).to.equal(vscode.DiagnosticSeverity.Information);
    const [pending] = parts.pending.of(document.uri);
    expect(await parts.pending.kept(pending?.id ?? '')).to.not.equal(undefined);
    await pressFix(document, COMMANDS.pendingWorks, { confirms: false });
    expect(parts.pending.of(document.uri)).to.have.length(1);
    await pressFix(document, COMMANDS.pendingWorks, { confirms: true });
    await diagnostics(document.uri, 0);
    expect(await parts.pending.kept(pending?.id ?? '')).to.equal(undefined);
  });

  it('is both values of a Basic header', async () => {
    const header = `Basic ${btoa(`svc:${secret()}`)}`;
    const document = await openText('Pair.custom.json', dataAction({ Authorization: header }));
    await diagnostics(document.uri, 1);
    // No integration of the practice org shows such a pair.
    const integration = { id: 'i', name: 'Pair', typeId: 'custom-rest-actions' };
    const credentials = [{ id: 'c', typeName: 'userDefined' }];
    const client = {
      listIntegrations: async () => [{ ...integration, credentials }],
      credential: async () => ({ id: 'c', typeName: 'userDefined', fieldNames: ['userName', 'password'] }),
    };
    const { orgs } = parts;
    const org = { client, label: 'Pair', orgId: 'o', actions: { of: () => undefined } };
    Object.assign(parts, { orgs: { forDocument: async () => org } });
    await pressFix(document, COMMANDS.replaceWithReference, { picks: ['Pair'] });
    Object.assign(parts, { orgs });
    const [pending] = parts.pending.of(document.uri);
    expect(pending?.fieldNames).to.deep.equal(['userName', 'password']);
    const kept = await parts.pending.kept(pending?.id ?? '');
    expect(kept?.fields.map(({ value }) => value.isEmpty)).to.deep.equal([false, false]);
    expect(kept?.written.reveal()).to.include(header.slice('Basic '.length));
  });

  it('is not written into a file before the author agrees', async () => {
    const value = secret();
    const document = await replaced('Asked.custom.json', value);
    const [shown] = diagnosticsOf(document.uri);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    const args = fixes.find((fix) => fix.command?.command === COMMANDS.putLiteralBack)?.command?.arguments ?? [];
    author.answers({ confirms: false });
    await vscode.commands.executeCommand(COMMANDS.putLiteralBack, ...args);
    expect(document.getText()).to.not.include(value);
    expect(author.shown.join('\n')).to.include('can read the value then, other extensions too');
    author.answers({ confirms: true });
    await vscode.commands.executeCommand(COMMANDS.putLiteralBack, ...args);
    expect(document.getText()).to.include(value);
  });

  it('follows its file when that is renamed, and when its folder is', async () => {
    const document = await replaced('moving/Renamed.custom.json');
    await document.save();
    const [before] = parts.pending.of(document.uri);
    const folder = vscode.Uri.joinPath(document.uri, '..');
    const [file, moved] = [vscode.Uri.joinPath(folder, 'New.custom.json'), vscode.Uri.joinPath(folder, '../moved')];
    for (const [from, to] of [
      [document.uri, file],
      [folder, moved],
    ] as const) {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(from, to);
      expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
    }
    const now = vscode.Uri.joinPath(moved, 'New.custom.json');
    await eventually(() => parts.pending.of(now).length === 1, 'the value follows');
    await vscode.window.showTextDocument(now);
    const [marked] = await diagnostics(now, 1);
    expect((marked?.code as { value: string } | undefined)?.value).to.equal('reference-not-stored');
    expect(parts.pending.of(now)[0]?.id).to.equal(before?.id);
  });

  it('is not marked after undo, is found again by redo, and goes a day after the literal is saved', async () => {
    const document = await replaced('Undone.custom.json');
    await document.save();
    const [pending] = parts.pending.of(document.uri);
    const id = pending?.id ?? '';
    await vscode.commands.executeCommand('undo');
    await eventually(() => parts.pending.of(document.uri)[0]?.range === undefined, 'the literal is back');
    await vscode.commands.executeCommand('redo');
    await eventually(() => parts.pending.of(document.uri)[0]?.range, 'the reference is marked again');
    expect(await parts.pending.kept(id)).to.not.equal(undefined);
    await vscode.commands.executeCommand('undo');
    await document.save();
    await eventually(() => parts.pending.find(id)?.back, 'the literal is known to be saved');
    expect(await listed()).to.include('the file has the literal again');
    await vscode.commands.executeCommand('redo');
    await document.save();
    await eventually(() => parts.pending.find(id)?.back === undefined, 'the reference is known to be saved');
  });

  it('is listed when its file is gone, and finds its file under another name', async () => {
    const document = await replaced('Gone.custom.json');
    await document.save();
    const [pending] = parts.pending.of(document.uri);
    const elsewhere = vscode.Uri.joinPath(document.uri, '../Elsewhere.custom.json');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    // As a switch of the branch does: the editor is not told.
    await vscode.workspace.fs.rename(document.uri, elsewhere);
    const label = 'A value that waits: secretKey';
    expect(await listed()).to.include('a value waits for a file that is gone');
    await listed(label, 'Find its file in this workspace…', 'Elsewhere.custom.json');
    expect(parts.pending.find(pending?.id)?.uri).to.equal(elsewhere.toString());
    expect(await listed()).to.include('the file has the reference');
    await listed(label, 'Discard the value…');
    expect(parts.pending.all()).to.deep.equal([]);
    await vscode.workspace.fs.delete(elsewhere);
  });

  it('is written where the author says, when its file is gone', async () => {
    const value = secret();
    const document = await replaced('Lost.custom.json', value);
    const [pending] = parts.pending.of(document.uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(document.uri);
    await parts.pending.place(pending?.id ?? '', vscode.Uri.joinPath(document.uri, '../NotThere.custom.json'), 0);
    const other = await openText('Other.custom.json', '{  }');
    const editor = await vscode.window.showTextDocument(other);
    editor.selection = new vscode.Selection(0, 2, 0, 2);
    await listed('A value that waits: secretKey', 'Write the literal at the cursor…');
    expect(other.getText()).to.equal(`{ ${value} }`);
    await other.save();
    await eventually(() => parts.pending.find(pending?.id)?.back, 'the literal is known to be saved');
  });

  it('is listed without a value, and nothing is without an owner', async () => {
    const value = secret();
    await replaced('Listed.custom.json', value);
    const ofAnother = `${PRACTICE_VALUES_OF}another`;
    await parts.context.secrets.store(ofAnother, JSON.stringify({ of: '/another', values: [] }));
    const words = await listed();
    expect(words).to.include('A value that waits: secretKey').and.to.include('Listed.custom.json');
    expect(words).to.match(/kept since \d{4}-\d\d-\d\d, until \d{4}-\d\d-\d\d at least/);
    expect(words).to.include('The values in the PRACTICE org of another folder');
    expect(words).to.not.include(value);
    expect(words, (await parts.context.secrets.keys()).join()).to.not.include('nothing uses any more');
    await parts.context.secrets.delete(ofAnother);
  });

  it('is deleted after asking where nothing owns it', async () => {
    await parts.context.secrets.store('auth.session.gone', '{}');
    await listed('Something that nothing uses any more', 'Delete it…');
    expect(await parts.context.secrets.get('auth.session.gone')).to.equal(undefined);
  });
});
