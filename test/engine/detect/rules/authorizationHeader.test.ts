import { describe, expect, it } from 'vitest';
import { authorizationHeader } from '../../../../src/engine/detect/rules/authorizationHeader.ts';
import { ALPHANUMERIC, base64, HOLE, literal, seen } from '../support/literals.ts';
import { randomText, seeded } from '../support/tokenGenerator.ts';

const random = seeded(41);
const drawn = (length: number): string => randomText(random, ALPHANUMERIC, length);
const header = (text: string, name = 'Authorization'): ReturnType<typeof seen> =>
  seen(authorizationHeader, literal('header', text, name));

describe('the Authorization header', () => {
  it.each(['Bearer', 'bearer', 'BEARER'])('%s: the token without the scheme word', (scheme) => {
    const value = drawn(40);
    expect(header(`${scheme} ${value}`)).toEqual([{ value, severity: 'error', shape: 'bearer' }]);
  });

  it.each(['Token', 'ApiKey', 'SSWS', 'GenieKey', 'Klaviyo-API-Key', 'Bot', 'OAuth', 'AcmeScheme'])(
    '%s: the same',
    (scheme) => {
      const value = drawn(36);
      expect(header(`${scheme} ${value}`)).toEqual([{ value, severity: 'error', shape: 'scheme' }]);
    },
  );

  it('a token without a scheme word is covered whole', () => {
    const value = drawn(32);
    expect(header(value)).toEqual([{ value, severity: 'error' }]);
    expect(header(` ${value} `)).toEqual([{ value, severity: 'error' }]);
  });

  it.each(['Proxy-Authorization', 'authorization', 'X-Authorization', 'X-Amz-Authorization'])('also as %s', (name) => {
    const value = drawn(32);
    expect(header(`Bearer ${value}`, name)).toEqual([{ value, severity: 'error', shape: 'bearer' }]);
  });

  it('Basic: the base64 of a pair', () => {
    const value = base64('api-user:S3cret, with ümlaut');
    expect(header(`Basic ${value}`)).toEqual([{ value, severity: 'error', shape: 'basic-base64' }]);
    expect(header(`basic  ${value}`)).toEqual([{ value, severity: 'error', shape: 'basic-base64' }]);
  });

  it('Basic with a pair that nobody encoded is one too', () => {
    expect(header('Basic api:hunter2')).toEqual([{ value: 'api:hunter2', severity: 'error', shape: 'basic-plain' }]);
  });

  it('Basic with something that does not decode is a scheme like any other', () => {
    const value = drawn(31);
    expect(header(`Basic ${value}`)).toEqual([{ value, severity: 'error', shape: 'scheme' }]);
  });

  it('a named parameter: its value', () => {
    const value = drawn(24);
    expect(header(`Token token="${value}"`)).toEqual([{ value, severity: 'error', shape: 'scheme' }]);
    expect(header(`ApiKey apikey=${value}, version=2`)).toEqual([{ value, severity: 'error', shape: 'scheme' }]);
  });

  it('a password as a token is a warning', () => {
    expect(header('Bearer hunter2hunter')).toEqual([{ value: 'hunter2hunter', severity: 'warning', shape: 'bearer' }]);
  });

  it('two words are a passphrase rather than a scheme and a word', () => {
    expect(header('velvet marmot77')).toEqual([{ value: 'velvet marmot77', severity: 'warning' }]);
    expect(header('see documentation')).toEqual([]);
  });

  it('a drawn text beside a hole is a part of one', () => {
    const value = drawn(24);
    expect(header(`Bearer ${HOLE}${value}`)).toEqual([{ value, severity: 'warning', shape: 'bearer' }]);
    expect(header(`Bearer ${value}${HOLE}`)).toEqual([{ value, severity: 'warning', shape: 'bearer' }]);
  });

  it.each([
    HOLE,
    `Bearer ${HOLE}`,
    `${HOLE} ${HOLE}`,
    `Basic ${HOLE}`,
    `Bearer ${HOLE}.${HOLE}`,
    `Bearer ${HOLE}-prod`,
    'Bearer',
    'Basic ',
    'Bearer <YOUR TOKEN>',
    'Bearer {{token}}',
    'Bearer YOUR_ACCESS_TOKEN',
    'Bearer xxxxxxxxxxxx',
    'Basic <base64 of user:password>',
    `Basic ${base64('user:password')}`,
    `Basic ${base64('{{user}}:{{password}}')}`,
    'Bearer Flow.AccessToken',
    '',
  ])('%s is none', (text) => {
    expect(header(text)).toEqual([]);
  });
});

describe('a scheme word in any other place', () => {
  it.each(['expression', 'variable', 'action-input', 'value', 'body'] as const)('%s', (role) => {
    const token = drawn(40);
    expect(seen(authorizationHeader, literal(role, `Bearer ${token}`, 'headerValue'))).toEqual([
      { value: token, severity: 'error', shape: 'bearer' },
    ]);
    const pair = base64(`user:${drawn(12)}`);
    expect(seen(authorizationHeader, literal(role, `{"Authorization": "Basic ${pair}"}`))).toEqual([
      { value: pair, severity: 'error', shape: 'basic-base64' },
    ]);
  });

  it.each([
    'Bearer token is required for this action',
    'Basic authentication',
    'the bearer certificatenumber of the policy',
    'Basic information about the customer',
    'Token validationfailedagain',
    `Bearer ${HOLE}`,
  ])('%s is prose', (text) => {
    expect(seen(authorizationHeader, literal('expression', text))).toEqual([]);
  });

  it('proves nothing in prose and comparisons', () => {
    for (const role of ['text', 'comparison', 'key', 'header-name', 'success-template'] as const) {
      expect(seen(authorizationHeader, literal(role, `Bearer ${drawn(40)}`))).toEqual([]);
    }
  });
});

describe('the argument of a base64 macro', () => {
  const argument = (text: string): ReturnType<typeof seen> =>
    seen(authorizationHeader, literal('macro-argument', text, 'encoding.base64'));

  it('is covered whole where both parts are literal', () => {
    expect(argument('api:S3cret!')).toEqual([{ value: 'api:S3cret!', severity: 'error', shape: 'basic-plain' }]);
  });

  it('is covered after the colon where the user is dynamic', () => {
    expect(argument(`${HOLE}:S3cret!`)).toEqual([{ value: 'S3cret!', severity: 'error', shape: 'basic-plain' }]);
  });

  it.each([`${HOLE}:${HOLE}`, `api:${HOLE}`, HOLE, 'api:', 'user:password', 'user:<password>', 'some text'])(
    '%s is none',
    (text) => {
      expect(argument(text)).toEqual([]);
    },
  );

  it('of another macro is none', () => {
    expect(seen(authorizationHeader, literal('macro-argument', 'a:b1!xyz', 'esc.url'))).toEqual([]);
  });
});
