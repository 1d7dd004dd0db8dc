import { originsOf, type Region } from '../../base/regions.ts';

/** The practice org's region. `.invalid` never resolves (RFC 2606), so a request that escapes the practice org reaches nobody. */
export const PRACTICE_REGION: Region = { key: 'practice', domain: 'practice.genesys.invalid' };

/** Where in the practice org a URL points: the login or the API service, and the path within it. */
export interface Place {
  readonly service: 'login' | 'api';
  readonly path: string;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Finds the service behind a URL. The practice hosts have one service each; on loopback one host has both, the login under
 * `/login`, which is how the SDK's gateway setting addresses them. Any other host is not the practice org: `undefined`.
 */
export function locate(url: string): Place | undefined {
  const { origin, hostname, pathname } = new URL(url);
  const { login, api } = originsOf(PRACTICE_REGION);
  if (origin === login) return { service: 'login', path: pathname };
  if (origin === api) return { service: 'api', path: pathname };
  if (!LOOPBACK.has(hostname)) return undefined;
  return pathname.startsWith('/login/')
    ? { service: 'login', path: pathname.slice('/login'.length) }
    : { service: 'api', path: pathname };
}
