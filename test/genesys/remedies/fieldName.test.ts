import { expect, it } from 'vitest';
import type { Literal, Role } from '../../../src/engine/detect/contract/literal.ts';
import { documentText } from '../../../src/engine/text/mappedText.ts';
import { fieldNameFor } from '../../../src/genesys/remedies/fieldName.ts';

it.each<[Role, string | undefined, string]>([
  ['header', 'constructor', 'constructor'],
  ['header', '__proto__', 'proto'],
  ['header', 'authorization', 'accessToken'],
  ['body-field', 'authorization', 'authorization'],
  ['body-field', 'APIKEY', 'apiKey'],
  ['body-field', 'apiKeyV2', 'apiKeyV2'],
  ['body-field', 'HTTPPassword', 'httppassword'],
  ['query', 'auth[key]', 'authKey'],
  ['query', '1234', 'secret'],
  ['query', undefined, 'secret'],
  ['url-userinfo', 'url', 'password'],
  ['macro-argument', 'encoding.base64', 'secret'],
  ['body-field', 'a-b-c-d-e-f-g-h', 'aBCDEF'],
])('%s %s is stored as %s', (role, name, field) => {
  const literal: Literal = { text: documentText(''), role, path: undefined, owner: { document: 'data-action' } };
  expect(fieldNameFor(name === undefined ? literal : { ...literal, name })).toBe(field);
});
