import { describe, expect, it } from 'vitest';
import { dataAction, secret } from '../support/values.ts';
import { Desk } from './support/atDesk.ts';
import type { MemoryFile } from './support/memoryWorkspace.ts';

const NAME = 'Find Booking';
const REFERENCE = { 'X-API-Key': '${credentials.apiKey}' };

/** Somebody who has stored the literal of an action, so that what refers to it can be published. */
async function stored(): Promise<{ readonly desk: Desk; readonly file: MemoryFile; readonly shown: string }> {
  const desk = new Desk();
  const text = dataAction({ 'X-API-Key': secret() }, { name: `${NAME} - Exported 2026-09-14 @ 9:32` });
  const file = desk.workspace.openText('Update.custom.json', text);
  const answers = { picks: ['Northwind Booking API'], confirms: true, presses: ['Update the Data Action…'] };
  const shown = (await desk.fix(file.uri, 'storeAndReplace', answers)) ?? '';
  return { desk, file, shown };
}

/** A file in which the literal is a reference already. */
function referring(desk: Desk, name: string, headers: Readonly<Record<string, string>> = REFERENCE): MemoryFile {
  return desk.workspace.openText(`${name}.custom.json`, dataAction(headers, { name }));
}

describe('Update the Data Action in Genesys Cloud', () => {
  it('brings nothing while the file has its literal', async () => {
    const desk = new Desk();
    desk.workspace.openText('Update.custom.json', dataAction({ 'X-API-Key': secret() }, { name: NAME }));
    await desk.run('updateAction');
    expect(desk.author.shown.at(-1)).toContain('Store it in the file first');
  });

  it('publishes after a store, with nothing changed but the literal', async () => {
    const before = new Desk().practice.action(NAME);
    const { desk, shown } = await stored();
    const now = desk.practice.action(NAME);
    expect(now?.published?.config.request).toEqual({ ...before?.published?.config.request, headers: REFERENCE });
    expect(now?.published?.contract).toEqual(before?.published?.contract);
    expect(now?.draft).toBeUndefined();
    expect(shown).toContain('is published');
  });

  it('publishes the earlier version again when it is rolled back, and no other action', async () => {
    const { desk } = await stored();
    const { version } = desk.practice.action(NAME)?.published ?? {};
    const before = desk.practice.action('Rebook Flight')?.published;
    const file = referring(desk, 'Rebook Flight');
    await desk.run('updateAction', [file.uri], { confirms: true, presses: ['Roll Back…'] });
    const after = desk.practice.action('Rebook Flight');
    expect(after?.published?.config).toEqual(before?.config);
    expect(after?.published?.version).toBeGreaterThan((before?.version ?? 0) + 1);
    expect(after?.draft).toBeUndefined();
    expect(desk.practice.action(NAME)?.published?.version).toBe(version);
  });

  it('keeps the earlier version for a week, unless somebody has changed the action since', async () => {
    const { desk } = await stored();
    const now = () => desk.practice.action('Rebook Flight')?.published?.config;
    const literal = now();
    const file = referring(desk, 'Rebook Flight');
    await desk.run('updateAction', [file.uri], { confirms: true });
    expect(now()).not.toEqual(literal);
    await desk.run('rollBackAction', [file.uri], { confirms: true });
    expect(now()).toEqual(literal);
    await desk.run('rollBackAction', [file.uri], { confirms: true });
    expect(desk.author.shown.at(-1)).toContain('No earlier version');
  });

  it('publishes no action that Terraform makes', async () => {
    const { desk } = await stored();
    desk.workspace.write('made.tf', `resource "genesyscloud_integration_action" "a" {\n  name = "${NAME}"\n}\n`);
    const file = referring(desk, NAME);
    await desk.run('updateAction', [file.uri], { confirms: true });
    expect(desk.author.shown.at(-1)).toContain('made by Terraform');
  });

  it('takes a header out that the integration adds by itself, and says when nothing is left to do', async () => {
    const desk = new Desk();
    const inOrg = () => desk.practice.action('Create CRM Case')?.published?.config.request.headers;
    const { Authorization: gone, ...rest } = inOrg() ?? {};
    expect(gone).toContain('Basic');
    const file = referring(desk, 'Create CRM Case', rest);
    await desk.run('updateAction', [file.uri], { confirms: true });
    expect(inOrg()).toEqual(rest);
    await desk.run('updateAction', [file.uri], { confirms: true });
    expect(desk.author.shown.at(-1)).toContain('as the file has it already');
  });

  it('publishes no reference whose field is not stored', async () => {
    const { desk } = await stored();
    const before = desk.practice.action('Rebook Flight');
    const file = referring(desk, 'Rebook Flight', { 'X-API-Key': '${credentials.missing}' });
    await desk.run('updateAction', [file.uri], { confirms: true });
    expect(desk.author.shown.at(-1)).toContain('does not hold missing');
    expect(desk.practice.action('Rebook Flight')).toEqual(before);
  });
});

describe('Test the Data Action', () => {
  it('says of a test whose answer is lost that its request may have been sent', async () => {
    const desk = new Desk({
      misbehaves: async (request, answer) => {
        const given = await answer(request);
        if (request.url.endsWith('/test')) throw new TypeError('fetch failed');
        return given;
      },
    });
    const file = referring(desk, NAME, {});
    await desk.run('testAction', [file.uri], { inputs: Array(9).fill(secret()), confirms: true });
    expect(desk.author.shown.at(-1)).toContain('may have been sent');
    expect(desk.author.shown.at(-1)).not.toContain('try again');
  });

  it('sends a request that the author has agreed to, and keeps steps and codes only', async () => {
    const { desk } = await stored();
    const tests = () => desk.practice.org.log.filter(({ path }) => path.endsWith('/test')).length;
    const typed = secret();
    const inputs = Array(9).fill(typed);
    const file = referring(desk, NAME, {});
    await desk.run('testAction', [file.uri], { inputs });
    expect(tests()).toBe(0);
    const shown = await desk.run('testAction', [file.uri], { inputs, confirms: true });
    expect(tests()).toBe(1);
    expect(shown).toContain(': done');
    expect(shown).toMatch(/Request: [A-Z]+ to [\w.-]+\n/);
    expect(shown).not.toContain(typed);
  });
});
