import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/extension/ids.ts';
import { Rotations } from '../../../src/extension/org/rotations.ts';
import type { Services } from '../../../src/extension/services.ts';
import type { Author } from '../../support/author.ts';
import { secret } from '../../support/values.ts';
import { atOwnPractice, type OwnPractice } from '../support/practice.ts';

const PAYMENTS = 'Northwind Payments';
const isPayments = ({ name }: { readonly name: string }) => name === PAYMENTS;
const [ENTER, REVOKED] = ['Enter All Values…', 'It Is Revoked'];

describe('Rotate', () => {
  let parts: Services;
  let author: Author;
  let own: OwnPractice;
  let leave: () => void;
  let rotations: Rotations;

  before(async () => {
    ({ parts, author, own, leave } = await atOwnPractice());
    rotations = new Rotations(parts.context.workspaceState);
    await rotations.done(new Set((await rotations.due()).map(({ id }) => id)));
    const org = await own.orgs.forWorkspace();
    const [payments] = (await org?.client.listIntegrations(['custom-rest-actions']))?.filter(isPayments) ?? [];
    await rotations.add({
      id: 'due',
      org: org?.label ?? '',
      integration: PAYMENTS,
      orgId: org?.orgId ?? '',
      integrationId: payments?.id ?? '',
      fields: ['secretKey'],
      files: ['a.json'],
      stored: '2026-01-02T03:04:05.000Z',
      tokens: ['Stripe secret key'],
      history: { commits: 3, pushed: 'yes' },
    });
  });

  after(() => leave());

  async function held() {
    const { org } = await own.host.running();
    const { credentials, integrations } = org.snapshot();
    const id = integrations.find(({ config }) => config.name === PAYMENTS)?.config.credentials.basicAuth ?? '';
    return { id, values: org.credentialValues().get(id), all: credentials.map((each) => each.id) };
  }

  const rotate = () => vscode.commands.executeCommand(COMMANDS.rotate);

  it('puts a credential with the new values in the place of the present one, and keeps the list until the old one is revoked', async () => {
    const [key, account] = [secret(), secret()];
    const before = await held();
    author.answers({ picks: [PAYMENTS], presses: [ENTER], inputs: [key, account], confirms: true });
    await rotate();
    const after = await held();
    expect(after.values).to.deep.equal({ secretKey: key, accountId: account });
    expect(after.id).not.to.equal(before.id);
    expect(after.all).to.include(before.id);
    expect((await rotations.due()).map(({ id }) => id)).to.deep.equal(['due']);
  });

  it('takes it from the list when the author says that it is revoked', async () => {
    author.answers({ picks: [PAYMENTS], presses: [ENTER, REVOKED], inputs: [secret(), secret()], confirms: true });
    await rotate();
    expect(await rotations.due()).to.deep.equal([]);
  });
});
