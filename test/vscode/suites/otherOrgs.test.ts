import { expect } from 'chai';
import { Sensitive } from '../../../src/base/sensitive.ts';
import type { Session } from '../../../src/commands/org/session.ts';
import { lackingOrgs } from '../../../src/commands/store/otherOrgs.ts';
import { tellOtherOrgs } from '../../../src/commands/store/tellOtherOrgs.ts';
import { accountsPort } from '../../../src/extension/auth/accountsPort.ts';
import { isWebWorker } from '../../../src/extension/chunks.ts';
import { portsOf } from '../../../src/extension/commands/ports.ts';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../../support/author.ts';
import { secret } from '../../support/values.ts';
import { desk } from '../support/desk.ts';
import { services } from '../support/editor.ts';

const PAYMENTS = { name: 'Northwind Payments', typeId: 'custom-rest-actions' };

describe('other orgs after a store', () => {
  const own: Session = {
    id: 'own',
    handle: 'own',
    at: 'mypurecloud.com',
    grant: 'client',
    clientId: 'own',
    orgId: 'own',
    orgName: 'Own',
    who: 'Somebody',
  };
  let parts: Services;
  let author: Author;

  before(async function () {
    if (isWebWorker() || !desk.isThere) return this.skip();
    parts = await services();
    author = new Author(parts);
    await forgetAll();
    const { client } = await desk.clients();
    author.answers({ picks: ['With a client ID and a client secret'], inputs: [client.id, client.secret] });
    await parts.accounts.signIn({ origin: desk.origin });
    // Nobody listens there.
    const gone = { ...own, at: 'http://127.0.0.1:9', orgId: 'gone', orgName: 'Gone' };
    await parts.accounts.sessions.add(gone, { clientSecret: new Sensitive(secret()) });
  });

  after(async () => {
    if (parts) await forgetAll();
  });

  async function forgetAll(): Promise<void> {
    for (const { id } of await parts.accounts.sessions.all()) await parts.accounts.sessions.remove(id);
  }

  const look = (fields: readonly string[]) =>
    lackingOrgs(accountsPort(parts.accounts), own, { integration: PAYMENTS, fields });

  it('are named with what they lack, by reading alone, and one that does not answer is left out', async () => {
    const before = (await desk.log()).length;
    const found = await look(['secretKey', 'newKey']);
    expect(found.map(({ lacking, unseen }) => ({ lacking, unseen }))).to.deep.equal([
      { lacking: ['newKey'], unseen: false },
    ]);
    const asked = (await desk.log()).slice(before).filter((line) => !line.includes('/oauth/token'));
    expect(asked).not.to.deep.equal([]);
    expect(asked.filter((line) => !line.startsWith('GET '))).to.deep.equal([]);
  });

  it('are not named where nothing is missing', async () => {
    expect(await look(['secretKey'])).to.deep.equal([]);
  });

  it('are given the fields as well, where the author says so', async () => {
    const { sessions } = parts.accounts;
    const elsewhere = { ...own, at: 'http://127.0.0.1:9' };
    const { id } = await sessions.add(elsewhere, { clientSecret: new Sensitive(secret()) });
    const values = [secret(), secret(), secret()];
    const fields = ['newKey'];
    author.answers({ presses: ['Store There Too…', 'Enter All Values…'], inputs: values, confirms: true });
    const stored = { integration: PAYMENTS, credentialType: 'userDefined', fields };
    await tellOtherOrgs(portsOf(parts), stored, { session: { ...elsewhere, id } });
    expect(await look(['secretKey', 'accountId', ...fields])).to.deep.equal([]);
    const shown = author.shown.join('\n');
    expect(shown).to.include('lacks newKey').and.include('Store credentials in Genesys Cloud?');
    for (const value of values) expect(shown).not.to.include(value);
  });

  it('are left out when somebody signs out of them while they are asked', async () => {
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const integration = { ...PAYMENTS, id: 'theirs', credentials: [] };
    const listIntegrations = async () => {
      isAsked();
      await answered;
      return [integration];
    };
    const slow = Object.create(parts.chunks, {
      cloud: { value: async () => ({ connectOrg: async () => ({ listIntegrations }) }) },
    });
    const { sessions, parts: known } = parts.accounts;
    const asking = accountsPort({ sessions, parts: { ...known, chunks: slow }, signIn: async () => undefined });
    const found = lackingOrgs(asking, own, { integration: PAYMENTS, fields: ['newKey'] });
    await asked;
    await forgetAll();
    answer();
    expect(await found).to.deep.equal([]);
  });

  it('nor are they sent anything by what was begun before the sign-out', async () => {
    const { client } = await desk.clients();
    author.answers({ picks: ['With a client ID and a client secret'], inputs: [client.id, client.secret] });
    const session = await parts.accounts.signIn({ origin: desk.origin });
    const org = session && (await parts.orgs.forSession(session));
    expect(await org?.client.organization()).to.have.property('name');
    await forgetAll();
    const before = (await desk.log()).length;
    const failed = await org?.client.organization().catch((error: unknown) => error);
    expect(failed).to.include({ name: 'CloudError', kind: 'login' });
    expect((await desk.log()).length).to.equal(before);
  });

  it('are not asked without a sign-in', async () => {
    await forgetAll();
    const before = (await desk.log()).length;
    expect(await look(['newKey'])).to.deep.equal([]);
    expect((await desk.log()).length).to.equal(before);
  });
});
