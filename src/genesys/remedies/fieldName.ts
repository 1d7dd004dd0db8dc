import type { Literal } from '../../engine/detect/contract/index.ts';
import { mayNameOthers } from '../../engine/detect/index.ts';
import { isFieldName } from '../references.ts';

/** Headers whose conventional field name is not the header's own. */
const BY_HEADER: ReadonlyMap<string, string> = new Map([
  ['authorization', 'accessToken'],
  ['proxy-authorization', 'proxyToken'],
  ['cookie', 'sessionCookie'],
]);

/** Spellings of names that are written as one word and would read badly in camel case. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['apikey', 'apiKey'],
  ['accesskey', 'accessKey'],
  ['accesstoken', 'accessToken'],
  ['authtoken', 'authToken'],
  ['clientsecret', 'clientSecret'],
  ['subscriptionkey', 'subscriptionKey'],
  ['username', 'userName'],
]);

/**
 * The name under which a literal is stored: that of its header, query key or body field, as a Velocity identifier
 * (`X-API-Key` → `apiKey`, `client_secret` → `clientSecret`). A name that is or may be a value itself gives none: names of fields
 * are shown, kept and sent.
 */
export function fieldNameFor(literal: Literal): string {
  const name = literal.name ?? '';
  if (literal.role === 'header') {
    const known = BY_HEADER.get(name.toLowerCase());
    if (known) return known;
  }
  if (literal.role === 'macro-argument' || literal.role === 'url' || literal.role === 'body') return 'secret';
  if (literal.role === 'url-userinfo') return 'password';
  if (!mayNameOthers(name, literal)) return 'secret';
  const identifier = camelCase(name);
  return isFieldName(identifier) ? identifier : 'secret';
}

function camelCase(name: string): string {
  const words = name
    .replace(/^x-/i, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word.length > 0)
    .slice(0, 6);
  const joined = words
    .map((word) => word.toLowerCase())
    .map((word, i) => SPELLINGS.get(word) ?? (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const known = SPELLINGS.get(joined.toLowerCase());
  return (known ?? joined).replace(/^[0-9]+/, '').slice(0, 64);
}
