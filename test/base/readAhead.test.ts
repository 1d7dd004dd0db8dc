import { describe, expect, it } from 'vitest';
import { AtOnce } from '../../src/base/atOnce.ts';
import { readAhead } from '../../src/base/readAhead.ts';

describe('many files', () => {
  it('goes on with other files while one waits, and counts those that fail', async () => {
    const begun: number[] = [];
    const open: (() => void)[] = [];
    const atOnce = new AtOnce(2);
    const waits = (i: number) => () => {
      begun.push(i);
      return new Promise<void>((resolve) => open.push(resolve));
    };
    await atOnce.begin(waits(1));
    const second = atOnce.begin(waits(2));
    expect(begun).toEqual([1, 2]);
    open[1]?.();
    await second;
    await atOnce.begin(() => Promise.reject(new Error('fails')));
    open[0]?.();
    expect(await atOnce.end()).toBe(1);
  });

  it('reads ahead in order, few at a time and never more than may be held', async () => {
    const sizes = Array.from({ length: 60 }, (_, i) => (i * 7) % 13);
    let [held, most, begun, heaviest] = [0, 0, 0, 0];
    const read = async (size: number): Promise<number> => {
      held += size;
      begun += 1;
      most = Math.max(most, begun);
      if (begun > 1) heaviest = Math.max(heaviest, held);
      return size;
    };
    const taken: number[] = [];
    const limits = { count: 5, weight: { of: (each: number) => each, most: 20 } };
    for await (const { place, read: size } of readAhead(sizes, read, limits)) {
      held -= size;
      begun -= 1;
      taken.push(place);
    }
    expect(taken).toEqual(sizes);
    expect(most).toBe(5);
    expect(heaviest).toBeLessThanOrEqual(20);
  });
});
