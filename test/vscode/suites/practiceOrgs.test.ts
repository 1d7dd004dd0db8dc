import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/extension/ids.ts';
import { PracticePage } from '../../../src/extension/org/practicePage.ts';
import type { Services } from '../../../src/extension/services.ts';
import type { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, eventually, openText } from '../support/editor.ts';
import { atOwnPractice, type OwnPractice } from '../support/practice.ts';

const CARGO = 'Northwind Cargo';

describe('The second practice org', () => {
  let parts: Services;
  let author: Author;
  let own: OwnPractice;
  let leave: () => void;
  let secondPractice: Services['secondPractice'];

  before(async () => {
    ({ parts, author, own, leave } = await atOwnPractice());
    ({ secondPractice } = parts);
    Object.assign(parts, { secondPractice: own.secondPractice });
  });

  after(() => {
    leave();
    Object.assign(parts, { secondPractice });
  });

  async function store(name: string, key: string): Promise<void> {
    const document = await openText(name, dataAction({ 'X-API-Key': key }));
    await diagnostics(document.uri, 1);
    await vscode.commands.executeCommand(COMMANDS.storeAndReplace, document.uri);
    await diagnostics(document.uri, 0);
  }

  async function boundInSecond() {
    const { org } = await own.secondPractice.host.running();
    const bound = org.snapshot().integrations.find(({ config }) => config.name === CARGO);
    return org.credentialValues().get(bound?.config.credentials.basicAuth ?? '');
  }

  const told = (from: number) =>
    author.shown.slice(from).find((text) => text.includes('Other orgs that you are signed'));

  it('is not there before the author signs in to it', async () => {
    const from = author.shown.length;
    author.answers({ picks: ['Northwind Loyalty API'], confirms: true });
    await store('Alone.custom.json', secret());
    expect(told(from)).to.equal(undefined);
    await vscode.commands.executeCommand(COMMANDS.practiceSecondOrg);
    expect(author.shown.at(-1)).to.include('PRACTICE · Practice Org (test)').and.include('signed in');
  });

  it('is then named with what it lacks after a store, and can be given a value of its own', async () => {
    const [key, theirs] = [secret(), secret()];
    const from = author.shown.length;
    author.answers({ picks: [CARGO], confirms: true, presses: ['Store There Too…'], inputs: [theirs] });
    await store('Both.custom.json', key);
    expect(await eventually(() => told(from), 'it is told')).to.include('PRACTICE · Practice Org (test) lacks apiKey');
    await eventually(
      () => author.shown.some((text) => text.includes('Org: PRACTICE · Practice Org (test)')),
      'it asks',
    );
    expect(await eventually(boundInSecond, 'the second org has a credential')).to.deep.equal({ apiKey: theirs });
    expect(author.shown.slice(from).join('\n')).not.to.include(key).and.not.include(theirs);
  });

  it('is on the page of the practice org', async () => {
    const page = new PracticePage(own.host, own.secondPractice);
    const text = await page.provideTextDocumentContent();
    page.dispose();
    expect(text).to.include('# PRACTICE: Practice Org (contact center)').and.include('# PRACTICE: Practice Org (test)');
  });

  it('is left alone again when the author signs out of it', async () => {
    await vscode.commands.executeCommand(COMMANDS.practiceSecondOrg);
    expect(author.shown.at(-1)).to.include('signed out');
    expect(await own.orgs.forSecondPractice()).to.equal(undefined);
  });
});
