import { describe, expect, it } from 'vitest';
import type { Answers } from '../support/author.ts';
import { dataAction, secret } from '../support/values.ts';
import { Desk } from './support/atDesk.ts';
import type { MemoryFile } from './support/memoryWorkspace.ts';

const SHOWN: Answers = { picks: ['Northwind Payments', 'secretKey'] };

interface Open {
  readonly desk: Desk;
  readonly file: MemoryFile;
  readonly text: string;
  readonly key: string;
}

/** Somebody who has a file with a literal open. */
function opened(isDurable = true): Open {
  const desk = new Desk();
  desk.isDurable = isDurable;
  const key = secret();
  const text = dataAction({ 'X-API-Key': key });
  return { desk, file: desk.workspace.openText('Reference.custom.json', text), text, key };
}

/** The literal of the file is replaced by a reference that waits. */
async function replaced(answers: Answers): Promise<Open & { readonly id: string }> {
  const at = opened();
  await at.desk.fix(at.file.uri, 'replaceWithReference', { ...answers, confirms: true });
  const [waiting] = at.desk.pending.of(at.file.uri);
  return { ...at, id: waiting?.id ?? '' };
}

describe('Replace with a credential reference', () => {
  it('writes a reference to a field that the org shows, and keeps the value: what the field holds nobody knows', async () => {
    const { desk, file } = opened();
    await desk.fix(file.uri, 'replaceWithReference', SHOWN);
    expect(JSON.parse(file.getText()).config.request.headers['X-API-Key']).toBe('${credentials.secretKey}');
    expect(desk.scans.of(file.uri)).toEqual([]);
    expect(desk.pending.of(file.uri)).toMatchObject([{ fieldNames: ['secretKey'], isShown: true }]);
  });

  it('asks before it does so where the secret storage is not known to keep anything', async () => {
    const { desk, file, text } = opened(false);
    const shown = await desk.fix(file.uri, 'replaceWithReference', SHOWN);
    expect(file.getText()).toBe(text);
    expect(shown).toContain('may be lost for good');
    await desk.fix(file.uri, 'replaceWithReference', { ...SHOWN, confirms: true });
    expect(file.getText()).toContain('${credentials.secretKey}');
  });

  it('is refused where the credential of the integration cannot be referred to', async () => {
    const told = {
      'Northwind CRM': 'no fields that an action may refer to',
      'Northwind Identity': 'which only its custom auth action may read',
    };
    for (const [integration, words] of Object.entries(told)) {
      const { desk, file, text } = opened();
      const answers = { picks: [integration, 'clientSecret'], inputs: ['apiKey'], confirms: true };
      await desk.fix(file.uri, 'replaceWithReference', answers);
      expect(desk.author.shown.at(-1)).toContain(words);
      expect(file.getText()).toBe(text);
    }
  });

  it('is refused for an unknown field where the secret storage keeps nothing', async () => {
    const { desk, file, text } = opened(false);
    const answers = { picks: ['Northwind Itineraries'], inputs: ['apiKey'], confirms: true };
    await desk.fix(file.uri, 'replaceWithReference', answers);
    expect(file.getText()).toBe(text);
    expect(desk.author.shown.at(-1)).toContain('secret storage');
  });

  it('marks an unverified reference, and puts the literal back as it was written', async () => {
    const { desk, file, text, id } = await replaced({ picks: ['Northwind Itineraries'], inputs: ['orderKey'] });
    const [{ span } = {}] = desk.pending.of(file.uri);
    expect(file.getText().slice(span?.start, span?.end)).toBe('${credentials.orderKey}');
    await desk.run('putLiteralBack', [file.uri, id], { confirms: true });
    expect(file.getText()).toBe(text);
  });

  it('stores the kept value later, which verifies the reference', async () => {
    const { desk, file, id, key } = await replaced({ picks: ['Northwind Itineraries'], inputs: ['laterKey'] });
    await desk.run('storePending', [file.uri, id], { picks: ['Northwind Itineraries'], confirms: true });
    expect(desk.pending.of(file.uri)).toEqual([]);
    expect(file.getText()).toContain('${credentials.laterKey}');
    expect(desk.practice.boundIn('Northwind Itineraries').values).toEqual({ laterKey: key });
  });

  it('stores it beside the fields of a credential that is bound, given anew', async () => {
    const { desk, file, id, key } = await replaced({ picks: ['Northwind Itineraries'], inputs: ['besideKey'] });
    const inputs = [secret(), secret()];
    const answers = { picks: ['Northwind Payments'], inputs, confirms: true, presses: ['Enter All Values…'] };
    await desk.run('storePending', [file.uri, id], answers);
    expect(desk.pending.of(file.uri)).toEqual([]);
    const { values } = desk.practice.boundIn('Northwind Payments');
    expect(values).toEqual({ secretKey: inputs[0], accountId: inputs[1], besideKey: key });
  });

  it('forgets the kept value when the author discards it', async () => {
    const { desk, file, id } = await replaced({ picks: ['Northwind Cargo'], inputs: ['goneKey'] });
    expect(await desk.pending.kept(id)).toBeDefined();
    await desk.run('discardPending', [file.uri, id], { confirms: true });
    expect(desk.pending.of(file.uri)).toEqual([]);
    expect(await desk.pending.kept(id)).toBeUndefined();
  });
});
