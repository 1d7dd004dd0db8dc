import { expect } from 'chai';
import * as vscode from 'vscode';
import { dataAction, flow, secret } from '../../support/values.ts';
import { diagnostics, eventually, openText, quickFixes, services, setText, writeText } from '../support/editor.ts';

describe('diagnostics', () => {
  before(services);

  it('underline exactly the credential in a Data Action', async () => {
    const key = secret();
    const document = await openText('Find-Order.custom.json', dataAction({ Authorization: `Bearer ${key}` }));
    const [shown] = await diagnostics(document.uri, 1);
    expect(document.getText(shown?.range)).to.equal(key);
    expect(shown?.severity).to.equal(vscode.DiagnosticSeverity.Error);
  });

  it('link to the page of their rule', async () => {
    const document = await openText('Linked.custom.json', dataAction({ 'X-API-Key': secret() }));
    const [shown] = await diagnostics(document.uri, 1);
    const code = shown?.code as { value: string; target: vscode.Uri };
    expect(code.value).to.equal('named-credential');
    expect(code.target.scheme).to.equal('command');
  });

  it('follow the text while it is typed', async () => {
    const document = await openText('main.yaml', flow('{{apiKey}}'));
    await diagnostics(document.uri, 0);
    await setText(document, flow(secret()));
    await diagnostics(document.uri, 1);
    await setText(document, flow('{{apiKey}}'));
    await diagnostics(document.uri, 0);
  });

  it('keep their identity when the text above them changes', async () => {
    const { findings } = await services();
    const text = dataAction({ 'X-API-Key': secret(), 'X-Token': secret() });
    const document = await openText('Moved.custom.json', text);
    await diagnostics(document.uri, 2);
    const before = findings.of(document.uri).map(({ id }) => id);
    await setText(document, text.replace('"name"', '"category": "Orders",\n  "name"'));
    await eventually(() => document.positionAt(findings.of(document.uri)[0]?.spans[0]?.start ?? 0).line === 9, 'moved');
    expect(findings.of(document.uri).map(({ id }) => id)).to.deep.equal(before);
  });

  it('stay when the YAML breaks somewhere else', async () => {
    const broken = `${flow(secret())}  description: "half typed\n  tasks: [`;
    const document = await openText('broken.yaml', broken);
    await diagnostics(document.uri, 1);
  });

  it('underline every part of a value that an expression puts together', async () => {
    const [first, second] = [secret(20), secret(20)];
    const text = flow('x').replace('lit: "x"', `exp: "\\"Bearer ${first}\\" + \\"${second}\\""`);
    const document = await openText('parts.yaml', text);
    const shown = await diagnostics(document.uri, 2);
    expect(shown.map((each) => document.getText(each.range))).to.have.members([first, second]);
  });

  it('go when the document is closed and nothing watches the workspace', async () => {
    const uri = await writeText('Closed.custom.json', dataAction({ 'X-API-Key': secret() }));
    // Not openTextDocument: what an extension opens stays open for minutes.
    await vscode.commands.executeCommand('vscode.open', uri);
    await diagnostics(uri, 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await diagnostics(uri, 0);
  });

  it('stay away from files that are not from Genesys Cloud', async () => {
    const document = await openText('config.json', JSON.stringify({ apiKey: secret() }));
    await diagnostics(document.uri, 0);
  });

  it('in a flow come with an explanation instead of a store', async () => {
    const document = await openText('explained.yaml', flow(secret()));
    const [shown] = await diagnostics(document.uri, 1);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    expect(fixes.map((fix) => fix.command?.command)).to.deep.equal([
      'genesysSecrets.explain',
      'genesysSecrets.ignoreHere',
      'genesysSecrets.ignoreRule',
    ]);
  });
});
