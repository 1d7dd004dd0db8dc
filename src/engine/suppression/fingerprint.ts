import { isRare } from '../detect/judge/index.ts';
import { bytesOf } from '../text/index.ts';

/** What WebCrypto's `subtle` offers, as far as it is used; given by the caller, so that this room needs no platform. */
export interface Subtle<Key> {
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: 'PBKDF2',
    extractable: boolean,
    uses: 'deriveBits'[],
  ): Promise<Key>;
  deriveBits(
    algorithm: {
      readonly name: 'PBKDF2';
      readonly hash: 'SHA-256';
      readonly salt: Uint8Array<ArrayBuffer>;
      readonly iterations: number;
    },
    key: Key,
    length: number,
  ): Promise<ArrayBuffer>;
  digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

/** Gives the fingerprint of a value. Only the team file may hold one. */
export type Fingerprint = (value: string, salt: string) => Promise<string>;

/** Makes guessing slow: a tenth of a second for one value. */
const ITERATIONS = 300_000;
/** One value in 16 million has the same fingerprint, so it says next to nothing of a value that cannot be guessed. */
const BYTES = 3;
/** Values that are shorter, or that read like words, can be guessed. UTF-16 units. */
const SHORTEST = 16;

const SHAPE = new RegExp(`^[0-9a-f]{${BYTES * 2}}$`);

export function isFingerprint(text: string): boolean {
  return SHAPE.test(text);
}

/** Whether a fingerprint would let someone find out the value by trying: such values get none. */
export function isGuessable(value: string): boolean {
  return value.length < SHORTEST || new Set(value).size < SHORTEST / 2 || !isRare(value);
}

/** @throws what WebCrypto throws where it is not there */
export function fingerprintWith<Key>(subtle: Subtle<Key>): Fingerprint {
  return async (value, salt) => {
    const key = await subtle.importKey('raw', utf8(value), 'PBKDF2', false, ['deriveBits']);
    const bits = await subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt: utf8(salt), iterations: ITERATIONS },
      key,
      BYTES * 8,
    );
    return [...new Uint8Array(bits)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytesOf(text), (char) => char.charCodeAt(0));
}
