import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/extension/ids.ts';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../../support/author.ts';
import { Markers, tokenMarker } from '../../support/leak/markers.ts';
import { dataAction } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, openText, press, quickFixes, services } from '../support/editor.ts';
import { LeakWatch } from '../support/leakWatch.ts';

describe('the list of what is kept', () => {
  const markers = new Markers();
  const documents: vscode.TextDocument[] = [];
  let parts: Services;
  let watch: LeakWatch;
  let author: Author;
  let isDurable: Services['durable']['isDurable'];

  before(async () => {
    parts = await services();
    author = new Author(parts);
    ({ isDurable } = parts.durable);
    Object.assign(parts.durable, { isDurable: async () => true });
    watch = new LeakWatch(markers, parts, author);
    await vscode.workspace
      .getConfiguration('genesysSecrets')
      .update('org', 'practice', vscode.ConfigurationTarget.Global);
  });

  after(async () => {
    watch.end();
    Object.assign(parts.durable, { isDurable });
    for (const { id } of parts.pending.all()) await parts.pending.remove(id);
    for (const { uri } of documents) await vscode.workspace.fs.delete(uri);
  });

  it('shows no value, and no file name that is one, and neither do the mementos', async () => {
    for (const name of ['Plain', markers.add('a file name', tokenMarker())]) {
      const value = markers.add(`a value in ${documents.length}`, tokenMarker());
      const document = await openText(`${name}.custom.json`, dataAction({ 'X-API-Key': value }));
      documents.push(document);
      await diagnostics(document.uri, 1);
      author.answers({ picks: ['Northwind Payments', 'secretKey'] });
      await watch.during(() => fix(document, COMMANDS.replaceWithReference));
    }
    expect(parts.pending.all()).to.have.length(2);
    // Without the addresses that other checks allow: what waits is written down in the secret storage alone.
    watch.mementos();
    const acts = [
      ['Let it wait for 30 more days'],
      ['The credential works: forget the value…'],
      ['Discard the value…'],
      ['Put the literal back…', 'may hold one'],
    ] as const;
    for (const [act, edits] of acts) {
      author.answers({ picks: ['A value that waits: secretKey', act], confirms: edits !== undefined });
      await watch.during(async () => {
        await vscode.commands.executeCommand(COMMANDS.keptValues);
      }, edits);
    }
    watch.mementos();
    expect(watch.out.count('dialog or notification')).to.be.greaterThan(10);
    expect([...watch.out.leaks]).to.deep.equal([]);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  async function fix(document: vscode.TextDocument, command: string): Promise<void> {
    const [shown] = diagnosticsOf(document.uri);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    await press(fixes.find((each) => each.command?.command === command));
  }
});
