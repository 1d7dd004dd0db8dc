import { bytesOf } from '../text/index.ts';
import { type Fingerprint, fingerprintWith, type Subtle } from './fingerprint.ts';

/** More values than any workspace allows. Each takes about a hundred bytes. */
const MOST = 20_000;

/**
 * Gives fingerprints, each value and salt derived once: that takes a tenth of a second, however many entries ask for it. Values are
 * remembered by a hash that means nothing outside of this process.
 * @param random fills an array with random bytes
 */
export function rememberedFingerprints<Key>(
  subtle: Subtle<Key>,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): Fingerprint {
  const secret = random(new Uint8Array(32));
  return remembered(fingerprintWith(subtle), async (bytes) => {
    const input = Uint8Array.from([...secret, ...Array.from(bytes, (char) => char.charCodeAt(0))]);
    return new Uint8Array(await subtle.digest('SHA-256', input)).join();
  });
}

/** @param key turns a value into what it is remembered by; it must not give the value away */
export function remembered(fingerprint: Fingerprint, key: (bytes: string) => Promise<string>): Fingerprint {
  const known = new Map<string, Promise<string>>();
  return async (value, salt) => {
    const name = await key(bytesOf(`${salt}\n${value}`));
    const before = known.get(name);
    if (before) return before;
    const made = fingerprint(value, salt);
    if (known.size >= MOST) known.clear();
    known.set(name, made);
    made.catch(() => known.delete(name));
    return made;
  };
}
