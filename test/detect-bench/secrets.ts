import { Buffer } from 'node:buffer';
import type { Random } from '../bench/support/random.ts';
import { pem } from '../engine/detect/support/literals.ts';
import { type FactRow, selfIdentifyingRows } from '../engine/detect/support/tokenGenerator.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const ALPHANUMERIC = `${LOWER.toUpperCase()}${LOWER}0123456789`;
const HEX = '0123456789abcdef';

/** One class of credential, with values drawn from a seed. */
export interface SecretClass {
  readonly id: string;
  /** What the name in front of it may say. */
  readonly under: 'key' | 'password';
  make(random: Random): string;
}

/** Credentials without a shape of their own: only name and place tell. */
export const SHAPELESS: readonly SecretClass[] = [
  { id: 'hex', under: 'key', make: (random) => random.text(random.pick([32, 40, 64]), HEX) },
  { id: 'base64', under: 'key', make: (random) => bytes(random, random.pick([24, 32, 33, 64])).toString('base64') },
  { id: 'base64url', under: 'key', make: (random) => bytes(random, random.pick([24, 32, 48])).toString('base64url') },
  { id: 'alphanumeric', under: 'key', make: (random) => random.text(16 + random.below(25), ALPHANUMERIC) },
  { id: 'UUID key', under: 'key', make: uuid },
  { id: 'Genesys client secret', under: 'key', make: genesysSecret },
  { id: 'punctuation', under: 'password', make: punctuated },
  { id: 'human password', under: 'password', make: human },
  { id: 'generated password', under: 'password', make: (random) => random.text(12 + random.below(9), ALPHANUMERIC) },
];

/** Formats that identify themselves, from the facts beside the repository; none where they are not there. */
export function knownTokens(): readonly SecretClass[] {
  const rows = selfIdentifyingRows() ?? [];
  const drawn = rows.filter(isGrave).map(
    (row): SecretClass => ({
      id: `token ${row.id}`,
      under: 'key',
      make: (random) => row.generate(() => random.next()) ?? '',
    }),
  );
  return [...drawn, ENCODED_KEY];
}

/** Whether the facts are there: without them only a few formats are planted. */
export function hasFacts(): boolean {
  return selfIdentifyingRows() !== undefined;
}

/** Rows that describe what stands around a credential, or need a body that only a generator of its own makes. */
const NOT_DRAWN: ReadonlySet<string> = new Set([
  'generic-http-bearer-header',
  'generic-http-basic-auth-header',
  'generic-pem-base64-encoded',
]);

function isGrave(row: FactRow): boolean {
  if (NOT_DRAWN.has(row.id)) return false;
  if (!/^(?:critical|high)/.test(row.severityHint) || row.confidence === 'unverified') return false;
  return row.generate(() => 0.5) !== undefined;
}

export const PRIVATE_KEY: SecretClass = {
  id: 'private key',
  under: 'key',
  make: (random) => pem(() => random.next(), random.pick(['', 'RSA ', 'EC '])),
};

/** The same as settings carry it in one line. */
const ENCODED_KEY: SecretClass = {
  id: 'token private key, base64',
  under: 'key',
  make: (random) => Buffer.from(PRIVATE_KEY.make(random)).toString('base64'),
};

export function uuid(random: Random): string {
  const [a, b, c, d] = [random.text(8, HEX), random.text(4, HEX), random.text(3, HEX), random.text(3, HEX)];
  return `${a}-${b}-4${c}-${random.pick(['8', '9', 'a', 'b'])}${d}-${random.text(12, HEX)}`;
}

export function bytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}

/** The two shapes of a client secret of an OAuth client. */
function genesysSecret(random: Random): string {
  if (random.below(2) === 0) return bytes(random, 32).toString('base64url');
  return `G4${random.below(10)}C__${random.text(54, `${ALPHANUMERIC}_-`)}`;
}

function punctuated(random: Random): string {
  const body = random.text(8 + random.below(16), `${ALPHANUMERIC}!@#$%^&*()-_=+;:,.?/~|<>[]`);
  return `${random.text(1, ALPHANUMERIC)}${body}${random.text(1, '!@%*?')}${random.text(2, ALPHANUMERIC)}`;
}

const WORDS = ['Summer', 'Winter', 'Welcome', 'Genesys', 'Contact', 'Dragon', 'Monday', 'Berlin', 'Sevilla', 'Coffee'];

/** What people make up: a word, a number, a sign; sometimes with digits for letters. */
function human(random: Random): string {
  const word = random.pick(WORDS);
  const spelled = random.below(3) === 0 ? word.replace(/o/g, '0').replace(/e/g, '3') : word;
  const number = random.below(2) === 0 ? 2018 + random.below(9) : random.below(1000) + 10;
  return random.pick([
    `${spelled}${number}${random.text(1, '!?*.@')}`,
    `${spelled}${random.text(1, '-_@')}${number}`,
    `${spelled}${random.pick(WORDS)}${number}`,
    `${random.pick(WORDS).toLowerCase()}${number}${random.text(1, '!?*')}`,
  ]);
}
