import { expect } from 'chai';
import * as vscode from 'vscode';
import { Sensitive } from '../../../src/base/sensitive.ts';
import type { Services } from '../../../src/extension/services.ts';
import type { JournalEntry } from '../../../src/store/index.ts';
import { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, eventually, openText, press, quickFixes, services, setText } from '../support/editor.ts';
import { type AtPractice, atOwnPractice, type OwnPractice, ownPractice } from '../support/practice.ts';

const LOOK = 'Look After It';

describe('A store that was interrupted', () => {
  let parts: Services;
  let author: Author;
  let own: OwnPractice;

  beforeEach(async () => {
    parts = await services();
    author = new Author(parts);
    own = ownPractice(parts, () => {});
    await choose('none');
  });

  after(() => choose('practice'));

  const choose = (org: string) =>
    vscode.workspace.getConfiguration('genesysSecrets').update('org', org, vscode.ConfigurationTarget.Global);

  function entry(integrationId: string): JournalEntry {
    return {
      id: crypto.randomUUID(),
      started: '2026-01-02T03:04:05.000Z',
      step: 'create',
      integrationId,
      integrationName: 'Booking',
      slot: 'basicAuth',
      credentialName: `Integration-${integrationId} ${crypto.randomUUID()}`,
      fieldNames: ['apiKey'],
      documents: [],
      references: [],
    };
  }

  it('is not looked after before the author says so', async () => {
    await own.journals.open('gone').write(entry('i'));
    author.answers({});
    await own.orgs.tellInterrupted();
    expect(author.shown.join('\n')).to.include('did not end').and.not.include('nobody is signed in');
  });

  it('is looked after in its own org, whichever is chosen, and that org is named', async () => {
    const { org } = await own.host.running();
    const { integrations, organization } = org.snapshot();
    const journal = own.journals.open(organization.id);
    await journal.write(entry(integrations[0]?.id ?? ''));
    author.answers({ presses: [LOOK] });
    await own.orgs.tellInterrupted();
    await eventually(() => author.shown.some((text) => text.includes('is as it was')), 'it is told');
    expect(author.shown.at(-1)).to.match(/^PRACTICE · .*“Booking” was interrupted/);
    expect(await journal.entries()).to.deep.equal([]);
    expect(await own.journals.orgs()).to.deep.equal([]);
  });

  it('stays written down while nobody is signed in to its org, and that is told', async () => {
    await own.journals.open('gone').write(entry('i'));
    author.answers({ presses: [LOOK] });
    await own.orgs.tellInterrupted();
    expect(author.shown.at(-1)).to.include('Booking').and.include('nobody is signed in');
    expect(await own.journals.open('gone').entries()).to.have.length(1);
  });
});

const INTEGRATION = 'Northwind Booking API';

