import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/extension/ids.ts';
import { Rotations } from '../../../src/extension/org/rotations.ts';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../../support/author.ts';
import { services } from '../support/editor.ts';

describe('Show rotations due', () => {
  let parts: Services;
  let author: Author;

  before(async () => {
    parts = await services();
    author = new Author(parts);
    const rotations = new Rotations(parts.context.workspaceState);
    await rotations.done(new Set((await rotations.due()).map(({ id }) => id)));
    const entry = { org: 'PRACTICE', integration: 'Booking', files: ['a.json'], stored: '2026-01-02T03:04:05.000Z' };
    await rotations.add({ ...entry, id: '1', fields: ['local'], history: { commits: 2, pushed: 'no' } });
    await rotations.add({
      ...entry,
      id: '2',
      fields: ['pushed'],
      history: { commits: 3, pushed: 'yes', newest: ['0a1b2c3d'] },
    });
    await rotations.add({ ...entry, id: '3', fields: ['unknown'] });
    const history = { commits: 0, pushed: 'unknown', tooShort: 'all' } as const;
    await rotations.add({ ...entry, id: '4', fields: ['short'], history });
  });

  it('lists what is most urgent first, and takes away what is done', async () => {
    author.answers({ picks: ['pushed in “Booking”'] });
    await vscode.commands.executeCommand(COMMANDS.rotationsDue);
    const listed = author.shown.at(-1) ?? '';
    expect(listed.indexOf('pushed in')).to.be.lessThan(listed.indexOf('local in'));
    expect(listed).to.include('URGENT: 3 commits').and.include('The newest: 0a1b2c3d.');
    expect(listed.indexOf('short in')).to.be.greaterThan(listed.indexOf('local in'));
    expect(listed).to.include('Too short to be looked for').and.not.include('do not hold it');
    expect((await new Rotations(parts.context.workspaceState).due()).map(({ id }) => id)).to.deep.equal([
      '1',
      '3',
      '4',
    ]);
  });

  it('says when nothing is waiting', async () => {
    author.answers({ picks: ['local in “Booking”', 'unknown in “Booking”', 'short in “Booking”'] });
    await vscode.commands.executeCommand(COMMANDS.rotationsDue);
    await vscode.commands.executeCommand(COMMANDS.rotationsDue);
    expect(author.shown.at(-1)).to.include('Nothing is waiting');
  });
});
