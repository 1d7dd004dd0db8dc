import { expect } from 'chai';
import * as vscode from 'vscode';
import { UPDATE_SCHEME } from '../../../src/extension/ids.ts';
import type { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, openText, press, quickFixes } from '../support/editor.ts';
import { atOwnPractice, type OwnPractice } from '../support/practice.ts';

const NAME = 'Find Booking';

describe('Update the Data Action in Genesys Cloud', () => {
  const key = secret();
  let author: Author;
  let own: OwnPractice;
  let leave: () => void;
  let document: vscode.TextDocument;

  before(async () => {
    ({ author, own, leave } = await atOwnPractice());
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
});
