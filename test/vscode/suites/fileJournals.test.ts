import { expect } from 'chai';
import * as vscode from 'vscode';
import { FileJournals } from '../../../src/extension/org/fileJournals.ts';
import type { Services } from '../../../src/extension/services.ts';
import type { JournalEntry } from '../../../src/store/index.ts';
import { services } from '../support/editor.ts';

describe('The journal of stores', () => {
  let parts: Services;
  let folder: vscode.Uri;

  before(async () => {
    parts = await services();
    const { storageUri } = parts.context;
    if (!storageUri) throw new Error('the window has no folder');
    folder = vscode.Uri.joinPath(storageUri, `journals-${crypto.randomUUID()}`);
  });

  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  const entry = (id: string, step: JournalEntry['step'] = 'create'): JournalEntry => ({
    id,
    started: '2026-01-02T03:04:05.000Z',
    step,
    integrationId: 'i',
    integrationName: 'Booking',
    slot: 'basicAuth',
    credentialName: 'n',
    fieldNames: ['apiKey'],
    documents: [],
    references: [],
  });

  it('has no orgs before anything is written', async () => {
    expect(await new FileJournals(folder).orgs()).to.deep.equal([]);
  });

  it('is read as it was written by whoever comes after', async () => {
    const journal = await new FileJournals(folder).open('an org/1');
    await Promise.all([journal.write(entry('a')), journal.write(entry('b')), journal.write(entry('a', 'bind'))]);
    const later = new FileJournals(folder);
    expect(await later.orgs()).to.deep.equal(['an org/1']);
    expect((await later.open('an org/1')).entries()).to.deep.equal([entry('b'), entry('a', 'bind')]);
  });

  it('is the same for two sessions in one org', async () => {
    const journals = new FileJournals(folder);
    const [one, two] = [await journals.open('an org/1'), await journals.open('an org/1')];
    await one.write(entry('c'));
    await two.remove('a');
    await two.remove('b');
    expect(one.entries().map(({ id }) => id)).to.deep.equal(['c']);
    await one.remove('c');
    expect(await new FileJournals(folder).orgs()).to.deep.equal([]);
  });

  it('counts as empty where its file cannot be read, and is written anew', async () => {
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, 'broken.journal.json'),
      new TextEncoder().encode('[{'),
    );
    const journal = await new FileJournals(folder).open('broken');
    expect(journal.entries()).to.deep.equal([]);
    await journal.write(entry('d'));
    expect((await new FileJournals(folder).open('broken')).entries()).to.deep.equal([entry('d')]);
  });
});
