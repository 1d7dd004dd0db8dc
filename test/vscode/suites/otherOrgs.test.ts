import { expect } from 'chai';
import { Sensitive } from '../../../src/base/sensitive.ts';
import type { Session } from '../../../src/extension/auth/session.ts';
import { isWebWorker } from '../../../src/extension/chunks.ts';
import { lackingOrgs } from '../../../src/extension/org/otherOrgs.ts';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../support/author.ts';
import { desk } from '../support/desk.ts';
import { services } from '../support/editor.ts';
import { secret } from '../support/values.ts';

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

  before(async function () {
    if (isWebWorker() || !desk.isThere) return this.skip();
    parts = await services();
    const author = new Author(parts);
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
    lackingOrgs(parts.accounts, parts.chunks, own, { integration: PAYMENTS, fields });

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

  it('are not asked without a sign-in', async () => {
    await forgetAll();
    const before = (await desk.log()).length;
    expect(await look(['newKey'])).to.deep.equal([]);
    expect((await desk.log()).length).to.equal(before);
  });
});
