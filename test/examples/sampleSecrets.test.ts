import { expect, test } from 'vitest';
import { seededBytes } from '../../scripts/sample.mjs';
import { replaceMarkers, SECRET_KINDS } from '../../scripts/sampleSecrets.mjs';

const SHAPES: Readonly<Record<string, RegExp>> = {
  apiKey: /^[A-Za-z0-9]{36}$/,
  basic: /^[A-Za-z0-9+/]+={0,2}$/,
  bearer: /^[\w-]{64}$/,
  clientSecret: /^[\w-]{43}$/,
  genesysSecret: /^G4\dC__[\w-]{54}$/,
  password: /^\w{9}[-_.*]\w{9}$/,
  sendgrid: /^SG\.[\w-]{22}\.[\w-]{43}$/,
  stripe: /^sk_live_[A-Za-z0-9]{48}$/,
  webhookId: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
};

function replaced(text: string, seed = 'shapes'): string {
  return replaceMarkers(new Map([['file', text]]), seededBytes(seed)).get('file') ?? '';
}

test('every kind of marker has a tested shape', () => {
  expect(Object.keys(SHAPES)).toEqual(SECRET_KINDS);
});

test.each(Object.entries(SHAPES))('%s has the shape of the real thing', (kind, shape) => {
  for (let seed = 0; seed < 50; seed++) expect(replaced(`@@secret:${kind}@@`, String(seed))).toMatch(shape);
});

test('the same kind and number is the same value in all files; another number is another value', () => {
  const files = new Map([
    ['a', '@@secret:apiKey@@ @@secret:apiKey:1@@'],
    ['b', '@@secret:apiKey@@'],
  ]);
  const made = replaceMarkers(files, seededBytes('x'));
  const [first, second] = made.get('a')?.split(' ') ?? [];
  expect(made.get('b')).toBe(first);
  expect(second).not.toBe(first);
});

test('the Basic header holds the password of the same number', () => {
  const [basic = '', password] = replaced('@@secret:basic:2@@ @@secret:password:2@@').split(' ');
  expect(Buffer.from(basic, 'base64').toString()).toBe(`svc-contact-center:${password}`);
});

test('an unknown kind is an error that names it', () => {
  expect(() => replaced('@@secret:unheardOf@@')).toThrow('unheardOf');
});
