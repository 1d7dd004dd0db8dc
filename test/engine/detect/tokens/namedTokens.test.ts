import { describe, expect, it } from 'vitest';
import { knownToken } from '../../../../src/engine/detect/rules/knownToken.ts';
import { namedFormats } from '../../../../src/engine/detect/tokens/namedFormat.ts';
import { keyPath } from '../../../../src/engine/text/keyPath.ts';
import { ALPHANUMERIC, found, HEX, literal, seen } from '../support/literals.ts';
import { randomText, seeded } from '../support/tokenGenerator.ts';

const random = seeded(20261124);
const h = (length: number): string => randomText(random, HEX, length);
const w = (length: number): string => randomText(random, ALPHANUMERIC, length);
const uuid = (): string => `${h(8)}-${h(4)}-4${h(3)}-a${h(3)}-${h(12)}`;

function tokens(text: string, name?: string): string[] {
  return seen(knownToken, literal('value', text, name)).map(({ value }) => value);
}

describe('a shape that many values share', () => {
  it('is a token where the name says whose it is and that it is a credential', () => {
    const token = h(32);
    expect(seen(knownToken, literal('variable', token, 'Flow.twilioAuthToken'))).toEqual([
      { value: token, severity: 'error' },
    ]);
    expect(tokens(token, 'DD-API-KEY')).toEqual([token]);
  });

  it('is less certain where the name is vague', () => {
    const token = h(32);
    expect(seen(knownToken, literal('variable', token, 'datadogSignature'))).toEqual([
      { value: token, severity: 'warning' },
    ]);
  });

  it('is one where the path says whose it is', () => {
    const token = h(40);
    const path = keyPath(keyPath(undefined, 'sendbird'), 'apiToken');
    expect(seen(knownToken, { ...literal('value', token, 'apiToken'), path })).toHaveLength(1);
  });

  it('is one where the text before it says both', () => {
    const token = h(32);
    const text = `Rotate in May. The Twilio auth token is "${token}", ask Ann.`;
    expect(seen(knownToken, literal('comment', text)).map(({ value }) => value)).toEqual([token]);
    const command = `curl https://api.datadoghq.com/api/v1/series -H "DD-API-KEY: ${token}"`;
    expect(seen(knownToken, literal('text', command)).map(({ value }) => value)).toEqual([token]);
    const url = `https://api.openweathermap.org/data/2.5/weather?api_key=${token}`;
    expect(seen(knownToken, literal('text', url)).map(({ value }) => value)).toEqual([token]);
  });

  it.each([
    ['nobody is named', h(32), 'authToken'],
    ['nothing says credential', h(32), 'twilioCallHash'],
    ['it is an id', h(32), 'twilioAccountSid'],
    ['the name is a part of another word', h(32), 'overbitlyingToken'],
    ['it is one character short', h(31), 'twilioAuthToken'],
    ['it is one character long', h(33), 'twilioAuthToken'],
    ['the alphabet is another', `${h(31)}z`, 'datadogApiToken'],
    ['it is a word', 'thisIsTheNameOfSomeTwilioTokens1', 'twilioSecret'],
    ['it may be an id of an object', uuid(), 'herokuKey'],
    ['it is a reference', 'credentials.twilioAuthTokenForTests', 'twilioAuthToken'],
  ])('is none where %s', (_why, text, name) => {
    expect(tokens(text, name)).toEqual([]);
  });

  it('is none where the name stands far away or behind', () => {
    const token = h(32);
    expect(tokens(`Twilio ${'is a company. '.repeat(10)} auth token: ${token}`)).toEqual([]);
    expect(tokens(`auth token: ${token} of Twilio`)).toEqual([]);
  });

  it('is none where it is only compared with', () => {
    expect(seen(knownToken, literal('comparison', h(32), 'twilioAuthToken'))).toEqual([]);
  });

  it('is reported once, with what is known of it', () => {
    const token = h(32);
    expect(found(literal('variable', token, 'twilioAuthToken'))).toEqual([`known-token: ${token}`]);
  });

  it('gives way to a token that its shape alone tells', () => {
    const token = `SK${h(32)}`;
    expect(tokens(token, 'twilioApiSecret')).toEqual([token]);
    const key = `sk_live_${w(24)}`;
    expect(tokens(key, 'clerkSecretKey')).toEqual([key]);
  });

  it('an AWS secret key is no hash of a commit', () => {
    const key = `${w(20)}/${w(18)}9`;
    expect(tokens(key, 'aws_secret_access_key')).toEqual([key]);
    expect(tokens(h(40), 'aws_secret_access_key')).toEqual([]);
  });

  it('is none where the name stands far away in the same run of characters', () => {
    const token = h(32);
    expect(tokens(`twilio=${'a.b/'.repeat(30)}&auth_token=${token}`)).toEqual([]);
    expect(tokens(`twilio_auth_token=${token}`)).toEqual([token]);
  });

  it.each([
    ['a provider is named', `twilio datadog ${h(10)} `.repeat(40_000), 0],
    ['a provider is named without a break', 'twilio.datadog:'.repeat(80_000), 0],
    ['a token may stand without a name', `${h(33)} `.repeat(30_000), 0],
    ['a token stands', `twilio token: ${h(32)}, `.repeat(20_000), 20_000],
  ])(
    'is searched for in time however often %s',
    (_what, text, count) => {
      expect(tokens(text, 'datadogToken')).toHaveLength(count);
    },
    10_000,
  );
});

describe('the table of named formats', () => {
  const formats = namedFormats();

  it('has more than 150 rows with ids of their own', () => {
    expect(formats.length).toBeGreaterThan(150);
    expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
  });

  it('has complete rows', () => {
    for (const { id, provider, kind, names, pattern } of formats) {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
      expect(`${provider} ${kind}`).toMatch(/^\S.*\S$/);
      expect(names.every((name) => /^[a-z0-9._-]{2,40}$/.test(name))).toBe(true);
      expect(pattern).not.toMatch(/undefined|^$|'/);
    }
  });
});
