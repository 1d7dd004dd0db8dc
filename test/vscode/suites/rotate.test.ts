import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/extension/ids.ts';
import { Rotations } from '../../../src/extension/org/rotations.ts';
import type { Services } from '../../../src/extension/services.ts';
import type { Author } from '../../support/author.ts';
import { secret } from '../../support/values.ts';
import { atOwnPractice, type Misbehaviour, type OwnPractice, ownPractice } from '../support/practice.ts';

const PAYMENTS = 'Northwind Payments';
const OTHER = 'Northwind Booking API';
const isPayments = ({ name }: { readonly name: string }) => name === PAYMENTS;
const [ENTER, PAGE, REVOKED] = ['Enter All Values…', 'Open the Page', 'It Is Revoked'];

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

  it('changes nothing until the last question is answered', async () => {
    const before = await held();
    author.answers({ picks: [PAYMENTS], presses: [ENTER], inputs: [secret(), secret()] });
    await rotate();
    expect(await held()).to.deep.equal(before);
    expect(author.shown.join('\n')).to.include('Give the integration the new values?');
  });

  it('opens the page of the provider, says how far the value has spread, and shows no value', async () => {
    const [key, account] = [secret(), secret()];
    author.answers({ picks: [PAYMENTS], presses: [ENTER, PAGE], inputs: [key, account] });
    await rotate();
    const shown = author.shown.join('\n');
    expect(shown).to.match(/^https:\/\/dashboard\.stripe\.com\//m);
    expect(shown).to.include('URGENT: 3 commits').and.not.include(key).and.not.include(account);
  });

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

  it('advises to end nothing that another integration still uses', async () => {
    const before = await held();
    const client = (await own.orgs.forWorkspace())?.client;
    const listed = (await client?.listIntegrations(['custom-rest-actions'])) ?? [];
    const other = listed.find(({ name }) => name === OTHER);
    if (!client || !other) throw new Error('no other integration');
    const config = await client.integrationConfig(other.id);
    await client.putIntegrationConfig(other.id, { ...config, credentials: { basicAuth: { id: before.id } } });
    const told = author.shown.length;
    author.answers({ picks: [PAYMENTS], presses: [ENTER, REVOKED], inputs: [secret(), secret()], confirms: true });
    await rotate();
    const shown = author.shown.slice(told).join('\n');
    expect(shown).to.include(`still used by ${OTHER}`).and.not.include('then revoke the old value');
    expect(shown).not.to.include(REVOKED);
    expect((await rotations.due()).map(({ id }) => id)).to.deep.equal(['due']);
  });

  it('replaces what the org does not show only when the author says that the list is complete', async () => {
    const blind = ownPractice(parts, () => {}, hidesFields);
    const { orgs } = parts;
    Object.assign(parts, { orgs: blind.orgs });
    const [key, account] = [secret(), secret()];
    const answers = { picks: [PAYMENTS], presses: [ENTER], inputs: ['secretKey, accountId', key, account] };
    const told = author.shown.length;
    author.answers(answers);
    await rotate();
    expect(author.shown.slice(told).join('\n')).to.include('is lost for every action').and.not.include('Give the');
    author.answers({ ...answers, confirms: true });
    await rotate();
    Object.assign(parts, { orgs });
    const values = [...(await blind.host.running()).org.credentialValues().values()];
    expect(values).to.deep.include({ secretKey: key, accountId: account });
  });

  it('takes it from the list when the author says that it is revoked', async () => {
    author.answers({ picks: [PAYMENTS], presses: [ENTER, REVOKED], inputs: [secret(), secret()], confirms: true });
    await rotate();
    expect(await rotations.due()).to.deep.equal([]);
  });
});

/** An org that shows no names of fields. */
const hidesFields: Misbehaviour = async (request, answer) => {
  const given = await answer(request);
  if (request.method !== 'GET' || !/\/credentials\/[^/]+$/.test(new URL(request.url).pathname)) return given;
  const { credentialFields: _hidden, ...shown } = (await given.json()) as Readonly<Record<string, unknown>>;
  return Response.json(shown, { status: given.status });
};
