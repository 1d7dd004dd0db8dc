import { expect, test } from 'vitest';
import { intentFor } from '../../src/store/intent.ts';

const MINUTE = 60_000;
const [FRESH, OLD] = [59 * MINUTE, 60 * MINUTE];
const STANDINGS = ['edited', 'unedited', 'unknown', 'none'] as const;

test.each(['create', 'bind', 'rename', 'verify', 'undo'] as const)(
  'a run that ended at %s is taken back whatever the documents say, and not without asking after an hour',
  (step) => {
    for (const standing of STANDINGS) {
      expect(intentFor(step, standing, FRESH)).toBe('take-back');
      for (const age of [OLD, -OLD, Number.NaN]) expect(intentFor(step, standing, age)).toBe('ask');
    }
  },
);

test.each(['edit', 'save'] as const)('a run that ended at %s is never taken back without asking', (step) => {
  for (const age of [0, FRESH, OLD]) {
    expect(intentFor(step, 'unedited', age)).toBe('ask');
    expect(intentFor(step, 'edited', age)).toBe('finish');
    expect(intentFor(step, 'none', age)).toBe('finish');
    expect(intentFor(step, 'unknown', age)).toBe('tell');
  }
});
