import { expect } from 'chai';
import * as vscode from 'vscode';
import type { InputOptions, ProgressTask } from '../../../src/commands/ports/ui.ts';
import { isWebWorker } from '../../../src/extension/chunks.ts';
import { COMMANDS } from '../../../src/extension/ids.ts';
import type { Services } from '../../../src/extension/services.ts';
import { type Answers, Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { desk } from '../support/desk.ts';
import { diagnostics, eventually, openText, press, quickFixes, services } from '../support/editor.ts';

const IN_BROWSER = 'In the browser, as yourself';
const WITH_SECRET = 'With a client ID and a client secret';

describe('signing in to an org', () => {
  let parts: Services;
  let author: Author;
  const at = { origin: desk.origin };

  before(async function () {
    if (!desk.isThere) this.skip();
    parts = await services();
    author = new Author(parts);
    await forgetAll();
  });

  after(async () => {
    await forgetAll();
    await choose('practice');
  });

  async function forgetAll(): Promise<void> {
    for (const { id } of await parts.accounts.sessions.all()) await parts.accounts.sessions.remove(id);
  }

  async function choose(org: string): Promise<void> {
    await vscode.workspace.getConfiguration('genesysSecrets').update('org', org, vscode.ConfigurationTarget.Global);
  }

  /** Signs in with client credentials; only where they are offered. */
  async function signInClient(answers: Partial<Answers> = {}) {
    const { client } = await desk.clients();
    author.answers({ picks: [WITH_SECRET], inputs: [client.id, client.secret], ...answers });
    return parts.accounts.signIn(at);
  }

  /** Signs in as a user, with a real browser that gives this answer and comes back this way. */
  async function signInUser(way: 'loopback' | 'paste', answer: 'Allow' | 'Deny' = 'Allow') {
    const { user } = await desk.clients();
    let visited: ReturnType<typeof desk.visit> | undefined;
    author.answers({ picks: isWebWorker() ? [] : [IN_BROWSER], inputs: [user.id] });
    const { input } = parts.ui;
    const { ways } = parts.accounts.parts;
    Object.assign(parts.accounts.parts, { ways: () => [way] });
    Object.assign(parts.ui, {
      openExternal: async (address: string) => {
        visited = desk.visit(address, answer);
      },
      input: async (options: InputOptions) => (visited ? (await visited).address : input(options)),
    });
    try {
      const session = await parts.accounts.signIn(at);
      return { session, visited: await visited };
    } finally {
      Object.assign(parts.ui, { input });
      Object.assign(parts.accounts.parts, { ways });
    }
  }

  it('with client credentials keeps the secret in the secret storage alone', async function () {
    if (isWebWorker()) this.skip();
    const { client } = await desk.clients();
    const session = await signInClient();
    expect(session).to.include({ grant: 'client', who: 'Secrets Client', at: desk.origin });
    expect(JSON.stringify([session, author.shown])).not.to.include(client.secret);
    expect(await parts.context.secrets.get(`auth.session.${session?.id}`)).to.include(client.secret);
  });

  it('is refused with a wrong secret, and nothing is kept', async function () {
    if (isWebWorker()) this.skip();
    const before = await parts.accounts.sessions.all();
    const { client } = await desk.clients();
    expect(await signInClient({ inputs: [client.id, secret()] })).to.equal(undefined);
    expect(author.shown.at(-1)).to.include('refused the sign-in');
    expect(await parts.accounts.sessions.all()).to.deep.equal(before);
  });

  it('offers no client secret in a web worker', async function () {
    if (!isWebWorker()) this.skip();
    const asked = author.shown.length;
    author.answers({});
    expect(await parts.accounts.signIn(at)).to.equal(undefined);
    expect(author.shown.slice(asked).join()).to.include('Client ID').and.not.include(WITH_SECRET);
  });

  it('in the browser, which comes back to a port of this machine', async function () {
    if (isWebWorker()) this.skip();
    const { session, visited } = await signInUser('loopback');
    expect(visited?.asked).to.include('Jo Northwind').and.include('Secrets User');
    expect(visited?.said).to.include('close this page');
    expect(session).to.include({ grant: 'user', who: 'Jo Northwind' });
  });

  it('in the browser, with the address pasted back', async () => {
    const { session, visited } = await signInUser('paste');
    expect(visited?.address).to.match(/^http:\/\/127\.0\.0\.1:47811\/signed-in\?code=/);
    expect(session).to.include({ grant: 'user', who: 'Jo Northwind' });
  });

  it('in the browser, by the address of the editor', async () => {
    const { user } = await desk.clients();
    const { redirects, ways } = parts.accounts.parts;
    expect(redirects.address).to.equal(`${vscode.env.uriScheme}://genesys-cloud-secrets.genesys-secrets/signed-in`);
    author.answers({ picks: isWebWorker() ? [] : [IN_BROWSER], inputs: [user.id] });
    Object.assign(parts.accounts.parts, { ways: () => ['uri'] });
    let opened = '';
    Object.assign(parts.ui, {
      openExternal: async (address: string) => {
        opened = address;
        const state = new URL(address).searchParams.get('state') ?? '';
        const comeBack = (query: string) => redirects.handleUri(vscode.Uri.parse(`${redirects.address}?${query}`));
        comeBack('code=made-up-elsewhere&state=another');
        comeBack(`error=access_denied&state=${state}`);
      },
    });
    try {
      expect(await parts.accounts.signIn(at)).to.equal(undefined);
    } finally {
      Object.assign(parts.accounts.parts, { ways });
    }
    expect(new URL(opened).searchParams.get('redirect_uri')).to.equal(redirects.address);
    expect(author.shown.at(-1)).to.include('refused in the browser');
  });

  it('is not done when the user says no in the browser', async () => {
    const before = await parts.accounts.sessions.all();
    const { session } = await signInUser(isWebWorker() ? 'paste' : 'loopback', 'Deny');
    expect(session).to.equal(undefined);
    expect(author.shown.at(-1)).to.include('refused in the browser');
    expect(await parts.accounts.sessions.all()).to.deep.equal(before);
  });

  it('waits for its own answer alone, and no longer than the author wants', async function () {
    if (isWebWorker()) this.skip();
    const { user } = await desk.clients();
    const { parts: waiting } = parts.accounts;
    const { ways, patience } = waiting;
    const { progress } = parts.ui;
    const listener = 'http://127.0.0.1:47811/signed-in';
    const refused: number[] = [];
    Object.assign(waiting, { ways: () => ['loopback'], patience: 300 });
    Object.assign(parts.ui, {
      openExternal: async (address: string) => {
        const state = new URL(address).searchParams.get('state') ?? '';
        for (const other of [`${listener}?code=x&state=another`, listener, `http://127.0.0.1:47811/?state=${state}`])
          refused.push((await fetch(other)).status);
      },
    });
    try {
      author.answers({ picks: [IN_BROWSER], inputs: [user.id] });
      expect(await parts.accounts.signIn(at)).to.equal(undefined);
      expect(refused).to.deep.equal([400, 400, 400]);
      expect(author.shown.at(-1)).to.include('Nobody signed in');
      Object.assign(parts.ui, {
        progress: (_title: string, task: ProgressTask<unknown>) => task(() => {}, AbortSignal.abort()),
      });
      Object.assign(waiting, { patience });
      author.answers({ picks: [IN_BROWSER], inputs: [user.id] });
      const said = author.shown.length;
      expect(await parts.accounts.signIn(at)).to.equal(undefined);
      expect(author.shown.slice(said).join()).not.to.include('Nobody signed in');
    } finally {
      Object.assign(waiting, { ways, patience });
      Object.assign(parts.ui, { progress });
    }
    const isListening = await fetch(listener).then(
      () => true,
      () => false,
    );
    expect(isListening).to.equal(false);
  });

  it('lists every session among the accounts, and hands out no token', async () => {
    const listed = await vscode.authentication.getAccounts('genesys-cloud');
    const all = await parts.accounts.sessions.all();
    expect(listed.map(({ id }) => id).sort()).to.deep.equal(all.map(({ id }) => id).sort());
    expect(listed.length).to.equal(isWebWorker() ? 1 : 2);
    for (const { accessToken, id } of await parts.accounts.getSessions(undefined, {}))
      expect(await parts.context.secrets.get(`auth.session.${id}`)).not.to.include(accessToken);
  });

  it('stores into the org that was chosen, after saying which, where and as whom', async () => {
    const all = await parts.accounts.sessions.all();
    const user = all.find(({ grant }) => grant === 'user');
    author.answers({ picks: [`${user?.orgName} · Jo Northwind`] });
    await vscode.commands.executeCommand(COMMANDS.chooseOrg);
    const key = secret();
    const text = dataAction({ 'X-API-Key': key });
    const document = await openText('Real.custom.json', text);
    const [shown] = await diagnostics(document.uri, 1);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    author.answers({ picks: ['Northwind Booking API'], confirms: true });
    const asked = author.shown.length;
    await press(fixes.find((fix) => fix.isPreferred));
    expect(document.getText()).to.equal(text.replace(key, '${credentials.apiKey}'));
    const said = author.shown.slice(asked).join('\n');
    expect(said).to.include(`Org: ${user?.orgName}`);
    expect(said).to.include(`Region: ${desk.origin}`).and.include('Signed in as: Jo Northwind');
    expect(said).not.to.include(key).and.not.include('PRACTICE');
  });

  it('gets a new token when the org no longer accepts the old one, once', async () => {
    const org = await parts.orgs.forWorkspace();
    await desk.expire();
    const before = (await desk.log()).length;
    expect((await org?.client.organization())?.name).to.be.a('string');
    expect((await desk.log()).slice(before)).to.deep.equal([
      'GET /api/v2/organizations/me → 401',
      'POST /oauth/token → 200',
      'GET /api/v2/organizations/me → 200',
    ]);
  });

  it('is asked for again when the org accepts neither token, and the org stays chosen', async () => {
    const { user } = await desk.clients();
    const session = (await parts.accounts.sessions.all()).find(({ grant }) => grant === 'user');
    const key = `auth.session.${session?.id}`;
    await parts.context.secrets.store(key, JSON.stringify({ access: 'ended', refresh: 'ended' }));
    const picked = (await parts.orgs.forWorkspace())?.label;
    const { input, openExternal } = parts.ui;
    const { ways } = parts.accounts.parts;
    Object.assign(parts.accounts.parts, { ways: () => ['paste'] });
    let visited: ReturnType<typeof desk.visit> | undefined;
    Object.assign(parts.ui, {
      openExternal: async (address: string) => {
        expect(new URL(address).searchParams.get('client_id')).to.equal(user.id);
        visited = desk.visit(address, 'Allow');
      },
      input: async () => (await visited)?.address,
    });
    // Until now the window goes on with the tokens it has: here they are gone from the secret storage as well.
    const known = `auth.known.${session?.id}`;
    await parts.context.secrets.store(known, (await parts.context.secrets.get(known)) ?? '');
    author.answers({ presses: ['Sign In Again…'] });
    await vscode.commands.executeCommand(COMMANDS.secureIntegration);
    Object.assign(parts.ui, { input, openExternal });
    Object.assign(parts.accounts.parts, { ways });
    expect(author.shown.at(-1)).to.include('Signed in to');
    expect(await parts.context.secrets.get(key)).not.to.include('ended');
    expect((await parts.orgs.forWorkspace())?.label).to.equal(picked);
  });

  it('of another window is seen here', async () => {
    const [first] = await parts.accounts.sessions.all();
    if (!first) throw new Error('nobody is signed in');
    const heard: string[] = [];
    const listening = parts.accounts.onDidChangeSessions(({ removed = [] }) => {
      for (const { account } of removed) heard.push(account.id);
    });
    await parts.accounts.getSessions(undefined, {});
    for (const { id } of await parts.accounts.sessions.all())
      for (const key of ['known', 'session']) await parts.context.secrets.delete(`auth.${key}.${id}`);
    await eventually(() => heard.length > 0, 'the change is heard of');
    listening.dispose();
    expect(heard).to.include(first.id);
    expect(await parts.accounts.getSessions(undefined, {})).to.deep.equal([]);
  });

  it('ends with a sign-out: the token at the org, and everything that was kept', async () => {
    const { session } = await signInUser('paste');
    const id = session?.id ?? '';
    await parts.accounts.removeSession(id);
    expect((await desk.log()).at(-1)).to.equal('DELETE /api/v2/tokens/me → 204');
    expect(author.shown.at(-1)).to.include('ended in Genesys Cloud');
    expect(await parts.context.secrets.get(`auth.session.${id}`)).to.equal(undefined);
    expect(await parts.accounts.sessions.find(id)).to.equal(undefined);
  });

  it('asks for an org again when the one that was chosen is gone', async () => {
    author.answers({ picks: [] });
    expect(await parts.orgs.forWorkspace()).to.equal(undefined);
    expect(author.shown.at(-1)).to.include('Sign in to an org…');
  });
});
