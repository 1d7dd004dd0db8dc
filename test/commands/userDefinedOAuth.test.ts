import { describe, expect, it } from 'vitest';
import { dataAction, secret, tokenRequest } from '../support/values.ts';
import { Desk } from './support/atDesk.ts';
import type { MemoryFile } from './support/memoryWorkspace.ts';

const OAUTH = 'User Defined (OAuth): Genesys Cloud asks for the token by itself';
const CARGO = 'Northwind Cargo';
const TOKEN_FILE = 'Cargo-Token.custom.json';

interface Cargo {
  readonly desk: Desk;
  readonly value: string;
  /** Asks for the token. */
  readonly token: MemoryFile;
  /** Takes it. */
  readonly user: MemoryFile;
}

function cargo(): Cargo {
  const desk = new Desk();
  const value = secret();
  const user = dataAction({ Authorization: 'Bearer ${input.token}' }, { name: 'Track Shipment' });
  return {
    desk,
    value,
    token: desk.workspace.openText(TOKEN_FILE, tokenRequest(value)),
    user: desk.workspace.openText('Shipment.custom.json', user),
  };
}

/** The secret is stored, and the request is the custom auth action in the file. */
async function stored(): Promise<Cargo & { readonly shown: string }> {
  const at = cargo();
  const answers = { picks: [CARGO, OAUTH], confirms: true };
  return { ...at, shown: (await at.desk.fix(at.token.uri, 'storeAndReplace', answers)) ?? '' };
}

/** And both actions are published. */
async function published(): Promise<Cargo> {
  const at = await stored();
  for (const { uri } of [at.token, at.user]) await at.desk.run('updateAction', [uri], { confirms: true });
  return at;
}

const requestIn = (file: MemoryFile) => JSON.parse(file.getText()).config.request;
const authAction = ({ practice }: Desk) =>
  practice.org.snapshot().actions.find((each) => {
    return each.integrationId === practice.boundIn(CARGO).id && each.actionType === 'customAuth';
  });

describe('User Defined (OAuth)', () => {
  it('changes nothing while its plan is not confirmed', async () => {
    const { desk, token, value } = cargo();
    const asked = await desk.fix(token.uri, 'storeAndReplace', { picks: [CARGO, OAUTH] });
    expect(token.getText()).toContain(value);
    expect(desk.practice.boundIn(CARGO).type).toBeUndefined();
    expect(asked).toContain(`The file ${TOKEN_FILE} becomes the custom auth action`);
    expect(asked).toContain('Other actions that take the token from it, as ${authResponse.access_token}');
  });

  it('stores the secret, makes the request the custom auth action, and hands its token to the other actions', async () => {
    const { desk, token, user, value, shown } = await stored();
    expect(JSON.parse(token.getText()).actionType).toBe('customAuth');
    expect(requestIn(token).requestTemplate).toContain('${credentials.clientSecret}');
    expect(requestIn(token).requestTemplate).not.toContain(value);
    expect(requestIn(user).headers).toEqual({ Authorization: 'Bearer ${authResponse.access_token}' });
    const { type, values } = desk.practice.boundIn(CARGO);
    expect([type, values]).toEqual(['userDefinedOAuth', { clientSecret: value }]);
    expect(shown).toContain('Next: publish the custom auth action');
    expect(shown).not.toContain(value);
  });

  it('publishes no action that takes the token before the custom auth action can get one', async () => {
    const { desk, user } = await stored();
    await desk.run('updateAction', [user.uri], { confirms: true });
    expect(desk.author.shown.at(-1)).toContain('Update that action first');
  });

  it('publishes the custom auth action as the file has it, and then the action that takes its token', async () => {
    const { desk, token, user } = await stored();
    const shown = await desk.run('updateAction', [token.uri], { confirms: true });
    const auth = authAction(desk);
    expect(auth?.published?.config.request).toEqual(requestIn(token));
    expect(shown).toContain('The custom auth action becomes what the file says');
    expect(desk.practice.org.renderRequest(auth?.id ?? '', {})).toMatchObject({ ok: true });
    await desk.run('updateAction', [user.uri], { confirms: true });
    const track = desk.practice.action('Track Shipment');
    expect(track?.published?.config.request.headers.Authorization).toBe('Bearer ${authResponse.access_token}');
    const inputs = { token: 'x', waybill: '1' };
    expect(desk.practice.org.renderRequest(track?.id ?? '', inputs)).toMatchObject({ ok: true });
  });

  it('publishes no custom auth action that holds a literal', async () => {
    const { desk } = await published();
    const literal = secret();
    const text = tokenRequest(literal, { actionType: 'customAuth' });
    const file = desk.workspace.openText('Literal-Auth.customAuth.json', text);
    await desk.run('updateAction', [file.uri], { picks: [CARGO], confirms: true });
    expect(desk.author.shown.at(-1)).toContain('still holds a credential');
    expect(JSON.stringify(desk.practice.org.snapshot())).not.toContain(literal);
  });

  it('takes new fields of a custom auth action, with the values that are there', async () => {
    const { desk } = await published();
    const [literal, kept] = [secret(), secret()];
    const text = tokenRequest(literal, { actionType: 'customAuth' });
    const file = desk.workspace.openText('More-Auth.customAuth.json', text);
    const answers = { picks: [CARGO], inputs: [kept], confirms: true, presses: ['Enter All Values…'] };
    const shown = await desk.fix(file.uri, 'storeAndReplace', answers);
    const { type, values } = desk.practice.boundIn(CARGO);
    expect([type, values]).toEqual(['userDefinedOAuth', { clientSecret: kept, clientSecret2: literal }]);
    expect(file.getText()).toContain('${credentials.clientSecret2}');
    expect(shown).toContain('Test the custom auth action');
    expect(shown).not.toContain(literal);
  });

  it('is rotated as what it is', async () => {
    const { desk } = await published();
    const value = secret();
    const answers = { picks: [CARGO], presses: ['Enter All Values…'], inputs: [value], confirms: true };
    const shown = await desk.run('rotate', [], answers);
    const { type, values } = desk.practice.boundIn(CARGO);
    expect([type, Object.values(values ?? {})]).toEqual(['userDefinedOAuth', [value]]);
    expect(shown).not.toContain(value);
  });

  it('has no place for a literal of another action, and offers another integration', async () => {
    const { desk } = await published();
    const text = dataAction({ 'X-API-Key': secret() }, { name: 'Plain' });
    const file = desk.workspace.openText('Plain.custom.json', text);
    const picks = [CARGO, 'Northwind Loyalty API'];
    const answers = { picks, confirms: true, presses: ['Choose Another Integration…'] };
    expect(await desk.fix(file.uri, 'storeAndReplace', answers)).toContain(
      'which only its custom auth action may read',
    );
    expect(file.getText()).toContain('${credentials.apiKey}');
    expect(desk.practice.boundIn(CARGO).type).toBe('userDefinedOAuth');
  });

  it('explains an integration with Basic Auth before anything is asked', async () => {
    const desk = new Desk();
    const literal = secret();
    const file = desk.workspace.openText('Crm.custom.json', dataAction({ 'X-API-Key': literal }, { name: 'Crm' }));
    const shown = await desk.fix(file.uri, 'storeAndReplace', { picks: ['Northwind CRM'], confirms: true });
    expect(shown).toContain('basicAuth');
    expect(shown).toContain('second integration');
    expect(shown).not.toContain('Store credentials in');
    expect(file.getText()).toContain(literal);
  });
});
