import { bytesOf } from '../text/utf8.ts';
import type { Fingerprint } from './fingerprint.ts';

/** As many as an open document has allowed findings, many times over. */
const MOST = 500;

/**
 * Remembers fingerprints, which take a tenth of a second, so that the next scan of the same text does not wait.
 * @param key turns a value into what it is remembered by; it must not give the value away
 */
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
