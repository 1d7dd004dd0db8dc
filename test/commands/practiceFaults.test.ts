import { describe, expect, it } from 'vitest';
import { EDITOR_TEXTS } from '../../src/messages/editor.ts';
import { dataAction, secret } from '../support/values.ts';
import { Desk } from './support/atDesk.ts';

const INTEGRATION = 'Northwind Booking API';

/** What an author is told at the end of a store that met a fault; those of the wire alone are in the fault matrix. */
const TOLD = {
  '401': 'stored apiKey',
  '403': 'integrations:integration:add',
  '409': 'The literal is where it was',
  '429': 'stored apiKey',
  lost: 'stored apiKey',
  'second-person': 'stored apiKey',
} as const;

describe('Faults on request in the practice org', () => {
  for (const [fault, told] of Object.entries(TOLD)) {
    it(`${fault}: the literal is in the file, or its reference with the field stored`, async () => {
      const desk = new Desk();
      const key = secret();
      const file = desk.workspace.openText(`Fault-${fault}.custom.json`, dataAction({ 'X-API-Key': key }));
      const label = EDITOR_TEXTS[`practice.fault.${fault as keyof typeof TOLD}`];
      await desk.run('practiceFault', [], { picks: [label] });
      const before = desk.practice.org.snapshot().credentials.length;
      const shown = await desk.run('storeAndReplace', [file.uri], { picks: [INTEGRATION], confirms: true });
      expect(shown).toContain(told);
      expect(shown).not.toContain(key);
      const isStored = told.startsWith('stored');
      expect(file.getText().includes(key)).toBe(!isStored);
      expect(desk.practice.boundIn(INTEGRATION).values).toEqual(isStored ? { apiKey: key } : undefined);
      expect(desk.practice.org.snapshot().credentials.length).toBe(before + (isStored ? 1 : 0));
    });
  }
});
