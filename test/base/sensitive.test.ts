import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';

/** The class as another bundle has it: the same code, and a class of its own. */
async function another(): Promise<typeof Sensitive> {
  vi.resetModules();
  return (await import('../../src/base/sensitive.ts')).Sensitive;
}

test('values of two bundles compare', async () => {
  const Another = await another();
  expect(Another).not.toBe(Sensitive);
  const value = randomUUID();
  expect(new Sensitive(value).equals(new Another(value))).toBe(true);
  expect(new Another(value).equals(new Sensitive(randomUUID()))).toBe(false);
});
