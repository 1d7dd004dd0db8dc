import { describe, expect, it } from 'vitest';
import { Desk } from './support/atDesk.ts';

const ENTRY = { org: 'PRACTICE', integration: 'Booking', files: ['a.json'], stored: '2026-01-02T03:04:05.000Z' };

/** Somebody to whom four rotations are due. */
async function waiting(): Promise<Desk> {
  const desk = new Desk();
  const { rotations } = desk;
  await rotations.add({ ...ENTRY, id: '1', fields: ['local'], history: { commits: 2, pushed: 'no' } });
  const pushed = { commits: 3, pushed: 'yes', newest: ['0a1b2c3d'] } as const;
  await rotations.add({ ...ENTRY, id: '2', fields: ['pushed'], history: pushed });
  await rotations.add({ ...ENTRY, id: '3', fields: ['unknown'] });
  const short = { commits: 0, pushed: 'unknown', tooShort: 'all' } as const;
  await rotations.add({ ...ENTRY, id: '4', fields: ['short'], history: short });
  return desk;
}

describe('Show rotations due', () => {
  it('lists what is most urgent first, and takes away what is done', async () => {
    const desk = await waiting();
    await desk.run('rotationsDue', [], { picks: ['pushed in “Booking”'] });
    const listed = desk.author.shown.at(-1) ?? '';
    expect(listed.indexOf('pushed in')).toBeGreaterThanOrEqual(0);
    expect(listed.indexOf('pushed in')).toBeLessThan(listed.indexOf('local in'));
    expect(listed).toContain('URGENT: 3 commits');
    expect(listed).toContain('The newest: 0a1b2c3d.');
    expect(listed.indexOf('short in')).toBeGreaterThan(listed.indexOf('local in'));
    expect(listed).toContain('Too short to be looked for');
    expect(listed).not.toContain('do not hold it');
    expect((await desk.rotations.due()).map(({ id }) => id)).toEqual(['1', '3', '4']);
  });

  it('says when nothing is waiting', async () => {
    const desk = await waiting();
    const picks = ['local', 'pushed', 'unknown', 'short'].map((field) => `${field} in “Booking”`);
    await desk.run('rotationsDue', [], { picks });
    expect(await desk.rotations.due()).toEqual([]);
    expect(await desk.run('rotationsDue')).toContain('Nothing is waiting');
  });
});
