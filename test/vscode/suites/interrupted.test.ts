import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Services } from '../../../src/extension/services.ts';
import type { JournalEntry } from '../../../src/store/index.ts';
import { Author } from '../support/author.ts';
import { eventually, services } from '../support/editor.ts';
import { type OwnPractice, ownPractice } from '../support/practice.ts';

const LOOK = 'Look After It';

describe('A store that was interrupted', () => {
  let parts: Services;
  let author: Author;
  let own: OwnPractice;

  beforeEach(async () => {
    parts = await services();
    author = new Author(parts);
    own = ownPractice(parts, () => {});
    await choose('none');
  });

  after(() => choose('practice'));

  const choose = (org: string) =>
    vscode.workspace.getConfiguration('genesysSecrets').update('org', org, vscode.ConfigurationTarget.Global);

  function entry(integrationId: string): JournalEntry {
    return {
      id: crypto.randomUUID(),
      started: '2026-01-02T03:04:05.000Z',
      step: 'create',
      integrationId,
      integrationName: 'Booking',
      slot: 'basicAuth',
      credentialName: `Integration-${integrationId} ${crypto.randomUUID()}`,
      fieldNames: ['apiKey'],
      documents: [],
      references: [],
    };
  }

  it('is not looked after before the author says so', async () => {
    await own.state.update('storeJournal.gone', [entry('i')]);
    author.answers({});
    await own.orgs.tellInterrupted();
    expect(author.shown.join('\n')).to.include('did not end').and.not.include('nobody is signed in');
  });

  it('is looked after in its own org, whichever is chosen, and that org is named', async () => {
    const { org } = await own.host.running();
    const { integrations, organization } = org.snapshot();
    const key = `storeJournal.${organization.id}`;
    await own.state.update(key, [entry(integrations[0]?.id ?? '')]);
    author.answers({ presses: [LOOK] });
    await own.orgs.tellInterrupted();
    await eventually(() => author.shown.some((text) => text.includes('is as it was')), 'it is told');
    expect(author.shown.at(-1)).to.match(/^PRACTICE · .*“Booking” was interrupted/);
    expect(own.state.get(key)).to.deep.equal([]);
  });

  it('stays written down while nobody is signed in to its org, and that is told', async () => {
    await own.state.update('storeJournal.gone', [entry('i')]);
    author.answers({ presses: [LOOK] });
    await own.orgs.tellInterrupted();
    expect(author.shown.at(-1)).to.include('Booking').and.include('nobody is signed in');
    expect(own.state.get('storeJournal.gone')).to.have.length(1);
  });
});
