import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/extension/ids.ts';
import { PracticePage } from '../../../src/extension/org/practicePage.ts';
import { Rotations } from '../../../src/extension/org/rotations.ts';
import { openSample } from '../../../src/extension/org/sampleProject.ts';
import type { Services } from '../../../src/extension/services.ts';
import type { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, openText } from '../support/editor.ts';
import { atOwnPractice, type OwnPractice } from '../support/practice.ts';

const BOOKING = 'Northwind Booking API';

describe('What is kept of the practice org', () => {
  let parts: Services;
  let author: Author;
  let own: OwnPractice;
  let leave: () => void;
  let file: vscode.Uri;
  const typed = secret();

  before(async () => {
    ({ parts, author, own, leave } = await atOwnPractice());
  });

  after(() => leave());

  async function read(uri: vscode.Uri): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  }

  async function pageOf(host: OwnPractice['host']): Promise<string> {
    const page = new PracticePage(host, own.secondPractice);
    try {
      return await page.provideTextDocumentContent();
    } finally {
      page.dispose();
    }
  }

  it('lies with the sample project, but for what the author typed', async () => {
    const document = await openText(
      'Find-Kept.custom.json',
      dataAction({ 'X-API-Key': typed }, { name: 'Find Booking' }),
    );
    file = document.uri;
    await diagnostics(document.uri, 1);
    author.answers({ picks: [BOOKING], confirms: true });
    await vscode.commands.executeCommand(COMMANDS.storeAndReplace, document.uri);
    await diagnostics(document.uri, 0);
    await own.host.settled();
    const text = await read(own.stateFile);
    expect(text).to.include('apiKey').and.not.include(typed);
    expect(atob(JSON.parse(text).made))
      .to.include('secretKey')
      .and.not.include(typed);
    expect(await pageOf(own.host))
      .to.include('userDefined: apiKey\n')
      .and.not.include('enter again');
  });

  it('is known in another browser, which says what to enter again', async () => {
    const { host, orgs } = own.elsewhere();
    expect(await pageOf(host))
      .to.include('userDefined: apiKey (enter again)')
      .and.include('userDefined: secretKey, accountId\n');
    Object.assign(parts, { orgs });
    author.answers({ picks: [BOOKING], inputs: Array(9).fill('x'), confirms: true });
    const from = author.shown.length;
    await vscode.commands.executeCommand(COMMANDS.rotate);
    await vscode.commands.executeCommand(COMMANDS.testAction, file);
    const shown = author.shown.slice(from);
    // The list of integrations and the question before the values are entered.
    expect(shown.filter((text) => text.includes('Enter again: apiKey')).length).to.be.greaterThan(1);
    expect(shown.join('\n')).to.include('The practice org has the field, but its value was not kept');
    Object.assign(parts, { orgs: own.orgs });
  });

  it('is neither used nor overwritten where it cannot be read', async () => {
    await vscode.workspace.fs.writeFile(own.stateFile, new TextEncoder().encode('{'));
    const { host, orgs } = own.elsewhere();
    expect(await pageOf(host))
      .to.include('cannot be read')
      .and.not.include(BOOKING);
    author.answers({});
    expect(await orgs.forWorkspace()).to.equal(undefined);
    expect(author.shown.slice(-2)).to.include('Start Over…');
    await host.settled();
    expect(await read(own.stateFile)).to.equal('{');
  });

  it('begins anew together with the files of the sample project', async () => {
    leave();
    const sample = await openSample();
    if (!sample) throw new Error('no sample project is open');
    // Another suite may have stored what is in its files.
    author.answers({ confirms: true });
    await vscode.commands.executeCommand(COMMANDS.practiceStartOver);
    const folder = vscode.Uri.joinPath(sample, 'data-actions');
    const [name = ''] =
      (await vscode.workspace.fs.readDirectory(folder)).find(([each]) => each.startsWith('Rebook')) ?? [];
    const rebook = vscode.Uri.joinPath(folder, name);
    const made = await read(rebook);
    const document = await vscode.workspace.openTextDocument(rebook);
    await vscode.window.showTextDocument(document);
    await diagnostics(rebook, 1);
    author.answers({ picks: [BOOKING], confirms: true });
    await vscode.commands.executeCommand(COMMANDS.storeAndReplace, rebook);
    await diagnostics(rebook, 0);
    const { practice } = parts;
    const rotations = new Rotations(parts.context.workspaceState);
    const before = await practice.orgId();
    expect((await rotations.due()).some(({ orgId }) => orgId === before)).to.equal(true);
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(sample, 'mine.txt'), new Uint8Array());

    author.answers({ confirms: false });
    await vscode.commands.executeCommand(COMMANDS.practiceStartOver);
    expect(await practice.orgId()).to.equal(before);

    author.answers({ confirms: true });
    await vscode.commands.executeCommand(COMMANDS.practiceStartOver);
    expect(author.shown.at(-1)).to.include('are as in the beginning');
    expect(await read(rebook)).to.equal(made);
    await diagnostics(rebook, 1);
    const { org } = await practice.running();
    const booking = org.snapshot().integrations.find(({ config }) => config.name === BOOKING);
    expect(booking?.config.credentials).to.deep.equal({});
    expect(org.snapshot().organization.id).to.not.equal(before);
    expect((await rotations.due()).some(({ orgId }) => orgId === before)).to.equal(false);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(sample, 'mine.txt'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
