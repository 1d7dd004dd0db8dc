import { formatsOf, type TokenFormat } from '../tokenFormat.ts';
import { B, D, U, UUID } from './alphabets.ts';

const CRYPT = '[./A-Za-z0-9]';

/** Formats that belong to nobody, and those of Genesys Cloud. */
export const GENERIC: readonly TokenFormat[] = [
  ...formatsOf('Genesys Cloud', [
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
  ...formatsOf('JSON Web Key', [
    [
      'generic-json-web-key-private',
      'private member',
      '',
      `"[dk]"\\s{0,8}:\\s{0,8}"(${U}{22,4000})"`,
      'critical',
      { inner: ['"kty"'], before: '', after: '' },
    ],
  ]),
  ...formatsOf('netrc', [
    [
      'generic-netrc-entry',
      'password',
      '',
      'login\\s{1,8}[A-Za-z0-9@._+-]{1,100}\\s{1,20}password\\s{1,8}([!#-&(-~]{6,200})',
      'high',
      { inner: ['achine '], decodes: 'drawn', after: '' },
    ],
  ]),
  ...formatsOf('PKCS#12', [
    ['generic-pkcs12-bundle', 'key bundle', 'MII', `${B}{200,20000}={0,2}`, 'high', { decodes: 'pkcs12' }],
  ]),
  ...formatsOf('Unix crypt', [
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
