import { expect, test } from 'vitest';
import { actionNamed } from '../../../src/genesys/remedies/actionName.ts';

const ACTIONS = ['Get Booking', 'Old - Exported 2024-02-27 @ 15:48'].map((name, i) => ({ id: String(i), name }));

test.each([
  ['Get Booking', '0'],
  ['Get Booking - Exported 2026-09-30 @ 7:44', '0'],
  ['Get Booking - Exported 2024-02-27 @ 15:48 - Exported 2024-02-28 @ 14:51', '0'],
  ['Old - Exported 2024-02-27 @ 15:48', '1'],
  ['Get', undefined],
  ['Get Booking - Exported', undefined],
])('%s is action %s', (name, id) => {
  expect(actionNamed(ACTIONS, name)?.id).toBe(id);
});
