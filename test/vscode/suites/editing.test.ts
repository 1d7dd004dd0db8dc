import { expect } from 'chai';
import * as vscode from 'vscode';
import { Sensitive } from '../../../src/base/sensitive.ts';
import { VSCODE_EDITOR } from '../../../src/extension/editor/vscodeEditor.ts';
import { COMMANDS } from '../../../src/extension/ids.ts';
import type { Services } from '../../../src/extension/services.ts';
import { prepareEdits } from '../../../src/store/index.ts';
import type { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, openText, setText, writeText } from '../support/editor.ts';
import { atOwnPractice, type OwnPractice, ownPractice } from '../support/practice.ts';

const INTEGRATION = 'Northwind Booking API';
const REFERENCE = '${credentials.apiKey}';
/** As many documents that nobody shows as VS Code keeps, and some more. */
const MANY = 60;

describe('Editing of files', () => {
  let parts: Services;
  let author: Author;
  let own: OwnPractice;
  let leave: () => void;

  before(async () => {
    ({ parts, author, leave } = await atOwnPractice());
    // In a browser VS Code saves by itself after a second.
    await autoSave('off');
  });

  beforeEach(() => {
    own = ownPractice(parts, () => {});
    Object.assign(parts, { orgs: own.orgs });
    author.shown.splice(0);
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(async () => {
    leave();
    await autoSave(undefined);
  });

  async function autoSave(when: 'off' | undefined): Promise<void> {
    await vscode.workspace.getConfiguration('files').update('autoSave', when, vscode.ConfigurationTarget.Global);
  }

  const said = () => author.shown.join('\n');
  const onDisk = (uri: vscode.Uri) => vscode.workspace.fs.readFile(uri);
  const textOnDisk = async (uri: vscode.Uri) => new TextDecoder().decode(await onDisk(uri));

  async function stored(): Promise<Readonly<Record<string, string>> | undefined> {
    const { org } = await own.host.running();
    const integration = org.snapshot().integrations.find(({ config }) => config.name === INTEGRATION);
    return org.credentialValues().get(integration?.config.credentials.basicAuth ?? '');
  }

  async function store(document: vscode.TextDocument, answers: { readonly confirms: boolean }): Promise<void> {
    author.answers({ picks: [INTEGRATION], ...answers });
    await vscode.commands.executeCommand(COMMANDS.storeAndReplace, document.uri);
  }

  async function opened(name: string, text: string): Promise<vscode.TextDocument> {
    const document = await openText(name, text);
    await diagnostics(document.uri, 1);
    return document;
  }

  it('H1: refuses a file whose bytes its encoding cannot read, and leaves every byte', async () => {
    const text = dataAction({ 'X-API-Key': secret(), Place: 'M\u00fcnchen' });
    const uri = await writeText('Lossy.custom.json', '');
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    await vscode.workspace.fs.writeFile(uri, bytes);
    const document = await vscode.workspace.openTextDocument(uri);
    await diagnostics(uri, 1);
    await store(document, { confirms: true });
    expect(said()).to.include('cannot be read as UTF-8').and.include('No value was sent');
    expect([await stored(), [...(await onDisk(uri))], document.isDirty]).to.deep.equal([undefined, [...bytes], false]);
  });

  it('H1: keeps every other byte of a file in a local encoding', async () => {
    const key = secret();
    const text = dataAction({ 'X-API-Key': key, Place: 'M\u00fcnchen' });
    const uri = await writeText('Local.custom.json', '');
    await vscode.workspace.fs.writeFile(uri, await vscode.workspace.encode(text, { encoding: 'windows1252' }));
    const document = await vscode.workspace.openTextDocument(uri, { encoding: 'windows1252' });
    await diagnostics(uri, 1);
    await store(document, { confirms: true });
    const expected = await vscode.workspace.encode(text.replace(key, REFERENCE), { encoding: 'windows1252' });
    expect([await stored(), [...(await onDisk(uri))]]).to.deep.equal([{ apiKey: key }, [...expected]]);
  });

  it('H3: refuses a file that the settings make read-only, and keeps the finding', async () => {
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await opened('Marked.custom.json', text);
    const files = vscode.workspace.getConfiguration('files');
    await files.update('readonlyInclude', { '**/Marked.*': true }, vscode.ConfigurationTarget.Global);
    await store(document, { confirms: true });
    await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
    expect(said()).to.include('Marked.custom.json is read-only');
    expect([await stored(), document.getText(), await textOnDisk(document.uri)]).to.deep.equal([undefined, text, text]);
    expect(diagnosticsOf(document.uri)).to.have.length(1);
  });

  it('H3: takes edit and store back where the file is read-only for this session', async () => {
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await opened('Session.custom.json', text);
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    await store(document, { confirms: true });
    expect(said()).to.include('The editor did not accept the edit').and.not.include('replaced the literals');
    expect([await stored(), document.getText(), await textOnDisk(document.uri)]).to.deep.equal([undefined, text, text]);
    await diagnostics(document.uri, 1);
    author.shown.splice(0);
    await vscode.commands.executeCommand(COMMANDS.ignoreHere, document.uri, parts.findings.of(document.uri)[0]?.id);
    expect(document.getText()).to.equal(text);
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
  });

  it('L13: asks before other changes are saved, too', async () => {
    const key = secret();
    const saved = dataAction({ 'X-API-Key': key });
    const document = await opened('Unsaved.custom.json', saved);
    const typed = saved.replace('{', '{\n  "mine": 1,');
    await setText(document, typed);
    await store(document, { confirms: false });
    expect(said()).to.include('Unsaved.custom.json has unsaved changes');
    expect([await stored(), document.getText(), await textOnDisk(document.uri)]).to.deep.equal([
      undefined,
      typed,
      saved,
    ]);
    await store(document, { confirms: true });
    const expected = typed.replace(key, REFERENCE);
    expect([await stored(), await textOnDisk(document.uri)]).to.deep.equal([{ apiKey: key }, expected]);
  });

  it('L6: asks before mixed line ends become uniform', async () => {
    const text = dataAction({ 'X-API-Key': secret() }).replace('{', '{\r\n\n\n\n');
    const document = await opened('Mixed.custom.json', text);
    await store(document, { confirms: false });
    expect(said()).to.match(/Mixed\.custom\.json has mixed line ends: saving makes all of them (CR)?LF/);
    expect([await stored(), await textOnDisk(document.uri)]).to.deep.equal([undefined, text]);
  });

  it('sends nothing where the file has changed on disk, by no byte in length, while the dialog was open', async () => {
    const [key, rotated] = [secret(), secret()];
    const text = dataAction({ 'X-API-Key': key });
    const document = await opened('Rotated.custom.json', text);
    const { ui } = parts;
    const { ask, confirm } = ui;
    const rotate = () => writeText('Rotated.custom.json', text.replace(key, rotated));
    Object.assign(ui, {
      ask: async (...words: Parameters<typeof ask>) => ask(...words).finally(rotate),
      confirm: async (...words: Parameters<typeof confirm>) => confirm(...words).finally(rotate),
    });
    await store(document, { confirms: true });
    Object.assign(ui, { ask, confirm });
    expect(said()).to.include('The file changed in the meantime');
    expect([await stored(), await textOnDisk(document.uri)]).to.deep.equal([undefined, text.replace(key, rotated)]);
  });

  it('H4: edits no document that was closed, changed on disk and opened again', async () => {
    const text = dataAction({ 'X-API-Key': secret() });
    const uri = await writeText('Closed.custom.json', text);
    const edits = [{ start: 0, end: 1, text: '[' }];
    const change = { document: uri.toString(), text: new Sensitive(text), edits };
    const { editing, refused } = await prepareEdits(VSCODE_EDITOR, [change]);
    expect(refused).to.deep.equal([]);
    for (let i = 0; i < MANY; i++) await vscode.workspace.openTextDocument({ content: String(i) });
    await writeText('Closed.custom.json', `\n${text}`);
    expect([await editing.isStill(), await editing.apply()]).to.deep.equal([false, 'changed']);
    expect(await textOnDisk(uri)).to.equal(`\n${text}`);
  });

  it('looks at no view of a file, and edits none', async () => {
    const text = dataAction({ 'X-API-Key': secret() });
    const document = await opened('Viewed.custom.json', text);
    const provider = vscode.workspace.registerTextDocumentContentProvider('show-changes', {
      provideTextDocumentContent: () => text,
    });
    const view = await vscode.workspace.openTextDocument(document.uri.with({ scheme: 'show-changes' }));
    await parts.live.scanNow(view);
    expect([diagnosticsOf(view.uri).length, diagnosticsOf(document.uri).length]).to.deep.equal([0, 1]);
    await store(view, { confirms: true });
    provider.dispose();
    expect(said()).to.include('is a view and not a file that can be saved');
    expect([await stored(), view.getText()]).to.deep.equal([undefined, text]);
  });
});