describe('After a store that was interrupted at any step', () => {
  let at: AtPractice;
  let document: vscode.TextDocument;
  let literal: string;

  beforeEach(async () => {
    at = await atOwnPractice();
    literal = dataAction({ 'X-API-Key': secret() }, { name: 'Find Booking' });
    document = await openText(`Interrupted-${crypto.randomUUID()}.custom.json`, literal);
    await store();
  });

  afterEach(async () => {
    at.leave();
    await vscode.workspace.fs.delete(document.uri);
  });

  async function store(): Promise<void> {
    const [shown] = await diagnostics(document.uri, 1);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    at.author.answers({ picks: [INTEGRATION], confirms: true });
    await press(fixes.find((fix) => fix.isPreferred));
    at.author.answers({});
    expect(document.getText(), at.author.shown.at(-1)).to.include('${credentials.apiKey}');
    expect(await bound()).to.have.length(1);
  }

  async function bound(): Promise<readonly string[]> {
    const { integrations } = (await at.own.host.running()).org.snapshot();
    const found = integrations.find(({ config }) => config.name === INTEGRATION);
    return Object.values(found?.config.credentials ?? {});
  }

  async function putLiteralBack(): Promise<void> {
    await setText(document, literal);
    await document.save();
  }

  /** What a crash at the step has left, in the journal of the next window. */
  async function leave(step: JournalEntry['step']): Promise<void> {
    const written = at.own.written.findLast((each) => each.step === (step === 'undo' ? 'verify' : step));
    if (!written) throw new Error(`no ${step}`);
    // Windows in a browser share one storage: what was written a moment ago may be another one's.
    const touched = new Date(Date.now() - 20 * 60_000).toISOString();
    await (await journal()).write({ ...written, started: touched, touched, step });
  }

  /** Gives the credential its unique name back, and unbinds it. */
  async function asJustCreated(): Promise<void> {
    const client = (await connect())?.client;
    const [first, last] = [at.own.written[0], at.own.written.at(-1)];
    if (!client || !first || !last?.credentialId) throw new Error('nothing is stored');
    const config = await client.integrationConfig(first.integrationId);
    await client.putIntegrationConfig(first.integrationId, { ...config, credentials: {} });
    const fields = [{ name: 'apiKey', value: new Sensitive(secret()) }];
    await client.putCredential(last.credentialId, { name: first.credentialName, typeName: 'userDefined', fields });
  }

  async function journal() {
    return at.own.journals.open((await at.own.host.running()).org.snapshot().organization.id);
  }

  /** As in a window that opens now. */
  const connect = () => at.own.reopened().forDocument(document.uri.toString());

  for (const step of ['create', 'bind', 'rename', 'verify', 'undo'] as const) {
    it(`${step}, it is taken back, and what is stored anew stays bound`, async () => {
      await putLiteralBack();
      if (step === 'create') await asJustCreated();
      await leave(step);
      await connect();
      expect(at.author.shown.at(-1)).to.include('has been removed');
      expect(await bound()).to.deep.equal([]);
      expect(await (await journal()).entries()).to.deep.equal([]);
      await store();
      const anew = await bound();
      await putLiteralBack();
      await connect();
      expect(await bound()).to.deep.equal(anew);
    });
  }

  for (const step of ['edit', 'save'] as const) {
    it(`${step}, it is finished, forgotten, and never taken back afterwards`, async () => {
      const before = await bound();
      await leave(step);
      await connect();
      expect(at.author.shown.at(-1)).to.include('after everything was done');
      expect(await (await journal()).entries()).to.deep.equal([]);
      await putLiteralBack();
      const told = at.author.shown.length;
      await connect();
      expect(at.author.shown.slice(told)).to.deep.equal([]);
      expect(await bound()).to.deep.equal(before);
    });

    it(`${step}, with the literal in the file, the author decides`, async () => {
      const before = await bound();
      await putLiteralBack();
      await leave(step);
      await connect();
      expect(at.author.shown.join('\n')).to.include('Remove the credential of the interrupted store');
      expect(await bound()).to.deep.equal(before);
      expect(await (await journal()).entries()).to.have.length(1);
      at.author.answers({ presses: ['Keep It'] });
      await connect();
      expect(await bound()).to.deep.equal(before);
      expect(await (await journal()).entries()).to.deep.equal([]);
      await leave(step);
      at.author.answers({ presses: ['Remove It'] });
      await connect();
      expect(await bound()).to.deep.equal([]);
    });
  }

  it('whose record cannot be read, nothing is stored, and the record is set aside when the author says so', async () => {
    const { organization } = (await at.own.host.running()).org.snapshot();
    const name = `${organization.id},broken.journal.json`;
    const file = vscode.Uri.joinPath(at.own.journalFolder, name);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('[{'));
    await putLiteralBack();
    const before = await bound();
    const [shown] = await diagnostics(document.uri, 1);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    const answers = { picks: [INTEGRATION], presses: ['Enter All Values…'], inputs: [secret()], confirms: true };
    at.author.answers(answers);
    await press(fixes.find((fix) => fix.isPreferred));
    expect(at.author.shown.join('\n')).to.include(`${name}. Nothing is stored until it can be: try again`);
    expect(document.getText()).to.equal(literal);
    expect(await bound()).to.deep.equal(before);
    expect(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))).to.equal('[{');
    at.author.answers({ presses: ['Set It Aside'] });
    await connect();
    expect(await (await journal()).entries()).to.deep.equal([]);
    const aside = await vscode.workspace.fs.readDirectory(at.own.journalFolder);
    expect(aside.map(([each]) => each)).to.deep.equal([`${name}.unreadable`]);
  });
});
