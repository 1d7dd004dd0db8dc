import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS, UPDATE_SCHEME } from '../../../src/extension/ids.ts';
import type { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, openText, press, quickFixes } from '../support/editor.ts';
import { atOwnPractice, type OwnPractice } from '../support/practice.ts';

const OAUTH = 'User Defined (OAuth): Genesys Cloud asks for the token by itself';
const CARGO = 'Northwind Cargo';
const [TOKEN_FILE, USER_FILE] = ['Cargo-Token.custom.json', 'Shipment.custom.json'];

/** The action that asks for a token, as an author makes it by hand. */
function tokenRequest(value: string, more: object = {}): string {
  const request = {
    requestUrlTemplate: 'https://login.cargo.example.com/oauth2/token',
    requestType: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    requestTemplate: `grant_type=client_credentials&client_id=cargo-desk&client_secret=${value}`,
  };
  const response = { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' };
  return dataAction({}, { name: 'Get Cargo Token', config: { request, response }, ...more });
}

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

  it('changes nothing while its plan is not confirmed', async () => {
    author.answers({ picks: [CARGO, OAUTH] });
    await fix(tokenFile());
    expect(tokenFile()?.getText()).to.include(value);
    expect((await cargo()).type).to.equal(undefined);
    const asked = author.shown.join('\n');
    expect(asked).to.include(`The file ${TOKEN_FILE} becomes the custom auth action`);
    expect(asked).to.include('Other actions that take the token from it, as ${authResponse.access_token}');
  });

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

  it('publishes no action that takes the token before the custom auth action can get one', async () => {
    author.answers({ confirms: true });
    await vscode.commands.executeCommand(COMMANDS.updateAction, userFile()?.uri);
    expect(author.shown.at(-1)).to.include('Update that action first');
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

  it('then publishes the action that takes its token', async () => {
    author.answers({ confirms: true });
    await vscode.commands.executeCommand(COMMANDS.updateAction, userFile()?.uri);
    const track = (await cargo()).actions.find(({ published }) => published?.name === 'Track Shipment');
    expect(track?.published?.config.request.headers.Authorization).to.equal('Bearer ${authResponse.access_token}');
    const practice = (await own.host.running()).org;
    expect(practice.renderRequest(track?.id ?? '', { token: 'x', waybill: '1' })).to.deep.include({ ok: true });
  });

  it('publishes no custom auth action that holds a literal', async () => {
    const literal = secret();
    const other = await openText('Literal-Auth.customAuth.json', tokenRequest(literal, { actionType: 'customAuth' }));
    author.answers({ picks: [CARGO], confirms: true });
    await vscode.commands.executeCommand(COMMANDS.updateAction, other.uri);
    expect(author.shown.at(-1)).to.include('still holds a credential');
    expect(JSON.stringify(await cargo())).not.to.include(literal);
  });

  it('takes new fields of a custom auth action, with the values that are there', async () => {
    const [literal, kept] = [secret(), secret()];
    const other = await openText('More-Auth.customAuth.json', tokenRequest(literal, { actionType: 'customAuth' }));
    author.answers({ picks: [CARGO], inputs: [kept], confirms: true, presses: ['Enter All Values…'] });
    await fix(other);
    const { type, values } = await cargo();
    expect(type).to.equal('userDefinedOAuth');
    expect(values).to.deep.equal({ clientSecret: kept, clientSecret2: literal });
    expect(other.getText()).to.include('${credentials.clientSecret2}');
    expect(author.shown.join('\n')).to.include('Test the custom auth action').and.not.include(literal);
  });

  it('is rotated as what it is', async () => {
    const values = [secret(), secret()];
    author.answers({ picks: [CARGO], presses: ['Enter All Values…'], inputs: values, confirms: true });
    await vscode.commands.executeCommand(COMMANDS.rotate);
    const { type, values: stored } = await cargo();
    expect([type, Object.values(stored ?? {})]).to.deep.equal(['userDefinedOAuth', values]);
    expect(author.shown.join('\n')).not.to.include(values[0]);
  });

  it('has no place for a literal of another action, and offers another integration', async () => {
    const literal = secret();
    const other = await openText('Plain.custom.json', dataAction({ 'X-API-Key': literal }, { name: 'Plain' }));
    author.answers({
      picks: [CARGO, 'Northwind Loyalty API'],
      confirms: true,
      presses: ['Choose Another Integration…'],
    });
    await fix(other);
    expect(author.shown.join('\n')).to.include('which only its custom auth action may read');
    expect(other.getText()).to.include('${credentials.apiKey}');
    expect((await cargo()).type).to.equal('userDefinedOAuth');
  });

  it('explains an integration with Basic Auth before anything is asked', async () => {
    const literal = secret();
    const other = await openText('Crm.custom.json', dataAction({ 'X-API-Key': literal }, { name: 'Crm' }));
    author.answers({ picks: ['Northwind CRM'], confirms: true });
    const before = author.shown.length;
    await fix(other);
    const shown = author.shown.slice(before).join('\n');
    expect(shown).to.include('basicAuth').and.include('second integration').and.not.include('Store credentials in');
    expect(other.getText()).to.include(literal);
  });
});
