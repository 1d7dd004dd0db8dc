import { describe, expect, it } from 'vitest';
import { urlCredential } from '../../../../src/engine/detect/rules/urlCredential.ts';
import { ALPHANUMERIC, HEX, HOLE, literal, seen } from '../support/literals.ts';
import { randomText, seeded } from '../support/tokenGenerator.ts';

const drawn = randomText(seeded(21), ALPHANUMERIC, 32);
const hex = randomText(seeded(22), HEX, 32);

describe('a value of the query', () => {
  const query = (name: string, text: string): ReturnType<typeof seen> =>
    seen(urlCredential, literal('query', text, name));

  it.each([
    'api_key',
    'apikey',
    'access_token',
    'token',
    'client_secret',
    'access_key',
    'subscription-key',
    'password',
    'hapikey',
  ])('%s is an error when drawn, a warning when chosen', (name) => {
    expect(query(name, drawn)).toEqual([{ value: drawn, severity: 'error' }]);
    expect(query(name, 'Summer2024!')).toEqual([{ value: 'Summer2024!', severity: 'warning' }]);
  });

  it.each(['key', 'code', 'sig', 'appid', 'auth'])('%s is a warning when drawn', (name) => {
    expect(query(name, drawn)).toEqual([{ value: drawn, severity: 'warning' }]);
    expect(query(name, hex)).toEqual([{ value: hex, severity: 'warning' }]);
    expect(query(name, 'Berlin')).toEqual([]);
  });

  it.each([
    ['q', drawn],
    ['correlationId', drawn],
    ['token', HOLE],
    ['token', '<token>'],
    ['token', 'Flow.token'],
    ['api_key', 'YOUR_API_KEY'],
    ['grant_type', 'client_credentials'],
    ['client_id', drawn],
    ['pageToken', 'abcd'],
    ['code', 'EN'],
    ['key', 'customerNumber'],
  ])('%s=%s is none', (name, text) => {
    expect(query(name, text)).toEqual([]);
  });
});

describe('user information', () => {
  const userInfo = (text: string): string[] =>
    seen(urlCredential, literal('url-userinfo', text)).map(({ value }) => value);

  it('covers the password', () => {
    expect(userInfo('api:hunter2')).toEqual(['hunter2']);
    expect(userInfo(`:${drawn}`)).toEqual([drawn]);
    expect(userInfo(`${HOLE}:hunter2`)).toEqual(['hunter2']);
    expect(userInfo(`api:${drawn}${HOLE}`)).toEqual([drawn]);
  });

  it('covers a drawn user that stands alone', () => {
    expect(userInfo(drawn)).toEqual([drawn]);
  });

  it.each(['api', 'jane.doe', `api:${HOLE}`, 'user:password', 'api:<password>', 'api:', `${HOLE}:${HOLE}`])(
    '%s is none',
    (text) => {
      expect(userInfo(text)).toEqual([]);
    },
  );
});
