import { describe, expect, it } from 'vitest';
import { namedCredential } from '../../../../src/engine/detect/rules/namedCredential.ts';
import { ALPHANUMERIC, HEX, HOLE, literal, seen } from '../support/literals.ts';
import { randomText, seeded } from '../support/tokenGenerator.ts';

const random = seeded(61);
const drawn = randomText(random, ALPHANUMERIC, 32);
const uuid = [8, 4, 4, 4, 12].map((length) => randomText(random, HEX, length)).join('-');

const ROLES = [
  'header',
  'body-field',
  'template-variable',
  'contract-value',
  'response-default',
  'action-input',
  'variable',
  'conversation-data',
  'value',
] as const;

const said = (name: string, text: string): ReturnType<typeof seen> =>
  seen(namedCredential, literal('variable', text, name));

describe('an id in a list', () => {
  it.each(['tokenList', 'Flow.apiKeyList', 'client_secret_array'])('of credentials is one: %s', (name) => {
    expect(said(name, uuid)).toEqual([{ value: uuid, severity: 'warning' }]);
    expect(said(name, 'customer')).toEqual([]);
  });

  it.each(['queueList', 'keyList', 'userTokenIdList', 'tokenTypeList'])('of something else is none: %s', (name) => {
    expect(said(name, uuid)).toEqual([]);
  });
});

describe('a value under a name that says credential', () => {
  it.each(ROLES)('%s: is an error when drawn', (role) => {
    expect(seen(namedCredential, literal(role, drawn, 'X-API-Key'))).toEqual([{ value: drawn, severity: 'error' }]);
  });

  it.each([
    'text',
    'comparison',
    'key',
    'header-name',
    'success-template',
    'expression',
    'query',
    'macro-argument',
  ] as const)('%s: is not looked at', (role) => {
    expect(seen(namedCredential, literal(role, drawn, 'X-API-Key'))).toEqual([]);
  });

  it('is a warning when a person chose it', () => {
    for (const value of ['Summer2024!', 'hunter2', 'P@ssw0rd', '4711', 'letmein', 'Geheim!9']) {
      expect(said('password', value)).toEqual([{ value, severity: 'warning' }]);
    }
  });

  it('is covered without white space and scheme word', () => {
    expect(said('token', ` ${drawn}\n`)).toEqual([{ value: drawn, severity: 'error' }]);
    expect(said('apiToken', `Bearer ${drawn}`)).toEqual([{ value: drawn, severity: 'error' }]);
  });

  it('may be a UUID', () => {
    expect(said('apiKey', uuid)).toEqual([{ value: uuid, severity: 'warning' }]);
    expect(said('apiKeyId', uuid)).toEqual([]);
    expect(said('tokenTenantId', uuid)).toEqual([]);
  });

  it('may be a passphrase of a few words, covered whole', () => {
    for (const value of ['velvet marmot', 'velvet marmot7', 'orchid velvet marmot', 'secret marmot99']) {
      expect(said('password', value)).toEqual([{ value, severity: 'warning' }]);
    }
  });

  it('may hold letters in brackets, kana and Chinese characters', () => {
    for (const value of ['ab9<xy>!7', 'さくら2024!', '春天#88', 'x%82%b4!']) {
      expect(said('password', value)).toEqual([{ value, severity: 'warning' }]);
    }
  });

  it.each([
    HOLE,
    '{{clientSecret}}',
    'Flow.Password',
    'abc',
    '',
    'changeme',
    '<secret>',
    'YOUR_SECRET',
    '********',
    'Please enter your password',
    'https://vault.example.com/secret',
    'jane@example.com',
    'true',
    'none',
    '$.token',
    'client_secret',
    'パスワード',
    '1を押してください',
    'パスワード1!',
    '请输入密码1!',
    'new password',
    'see vault',
    'ask the admin',
    'not found',
    'Salesforce API key',
    '<user>:<password>',
    'sk-<your key>',
    'abc-<env>-def',
    `${HOLE}-suffix`,
    `prefix-${HOLE}`,
  ])('%s is none', (text) => {
    expect(said('clientSecret', text)).toEqual([]);
  });

  it('beside something dynamic only a drawn piece is one', () => {
    expect(said('token', `${HOLE}${drawn}`)).toEqual([{ value: drawn, severity: 'warning' }]);
    expect(said('token', `${HOLE}customer${HOLE}`)).toEqual([]);
  });
});

describe('a value under a vague name', () => {
  it('is one when drawn', () => {
    expect(said('key', drawn)).toEqual([{ value: drawn, severity: 'warning' }]);
  });

  it.each(['Berlin', 'customerNumber', uuid, `custom_-_${uuid}`, 'two words', '0123456789', 'Summer2024!'])(
    '%s is none',
    (text) => {
      expect(said('key', text)).toEqual([]);
    },
  );
});

describe('a value under another name', () => {
  it.each(['customerId', 'x-correlation-id', 'etag', 'publicKey', 'tokenUrl', 'client_id', 'secretName'])(
    '%s is none',
    (name) => {
      expect(said(name, drawn)).toEqual([]);
    },
  );

  it('without a name is none', () => {
    expect(seen(namedCredential, literal('variable', drawn))).toEqual([]);
  });
});

describe('cookies', () => {
  it('have values that count when drawn', () => {
    const cookie = literal('header', `JSESSIONID=${drawn}; lang=en-US; theme=dark`, 'Cookie');
    expect(seen(namedCredential, cookie)).toEqual([{ value: drawn, severity: 'warning' }]);
  });
});
