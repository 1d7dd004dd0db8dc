import { describe, expect, it } from 'vitest';
import { actsFor, type WaitingState } from '../../../src/store/kept/acts.ts';
import { endOf } from '../../../src/store/kept/end.ts';
import { movedUri } from '../../../src/store/kept/follow.ts';
import { FORMER_PRACTICE_VALUES, ownerless, PRACTICE_VALUES_OF } from '../../../src/store/kept/owners.ts';
import { proofOf } from '../../../src/store/kept/proof.ts';
import { DAY } from './support/replacement.ts';

describe('Whether secrets survive a restart', () => {
  const left = { word: 'w', session: 'one' };

  it('is not trusted in the first session, whatever the editor', () => {
    expect(proofOf(undefined, undefined, 'one')).toBe('unproven');
    expect(proofOf(undefined, 'w', undefined)).toBe('unproven');
  });

  it('is not proven by the session that left the word', () => {
    expect(proofOf(left, 'w', 'one')).toBe('unproven');
    expect(proofOf(left, 'w', 'two')).toBe('durable');
  });

  it('is proven where the editor names no sessions, and where an earlier version left the word alone', () => {
    expect(proofOf({ word: 'w' }, 'w', undefined)).toBe('durable');
    expect(proofOf({ word: 'w' }, 'w', 'one')).toBe('durable');
  });

  it('is disproven when the word is gone, or another one', () => {
    expect(proofOf(left, undefined, 'two')).toBe('lost');
    expect(proofOf(left, 'another', 'two')).toBe('lost');
  });
});

describe('What can be done with a value', () => {
  const states: readonly WaitingState[] = ['reference', 'literal', 'elsewhere', 'gone', 'placeless'];

  it('always holds a way to end it, and a way to its value while no file has that', () => {
    for (const state of states) {
      expect(actsFor(state), state).toContain('discard');
      if (state === 'literal') continue;
      const ways = actsFor(state).filter((act) => act === 'putBack' || act === 'insert');
      expect(ways, state).toHaveLength(1);
    }
  });

  it('is looking for its file where that is gone', () => {
    expect(actsFor('gone')).toContain('find');
    expect(actsFor('gone')).not.toContain('open');
  });
});

describe('When a value ends', () => {
  const waiting = { id: 'a', fieldNames: [], reference: '', offset: 0, isShown: false, since: 0, until: 30 * DAY };

  it('is its day, a week after it was told, or a day after the literal is back', () => {
    expect(endOf(waiting)).toBe(30 * DAY);
    expect(endOf({ ...waiting, told: 25 * DAY })).toBe(32 * DAY);
    expect(endOf({ ...waiting, back: 3 * DAY })).toBe(4 * DAY);
  });
});

describe('A file that has moved', () => {
  it('has the address of the nearest move that touches it', () => {
    const moves = [
      { from: 'file:///a/b', to: 'file:///c' },
      { from: 'file:///x.json', to: 'file:///y.json' },
    ];
    expect(movedUri('file:///a/b/d.json', moves)).toBe('file:///c/d.json');
    expect(movedUri('file:///x.json', moves)).toBe('file:///y.json');
    expect(movedUri('file:///a/bc.json', moves)).toBeUndefined();
  });
});

describe('What nothing owns', () => {
  it('is every key that no value, sign-in, earlier version or practice org has', () => {
    const owned = [
      ...['auth.sessions', 'auth.known.s', 'auth.session.s', 'pending.w', 'secretStorageCanary'],
      ...['formerVersions', 'formerVersion.o,a'],
      ...Object.values(FORMER_PRACTICE_VALUES),
      `${PRACTICE_VALUES_OF}org-of-some-workspace`,
    ];
    const known = { earlier: ['formerVersion.o,a'], waiting: ['w'], signIns: ['s'] };
    expect(ownerless(owned, known)).toEqual([]);
    const left = ['auth.session.gone', 'formerVersion.damaged', 'pending.damaged', 'of.another.version'];
    expect(ownerless([...owned, ...left], known)).toEqual(left);
  });
});
