import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../support/author.ts';
import { diagnosticsOf, eventually, openText, press, quickFixes, services, writeText } from '../support/editor.ts';
import { Markers } from '../support/markers.ts';
import { dataAction, flow } from '../support/values.ts';

describe('no planted value comes out', () => {
  const markers = new Markers();
  const lines: string[] = [];
  let parts: Services;
  let author: Author;
  let restore = (): void => {};

  before(async () => {
    parts = await services();
    author = new Author(parts);
    restore = listen(parts, lines);
    await vscode.workspace
      .getConfiguration('genesysSecrets')
      .update('org', 'practice', vscode.ConfigurationTarget.Global);
  });

  after(() => restore());

  function expectNothing(text: string, where: string): void {
    expect(markers.in(text), where).to.deep.equal([]);
  }

  /** What an author can see of a document's findings: diagnostics, hovers and quick fixes with their arguments. */
  async function everythingShown(uri: vscode.Uri): Promise<string> {
    const shown = diagnosticsOf(uri);
    const parts: unknown[] = [shown];
    for (const { range } of shown) {
      parts.push(await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, range.start));
      for (const { title, command, edit, kind } of await quickFixes(uri, range))
        parts.push([title, command, edit, kind]);
    }
    return JSON.stringify(parts);
  }

  async function show(name: string, text: string, count: number): Promise<vscode.TextDocument> {
    const document = await openText(name, text);
    await eventually(() => diagnosticsOf(document.uri).length >= count, `${count} diagnostics`);
    return document;
  }

  it('by diagnostics, hovers and quick fixes, wherever it stands', async () => {
    const basic = btoa(`svc:${markers.plant(16)}`);
    const headers = {
      'X-API-Key': markers.plant(),
      Authorization: `Basic ${basic}`,
      'Proxy-Authorization': `Bearer ${markers.plant()}`,
      [`X-${markers.plant()}`]: markers.plant(),
    };
    const action = JSON.parse(dataAction(headers));
    const { request } = action.config;
    request.requestUrlTemplate = `https://svc:${markers.plant(20)}@api.example.com/?api_key=${markers.plant()}`;
    request.requestTemplate = `{"clientSecret": "${markers.plant()}", "${markers.plant()}": {"password": "${markers.plant()}"}}`;
    action.contract.input.inputSchema.properties.apiKey = { type: 'string', default: markers.plant() };
    action[`token ${markers.plant()}`] = { password: markers.plant() };
    const document = await show('Everywhere.custom.json', JSON.stringify(action, null, 2), 8);
    expectNothing(await everythingShown(document.uri), 'a Data Action');
  });

  it('in a flow, also when it is broken and when an expression holds the parts', async () => {
    const whole = flow(markers.plant());
    const joined = flow('x').replace('lit: "x"', `exp: "\\"Bearer ${markers.plant()}\\" + \\"${markers.plant()}\\""`);
    for (const [name, text] of Object.entries({ whole, joined, broken: `${whole}  description: "half\n  tasks: [` })) {
      const document = await show(`leak-${name}.yaml`, text, 1);
      expectNothing(await everythingShown(document.uri), name);
    }
  });

  it('when it is stored, refused, or fails half-way', async () => {
    for (const [integration, confirms] of [
      ['Northwind CRM', true],
      ['Northwind Payments', true],
      ['Northwind Loyalty API', false],
      ['Northwind Itineraries', true],
    ] as const) {
      const document = await show(`Leak-${integration}.custom.json`, dataAction({ 'X-API-Key': markers.plant() }), 1);
      await fix(document, 'genesysSecrets.storeAndReplace', { picks: [integration], confirms });
    }
    expect(author.shown.length).to.be.greaterThan(4);
    expectNothing(author.shown.join('\n'), 'what was said');
  });

  it('when the org cannot be reached', async () => {
    const document = await show('Offline.custom.json', dataAction({ 'X-API-Key': markers.plant() }), 1);
    const { forDocument } = parts.orgs;
    Object.assign(parts.orgs, {
      forDocument: () => Promise.reject(new TypeError(`fetch failed for ${document.getText()}`)),
    });
    await fix(document, 'genesysSecrets.storeAndReplace', { confirms: true });
    Object.assign(parts.orgs, { forDocument });
    expectNothing(author.shown.join('\n'), 'what was said');
  });

  it('when it waits in the secret storage for its reference to be verified', async () => {
    Object.assign(parts.durable, { isDurable: async () => true });
    const document = await show('Waits.custom.json', dataAction({ 'X-API-Key': markers.plant() }), 1);
    await fix(document, 'genesysSecrets.replaceWithReference', {
      picks: ['Northwind CRM'],
      inputs: ['waitingKey'],
      confirms: true,
    });
    expect(document.getText()).to.include('waitingKey');
    expectNothing(await everythingShown(document.uri), 'an unverified reference');
    expectNothing(author.shown.join('\n'), 'what was said');
  });

  it('by a scan of the workspace, with a file that is named like a token', async () => {
    await writeText(`leak/${markers.plant()}.custom.json`, dataAction({ 'X-API-Key': markers.plant() }));
    await vscode.commands.executeCommand('genesysSecrets.scanWorkspace');
    expectNothing(author.shown.join('\n'), 'what was said');
  });

  it('on the page of the practice org', async () => {
    await vscode.commands.executeCommand('genesysSecrets.showPracticeOrg');
    const page = await eventually(
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'genesys-secrets-practice'),
      'the page',
    );
    await eventually(() => page.getText().includes('PRACTICE'), 'its text');
    expectNothing(page.getText(), 'the page');
  });

  it('in what is kept, logged, printed or left unhandled', async () => {
    const { workspaceState, globalState } = parts.context;
    const kept = [workspaceState, globalState].flatMap((state) => state.keys().map((key) => [key, state.get(key)]));
    expect(kept.length).to.be.greaterThan(1);
    expectNothing(JSON.stringify(kept), 'mementos');
    expect(lines.length).to.be.greaterThan(0);
    expectNothing(lines.join('\n'), 'log and console');
    expectNothing(await vscode.env.clipboard.readText(), 'the clipboard');
  });

  async function fix(
    document: vscode.TextDocument,
    command: string,
    answers: Parameters<Author['answers']>[0],
  ): Promise<void> {
    const [shown] = diagnosticsOf(document.uri);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    author.answers(answers);
    await press(fixes.find((each) => each.command?.command === command));
  }
});

/** Writes down every line of the log and the console, and every rejection that nobody handles. */
function listen({ log }: Services, lines: string[]): () => void {
  const take = (...words: unknown[]): void => {
    lines.push(
      words.map((word) => (word instanceof Error ? `${word.message} ${word.stack}` : JSON.stringify(word))).join(' '),
    );
  };
  const taking =
    <Words extends unknown[]>(print: (...words: Words) => void) =>
    (...words: Words): void => {
      take(...words);
      print(...words);
    };
  const { info, warn } = log;
  Object.assign(log, {
    info: taking(info),
    warn: taking(warn),
  });
  const printed = { ...console };
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[level] = taking(printed[level]);
  }
  const rejected = (event: unknown): void => take((event as { reason?: unknown }).reason ?? event);
  const { process } = globalThis as { process?: { on?(event: string, listener: (reason: unknown) => void): void } };
  if (process?.on) process.on('unhandledRejection', rejected);
  else globalThis.addEventListener?.('unhandledrejection', rejected);
  return () => Object.assign(console, printed);
}
