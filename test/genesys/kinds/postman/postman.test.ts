import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { foundIn, scanOf } from '../../support/found.ts';
import { drawn } from '../../support/values.ts';

const SECRET = drawn(1, 43);
const PASSWORD = `${drawn(3, 8)}!x`;
const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

function collection(request: object, more: object = {}): string {
  const item = [{ name: 'Users', item: [{ name: 'Me', request: { method: 'GET', ...request } }] }];
  return JSON.stringify({ info: { name: 'Genesys Cloud', schema: SCHEMA }, item, ...more }, null, 2);
}

const keyed = (key: string, value: string): object => ({ key, value, type: 'string' });

describe('a Postman collection gives away', () => {
  it.each([
    ['a bearer token', collection({ auth: { type: 'bearer', bearer: [keyed('token', SECRET)] } })],
    [
      'the password of basic',
      collection({ auth: { type: 'basic', basic: [keyed('username', 'a'), keyed('password', SECRET)] } }),
    ],
    [
      'an API key',
      collection({ auth: { type: 'apikey', apikey: [keyed('key', 'X-API-Key'), keyed('value', SECRET)] } }),
    ],
    ['a client secret', collection({ auth: { type: 'oauth2', oauth2: [keyed('clientSecret', SECRET)] } })],
    ['a token of the whole collection', collection({}, { auth: { type: 'bearer', bearer: [keyed('token', SECRET)] } })],
    ['a bearer token of the old form', collection({ auth: { type: 'bearer', bearer: { token: SECRET } } })],
    ['a header', collection({ header: [keyed('Authorization', `Bearer ${SECRET}`)] })],
    ['a header of another name', collection({ header: [keyed('X-API-Key', SECRET)] })],
    ['a header as a text', collection({ header: `X-API-Key: ${SECRET}` })],
    ['a query in an address', collection({ url: `https://api.mypurecloud.com/x?api_key=${SECRET}` })],
    [
      'a query in parts',
      collection({ url: { raw: 'https://api.mypurecloud.com/x', query: [keyed('api_key', SECRET)] } }),
    ],
    ['a body', collection({ body: { mode: 'raw', raw: `{"client_secret": "${SECRET}"}` } })],
    ['a form', collection({ body: { mode: 'urlencoded', urlencoded: [keyed('client_secret', SECRET)] } })],
    ['parts of a form', collection({ body: { mode: 'formdata', formdata: [keyed('client_secret', SECRET)] } })],
    ['a variable', collection({}, { variable: [keyed('clientSecret', SECRET)] })],
    [
      'a variable of a script',
      collection({}, { event: [{ script: { exec: [`pm.environment.set("clientSecret", "${SECRET}");`] } }] }),
    ],
  ])('%s', (_what, text) => {
    expect(foundIn('Genesys.postman_collection.json', text)).toEqual([SECRET]);
    expect(scanOf('whatever.json', text).kind).toBe('postman');
  });

  it('base64 of a pair', () => {
    const pair = Buffer.from(`client:${PASSWORD}`).toString('base64');
    expect(foundIn('x.json', collection({ header: [keyed('Authorization', `Basic ${pair}`)] }))).toEqual([pair]);
  });

  it('a variable of an environment', () => {
    const values = [keyed('clientId', 'a'), { key: 'clientSecret', value: SECRET, enabled: true }];
    const text = JSON.stringify({ name: 'Genesys', values, _postman_variable_scope: 'environment' });
    expect(foundIn('dev.postman_environment.json', text)).toEqual([SECRET]);
  });

  it('what is half typed', () => {
    const text = collection({ auth: { type: 'bearer', bearer: [keyed('token', SECRET)] } });
    expect(foundIn('Genesys.postman_collection.json', text.slice(0, text.indexOf(SECRET) + SECRET.length))).toEqual([
      SECRET,
    ]);
  });
});

describe('a Postman collection says nothing of', () => {
  it.each([
    ['variables', collection({ auth: { type: 'bearer', bearer: [keyed('token', '{{accessToken}}')] } })],
    ['variables in headers', collection({ header: [keyed('Authorization', 'Bearer {{accessToken}}')] })],
    [
      'addresses of tokens',
      collection({
        auth: { type: 'oauth2', oauth2: [keyed('accessTokenUrl', 'https://login.mypurecloud.com/oauth/token')] },
      }),
    ],
    [
      'places and names',
      collection({
        auth: {
          type: 'oauth2',
          oauth2: [
            keyed('addTokenTo', 'header'),
            keyed('tokenName', 'Genesys token'),
            keyed('client_authentication', 'header'),
            keyed('tokenType', 'Bearer'),
          ],
        },
      }),
    ],
    [
      'ids',
      collection(
        {},
        { info: { _postman_id: '8f2b7c1e-4a55-4e0c-9b57-1d3f0a9c6b21', name: 'Genesys', schema: SCHEMA } },
      ),
    ],
    ['empty values', collection({ auth: { type: 'bearer', bearer: [keyed('token', '')] } })],
  ])('%s', (_what, text) => {
    expect(foundIn('x.json', text)).toEqual([]);
  });

  it('another API', () => {
    const text = collection({ auth: { type: 'bearer', bearer: [keyed('token', SECRET)] } }).replace(
      'Genesys Cloud',
      'X',
    );
    expect(scanOf('x.json', text).kind).toBeUndefined();
  });
});
