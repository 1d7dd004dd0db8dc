import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS, UPDATE_SCHEME } from '../../../src/extension/ids.ts';
import type { Author } from '../../support/author.ts';
import { dataAction, secret, tokenRequest } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, openText, press, quickFixes } from '../support/editor.ts';
import { atOwnPractice, type OwnPractice } from '../support/practice.ts';

const OAUTH = 'User Defined (OAuth): Genesys Cloud asks for the token by itself';
const CARGO = 'Northwind Cargo';
const [TOKEN_FILE, USER_FILE] = ['Cargo-Token.custom.json', 'Shipment.custom.json'];

describe('User Defined (OAuth)', () => {
  const value = secret();
  let author: Author;
  let own: OwnPractice;
  let leave: () => void;
  const opened: vscode.TextDocument[] = [];

  before(async () => {
    ({ author, own, leave } = await atOwnPractice());
    const user = dataAction({ Authorization: 'Bearer ${input.token}' }, { name: 'Track Shipment' });
    for (const [name, text] of [
      [TOKEN_FILE, tokenRequest(value)],
      [USER_FILE, user],
    ] as const) {
      const document = await openText(name, text);
      await document.save();
      opened.push(document);
    }
  });

  after(async () => {
    leave();
    for (const { uri } of opened) await vscode.workspace.fs.delete(uri);
  });

  const [request, headers] = [
    (document?: vscode.TextDocument) => JSON.parse(document?.getText() ?? '{}').config.request,
    (document?: vscode.TextDocument) => JSON.parse(document?.getText() ?? '{}').config.request.headers,
  ];

  async function cargo() {
    const { org } = await own.host.running();
    const { actions, credentials, integrations } = org.snapshot();
    const integration = integrations.find(({ config }) => config.name === CARGO);
    const bound = integration?.config.credentials.basicAuth ?? '';
    return {
      actions: actions.filter(({ integrationId }) => integrationId === integration?.id),
      type: credentials.find(({ id }) => id === bound)?.typeName,
      values: org.credentialValues().get(bound),
    };
  }

  const [tokenFile, userFile] = [() => opened[0], () => opened[1]];
  const authAction = async () => (await cargo()).actions.find(({ actionType }) => actionType === 'customAuth');

  async function fix(document: vscode.TextDocument | undefined): Promise<void> {
    if (!document) throw new Error('no document');
    await vscode.window.showTextDocument(document);
    await diagnostics(document.uri, 1);
    const [shown] = diagnosticsOf(document.uri);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    await press(fixes.find(({ isPreferred }) => isPreferred));
  }

  it('stores the secret, makes the request the custom auth action, and hands its token to the other actions', async () => {
    author.answers({ picks: [CARGO, OAUTH], confirms: true });
    await fix(tokenFile());
    expect(JSON.parse(tokenFile()?.getText() ?? '{}').actionType).to.equal('customAuth');
    expect(request(tokenFile()).requestTemplate).to.include('${credentials.clientSecret}').and.not.include(value);
    expect(headers(userFile())).to.deep.equal({ Authorization: 'Bearer ${authResponse.access_token}' });
    const { type, values } = await cargo();
    expect([type, values]).to.deep.equal(['userDefinedOAuth', { clientSecret: value }]);
    expect(author.shown.join('\n')).to.include('Next: publish the custom auth action').and.not.include(value);
  });

  it('publishes the custom auth action as the file has it, after showing both', async () => {
    author.answers({ confirms: true });
    await vscode.commands.executeCommand(COMMANDS.updateAction, tokenFile()?.uri);
    const published = (await authAction())?.published?.config;
    expect(published?.request).to.deep.equal(request(tokenFile()));
    expect(author.shown.join('\n')).to.include('The custom auth action becomes what the file says');
    const pages = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === UPDATE_SCHEME);
    expect(pages.map((page) => page.getText()).join('\n')).to.include('${credentials.loginUrl}');
    const practice = (await own.host.running()).org;
    expect(practice.renderRequest((await authAction())?.id ?? '', {})).to.deep.include({ ok: true });
  });
});
