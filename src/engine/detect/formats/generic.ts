import { formatsOf, type TokenFormat } from '../tokenFormat.ts';
import { B, D, U, UUID } from './alphabets.ts';

const CRYPT = '[./A-Za-z0-9]';

/** Formats that belong to nobody, and those of Genesys Cloud. */
export const GENERIC: readonly TokenFormat[] = [
  ...formatsOf('Genesys Cloud', 'https://developer.genesys.cloud/authorization/', [
    [
      'genesys-cloud-oauth-client-secret-g4',
      'oauth client secret',
      'G4',
      `${D}C__${U}{54}`,
      'critical',
      { inner: ['C__'] },
    ],
    [
      'genesys-cloud-incoming-webhook-url',
      'incoming webhook id',
      '',
      `https://apps\\.(?:[a-z0-9-]{1,20}\\.)?(?:mypurecloud\\.(?:com\\.au|com|de|ie|jp)|pure\\.cloud)(?::${D}{2,5})?/webhooks/api/v1/webhook/(?:${UUID}/){0,2}(${UUID})`,
      'high',
      { inner: ['/webhooks/api/v1/webhook/'] },
    ],
  ]),
  ...formatsOf('JWT', 'https://datatracker.ietf.org/doc/html/rfc7519', [
    [
      'generic-jwt',
      'signed token',
      'eyJ',
      `${U}{9,4000}\\.eyJ${U}{9,8000}\\.(?:${U}{10,4000})?`,
      'medium',
      { decodes: 'jwt', before: 'A-Za-z0-9_.-', after: 'A-Za-z0-9_-' },
    ],
  ]),
  ...formatsOf('JSON Web Key', 'https://datatracker.ietf.org/doc/html/rfc7517', [
    [
      'generic-json-web-key-private',
      'private member',
      '',
      `"[dk]"\\s{0,8}:\\s{0,8}"(${U}{22,4000})"`,
      'critical',
      { inner: ['"kty"'], before: '', after: '' },
    ],
  ]),
  ...formatsOf('PKCS#12', undefined, [
    ['generic-pkcs12-bundle', 'key bundle', 'MII', `${B}{200,20000}={0,2}`, 'high', { decodes: 'pkcs12' }],
  ]),
  ...formatsOf('Unix crypt', undefined, [
    [
      'generic-password-hash-bcrypt',
      'bcrypt hash',
      ['$2a$', '$2b$', '$2x$', '$2y$'],
      `${D}{2}\\$${CRYPT}{53}`,
      'medium',
    ],
    ['generic-password-hash-md5crypt', 'password hash', '$1$', `${CRYPT}{8}\\$${CRYPT}{22}`, 'medium'],
    [
      'generic-password-hash-sha256crypt',
      'password hash',
      '$5$',
      `(?:rounds=${D}{1,9}\\$)?${CRYPT}{8,16}\\$${CRYPT}{43}`,
      'medium',
    ],
    [
      'generic-password-hash-sha512crypt',
      'password hash',
      '$6$',
      `(?:rounds=${D}{1,9}\\$)?${CRYPT}{8,16}\\$${CRYPT}{86}`,
      'medium',
    ],
  ]),
];
