import { describe, expect, it } from 'vitest';
import { dataAction, secret } from '../support/values.ts';
import { Desk } from './support/atDesk.ts';

const LOYALTY = 'Northwind Loyalty API';

describe('Store in Genesys Cloud and replace', () => {
  it('stores the value, binds it and writes the reference, saved and in one step that can be undone', async () => {
    const desk = new Desk();
    const key = secret();
    const before = dataAction({ 'X-API-Key': key, Accept: 'application/json' });
    const file = desk.workspace.openText('Store.custom.json', before);
    const shown = await desk.fix(file.uri, 'storeAndReplace', { picks: ['Northwind Booking API'], confirms: true });
    expect(file.getText()).toBe(before.replace(key, '${credentials.apiKey}'));
    expect(desk.scans.of(file.uri)).toEqual([]);
    expect(shown).toContain('PRACTICE');
    expect(shown).toContain('rotate it');
    expect([file.isDirty, file.disk]).toEqual([false, file.getText()]);
    expect(desk.practice.boundIn('Northwind Booking API').values).toEqual({ apiKey: key });
    desk.workspace.undo();
    expect(file.getText()).toBe(before);
  });

  it('refuses a file whose name is a credential, because the journal would hold it', async () => {
    const desk = new Desk();
    const name = secret();
    const text = dataAction({ 'X-API-Key': secret() });
    const file = desk.workspace.openText(`${name}.custom.json`, text);
    const shown = await desk.fix(file.uri, 'storeAndReplace', { picks: ['Northwind Itineraries'], confirms: true });
    expect(file.getText()).toBe(text);
    expect(shown).toContain('looks like a credential');
    expect(shown).not.toContain(name);
  });

  it('refuses a slot that is not empty and says what is in it', async () => {
    const desk = new Desk();
    const text = dataAction({ 'X-API-Key': secret() });
    const file = desk.workspace.openText('Occupied.custom.json', text);
    const shown = await desk.fix(file.uri, 'storeAndReplace', { picks: ['Northwind Payments'], confirms: true });
    expect(file.getText()).toBe(text);
    expect(shown).toContain('already has a credential (userDefined)');
    expect(shown).toContain('secretKey');
  });

  it('lets a new credential take the place of one that is bound, with its values given anew', async () => {
    const desk = new Desk();
    const key = secret();
    const before = dataAction({ 'X-API-Key': key });
    const file = desk.workspace.openText('Held.custom.json', before);
    const inputs = [secret(), secret()];
    const answers = { picks: ['Northwind Payments'], presses: ['Enter All Values…'], inputs, confirms: true };
    const shown = await desk.fix(file.uri, 'storeAndReplace', answers);
    expect(file.getText()).toBe(before.replace(key, '${credentials.apiKey}'));
    const { values } = desk.practice.boundIn('Northwind Payments');
    expect(values).toEqual({ secretKey: inputs[0], accountId: inputs[1], apiKey: key });
    expect(shown).toContain('no longer used by this integration');
  });

  it('asks for the type of a bound credential that the listing leaves out', async () => {
    const desk = new Desk({
      misbehaves: async (request, answer) => {
        const given = await answer(request);
        if (new URL(request.url).pathname !== '/api/v2/integrations') return given;
        return Response.json(JSON.parse(await given.text(), (key, value) => (key === 'type' ? undefined : value)));
      },
    });
    const text = dataAction({ 'X-API-Key': secret() });
    const file = desk.workspace.openText('Untyped.custom.json', text);
    await desk.fix(file.uri, 'storeAndReplace', { picks: ['Northwind CRM'], confirms: true });
    expect(desk.author.shown.at(-2)).toContain('already has a credential (basicAuth)');
    expect(file.getText()).toBe(text);
  });

  it('says before the store that an integration is disabled', async () => {
    const desk = new Desk();
    const file = desk.workspace.openText('Disabled.custom.json', dataAction({ 'X-API-Key': secret() }));
    await desk.fix(file.uri, 'storeAndReplace', { picks: ['Northwind Itineraries'] });
    expect(desk.author.shown.at(-2)).toContain('The integration is disabled');
  });

  it('does nothing when the author does not confirm', async () => {
    const desk = new Desk();
    const text = dataAction({ 'X-API-Key': secret() });
    const file = desk.workspace.openText('Unconfirmed.custom.json', text);
    const shown = await desk.fix(file.uri, 'storeAndReplace', { picks: [LOYALTY] });
    expect(shown).toContain('Store credentials in Genesys Cloud?');
    expect(file.getText()).toBe(text);
    expect(desk.practice.boundIn(LOYALTY).values).toBeUndefined();
  });

  it('leaves the literal and sends nothing when the document changes before it begins', async () => {
    const desk = new Desk();
    const text = dataAction({ 'X-API-Key': secret() });
    const file = desk.workspace.openText('Changed.custom.json', text);
    Object.assign(desk.ports.ui, {
      confirm: async () => {
        file.type(`${text}\n`);
        return true;
      },
    });
    await desk.fix(file.uri, 'storeAndReplace', { picks: [LOYALTY] });
    expect(file.getText()).toBe(`${text}\n`);
    expect(desk.author.shown.at(-1)).toContain('changed in the meantime');
    expect(desk.practice.boundIn(LOYALTY).values).toBeUndefined();
  });

  it('takes all credentials of the file at once, Basic as two fields', async () => {
    const desk = new Desk();
    const basic = btoa(`svc:${secret(16)}`);
    const text = dataAction({ 'X-API-Key': secret(), Authorization: `Basic ${basic}` });
    const file = desk.workspace.openText('Several.custom.json', text);
    await desk.fix(file.uri, 'storeAndReplace', { picks: [LOYALTY], confirms: true });
    expect(JSON.parse(file.getText()).config.request.headers).toEqual({
      'X-API-Key': '${credentials.apiKey}',
      Authorization: 'Basic $encoding.base64("${credentials.userName}:${credentials.password}")',
    });
  });

  describe('which integration', () => {
    it('is asked once, and another one can be chosen', async () => {
      const desk = new Desk();
      const key = secret();
      const file = desk.workspace.openText('Once.custom.json', dataAction({ 'X-API-Key': key }));
      await desk.fix(file.uri, 'storeAndReplace', { picks: ['Northwind Booking API'], confirms: true });
      desk.workspace.undo();
      const presses = ['Enter All Values…', 'Choose Another Integration…'];
      const answers = { picks: [LOYALTY], presses, inputs: [key], confirms: true };
      const shown = await desk.run('storeAndReplace', [file.uri], answers);
      expect(desk.practice.boundIn(LOYALTY).values).toEqual({ apiKey: key });
      expect(shown.match(/which integration does/g)).toHaveLength(1);
    });

    it('is not asked where the file says it', async () => {
      const desk = new Desk();
      const key = secret();
      const { id } = desk.practice.boundIn('Northwind Cargo');
      const text = dataAction({ 'X-API-Key': key }, { integrationId: id, category: 'Northwind Cargo' });
      const file = desk.workspace.openText('Said.custom.json', text);
      const shown = await desk.run('storeAndReplace', [file.uri], { confirms: true });
      expect(desk.practice.boundIn('Northwind Cargo').values).toEqual({ apiKey: key });
      expect(shown).not.toContain('which integration does');
      expect(shown).toContain('Other Data Actions of the integration: Get Cargo Token, Track Shipment');
    });

    it('is offered first where the category says it', async () => {
      const desk = new Desk();
      const text = dataAction({ 'X-API-Key': secret() }, { name: 'Nobody Knows', category: 'Northwind Itineraries' });
      const file = desk.workspace.openText('Category.custom.json', text);
      await desk.run('storeAndReplace', [file.uri]);
      expect(JSON.parse(desk.author.shown.at(-1) ?? '[[]]')[0][0].label).toBe('Northwind Itineraries');
    });
  });
});
