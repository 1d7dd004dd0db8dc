import { describe, expect, it } from 'vitest';
import type { Literal } from '../../../src/engine/detect/contract/literal.ts';
import { documentText } from '../../../src/engine/text/mappedText.ts';
import { statements } from '../../../src/genesys/places/statements.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { Random } from '../../bench/support/random.ts';
import { uuid } from '../../detect-bench/secrets.ts';

const random = new Random(77);
const drawn = random.text(32, 'abcdefghijklmnopqrstuvwxyz0123456789');
const letters = random.text(20, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const id = uuid(random);
const madeUp = `Summer${2018 + random.below(9)}!`;

function stated(text: string): (readonly [string | undefined, string])[] {
  const literal: Literal = { text: documentText(text), role: 'comment', path: undefined, owner: { document: 'x' } };
  return statements(literal).map(({ name, text: value }) => [name, value.text]);
}

describe('what prose states', () => {
  it.each([
    [`api key: ${drawn}`, 'api key', drawn],
    [`Uses the CRM API-Key ${drawn} until May.`, 'API-Key', drawn],
    [`client secret is ${drawn}`, 'secret', drawn],
    [`token=${drawn}, ask operations`, 'token', drawn],
    [` apiKey: "${drawn}"`, 'apiKey', drawn],
    [`see (password = '${madeUp}')`, 'password', madeUp],
    [`Login svc-genesys, Passwort ${madeUp}`, 'Passwort', madeUp],
    [`senha: ${madeUp}`, 'senha', madeUp],
    [`API-Key is ${letters}`, 'API-Key', letters],
    [`password m:${letters}`, 'password', `m:${letters}`],
    [`token = ${id}`, 'token', id],
  ])('%#: a value under its name', (text, name, value) => {
    expect(stated(text)).toEqual([[name, value]]);
  });

  it.each([
    'Password: at least twelve characters, one of them a digit',
    'Token: OAuth2.0 of the integration, see RFC6749',
    'api key: see page 12 of the handbook',
    'The password page2 asks twice',
    'Token: OAuth2ClientCredentials of the CRM integration',
    'api key: customerServiceMain',
    'password policy ISO27001, token format RFC7519',
    'Passwort: PasswortZuruecksetzen',
    `build ${drawn}`,
    'Tokens expire at 2026-11-23T09:30:00Z',
    'https://login.example.com/oauth2/v2.0/token',
  ])('nothing: %s', (text) => {
    expect(stated(text)).toEqual([]);
  });
});

describe('a comment of a flow', () => {
  it.each([
    ['on a line of its own', `workflow:\n  # api key: ${drawn}\n  name: a\n`],
    ['behind a value', `workflow:\n  name: a # api key: ${drawn}\n`],
    ['at the end', `workflow:\n  name: a\n#apiKey: ${drawn}`],
  ])('holds a credential %s', (_where, text) => {
    const { detections } = scanDocument({ name: 'a.yaml', text });
    expect(detections.map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))).toEqual([[drawn]]);
  });

  it('is not what a text says behind a number sign', () => {
    const text = `workflow:\n  name: "press # api key: ${drawn.slice(0, 12)} "\n`;
    const roles = scanDocument({ name: 'a.yaml', text }).detections.map(({ literal }) => literal.path);
    expect(roles.every((path) => path !== undefined)).toBe(true);
  });
});
