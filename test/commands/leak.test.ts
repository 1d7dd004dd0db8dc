import { afterAll, describe, expect, it } from 'vitest';
import type { Answers } from '../support/author.ts';
import { Emissions } from '../support/leak/emissions.ts';
import { Markers } from '../support/leak/markers.ts';
import { type Planted, plantedFiles } from '../support/leak/planted.ts';
import { breaksOff, echoes, type Misbehaviour, namesValues, rejects } from '../support/misbehaving.ts';
import { LeakDesk } from './support/leakDesk.ts';

const [EMPTY, OCCUPIED] = ['Northwind Booking API', 'Northwind Payments'];
const CONFIRMED: Answers = { picks: [EMPTY], confirms: true };

/** Every way in which a store can end. Each begins in an org of its own, so that its slots are empty. */
const STORES: Readonly<Record<string, readonly [Answers, Misbehaviour?]>> = {
  'cannot reach the org any more': [CONFIRMED, rejects],
  'gets back what it sent': [CONFIRMED, echoes],
  'gets an error that is named by what it sent': [CONFIRMED, namesValues],
  'breaks off after the credential is created': [CONFIRMED, breaksOff],
  'finds a slot that is not empty': [{ picks: [OCCUPIED], confirms: true }],
  'takes the place of what is bound': [{ picks: [OCCUPIED], confirms: true, presses: ['Enter All Values…'] }],
  'is not confirmed': [{ picks: [EMPTY] }],
  succeeds: [CONFIRMED],
};

/** What becomes of a value that waits. */
const ENDS = ['putLiteralBack', 'discardPending', 'storePending'] as const;

describe('no value leaks from commands', () => {
  const markers = new Markers();
  const out = new Emissions(markers);

  for (const file of plantedFiles(markers)) {
    it(`from ${file.place}, however a store ends`, async () => {
      const at = new LeakDesk(markers, out);
      const document = await at.open(file.fileName, file.text);
      await at.fix(document, 'explain', {});
      for (const [answers, misbehaves] of Object.values(STORES)) {
        at.useOrg(misbehaves);
        if (!(await at.fix(document, 'storeAndReplace', answers))) break;
        at.look();
        document.type(file.text);
      }
      silent();
    });

    it(`from ${file.place}, whatever becomes of a reference`, async () => {
      const at = new LeakDesk(markers, out);
      await replace(at, file);
      silent();
    });
  }

  it('through any door, and all of them were looked through', () => {
    const doors = [
      'dialog or notification',
      'edit',
      'finding',
      'input box',
      'journal',
      'log',
      'memento',
      'practice org',
    ];
    for (const door of doors) expect(out.count(door), door).toBeGreaterThan(50);
  });

  afterAll(() => out.leaks.clear());

  function silent(): void {
    const found = [...out.leaks];
    out.leaks.clear();
    expect(found).toEqual([]);
  }
});

async function replace(at: LeakDesk, file: Planted): Promise<void> {
  const document = await at.open(file.fileName, file.text);
  const { desk } = at;
  for (const end of ENDS) {
    at.useOrg();
    desk.isDurable = false;
    if (!(await at.fix(document, 'replaceWithReference', CONFIRMED))) break;
    desk.isDurable = true;
    await at.fix(document, 'replaceWithReference', CONFIRMED);
    await desk.ports.findings.scanNow(document.uri);
    for (const { id } of desk.pending.of(document.uri))
      await at.run(end, [document.uri, id], CONFIRMED, end === 'putLiteralBack' ? 'may hold one' : undefined);
    at.look();
    document.type(file.text);
  }
  // From the palette, where no finding says whether a reference is possible.
  at.useOrg();
  await at.run('replaceWithReference', [], CONFIRMED);
  at.look();
}
