import { describe, expect, it } from 'vitest';
import { withKnownIds } from '../../../src/engine/detect/knownIds.ts';

const found = (id: string, start: number, keyPath: readonly string[] = ['a'], ruleId = 'named-credential') => ({
  id,
  ruleId,
  keyPath,
  spans: [{ start, end: start + 5 }],
});

const ids = (...lists: Parameters<typeof withKnownIds>) => withKnownIds(...lists).map(({ id }) => id);

describe('what was scanned again', () => {
  it('keeps its id where its characters are the same', () => {
    expect(ids([found('new', 10), found('other', 30)], [found('old', 10)])).toEqual(['old', 'other']);
  });

  it('keeps it where it was moved, one after the other in one place', () => {
    const before = [found('first', 10), found('second', 20), found('elsewhere', 30, ['b'])];
    expect(ids([found('x', 11), found('y', 21), found('z', 31)], before)).toEqual(['first', 'second', 'z']);
  });

  it('keeps none of another rule, and none that another one has kept', () => {
    const before = [found('kept', 10), found('free', 20)];
    const now = [found('x', 10), found('y', 21), found('z', 22), found('w', 23, ['a'], 'known-token')];
    expect(ids(now, before)).toEqual(['kept', 'free', 'z', 'w']);
  });

  it('keeps it among 100,000 in one place, in proportion to their number', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => found(`old ${i}`, i * 10));
    const moved = many.map(({ spans }, i) => found(`new ${i}`, (spans[0]?.start ?? 0) + 1));
    const kept = ids(moved, many);
    expect(kept.every((id, i) => id === `old ${i}`)).toBe(true);
  });
});
