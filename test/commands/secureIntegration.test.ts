import { describe, expect, it } from 'vitest';
import { dataAction, secret } from '../support/values.ts';
import { Desk } from './support/atDesk.ts';
import type { MemoryFile } from './support/memoryWorkspace.ts';

const NAMES = ['One.custom.json', 'Two.custom.json', 'Three.custom.json'];
const BOOKING = 'Northwind Booking API';

interface Several {
  readonly desk: Desk;
  readonly files: readonly MemoryFile[];
  readonly values: readonly [string, string];
}

/** Three files, of which the first two hold the same value. */
function several(): Several {
  const desk = new Desk();
  const [shared, other] = [secret(), secret()];
  const files = [shared, shared, other].map((value, i) =>
    desk.workspace.openText(NAMES[i] ?? '', dataAction({ 'X-API-Key': value })),
  );
  return { desk, files, values: [shared, other] };
}

describe('Secure an integration', () => {
  it('stores the credentials of several files in one credential, equal values in one field, and can be undone', async () => {
    const { desk, files, values } = several();
    const asked = await desk.run('secureIntegration', [], { picks: [BOOKING, ...NAMES], confirms: true });
    const headers = files.map((file) => JSON.parse(file.getText()).config.request.headers['X-API-Key']);
    expect(headers).toEqual(['${credentials.apiKey}', '${credentials.apiKey}', '${credentials.apiKey2}']);
    expect(desk.practice.boundIn(BOOKING).values).toEqual({ apiKey: values[0], apiKey2: values[1] });
    for (const name of NAMES) expect(asked).toContain(`File: ${name}`);
    desk.workspace.undo();
    for (const file of files) expect(file.getText()).not.toContain('${credentials');
  });

  it('remembers which files belong to the integration', async () => {
    const { desk } = several();
    await desk.run('secureIntegration', [], { picks: [BOOKING, ...NAMES], confirms: true });
    desk.workspace.undo();
    const shown = await desk.run('secureIntegration', [], { picks: [BOOKING] });
    expect(shown).toContain('Enter All Values');
  });

  it('leaves the files of other integrations alone', async () => {
    const { desk, files } = several();
    await desk.run('secureIntegration', [], { picks: [BOOKING, ...NAMES], confirms: true });
    desk.workspace.undo();
    const before = files.map((file) => file.getText());
    const shown = await desk.run('secureIntegration', [], { picks: ['Northwind Loyalty API'], confirms: true });
    expect(files.map((file) => file.getText())).toEqual(before);
    expect(shown).toContain('belongs to another integration');
  });

  it('is offered Basic Auth where all actions sign in with the same user and password, and takes the header out of all', async () => {
    const desk = new Desk();
    const password = secret();
    const Authorization = `Basic ${btoa(`svc-loyalty:${password}`)}`;
    const files = ['Get Miles Balance', 'Redeem Miles'].map((name) =>
      desk.workspace.openText(`${name}.custom.json`, dataAction({ Authorization, Accept: 'a' }, { name })),
    );
    const native = 'Basic Auth: the integration signs in by itself';
    const picks = ['Northwind Loyalty API', native];
    const shown = await desk.run('secureIntegration', [], { picks, confirms: true });
    const headers = files.map((file) => JSON.parse(file.getText()).config.request.headers);
    expect(headers).toEqual([{ Accept: 'a' }, { Accept: 'a' }]);
    const { type, values } = desk.practice.boundIn('Northwind Loyalty API');
    expect([type, values]).toEqual(['basicAuth', { userName: 'svc-loyalty', password }]);
    expect(shown).not.toContain(password);
  });
});
