import { originsOf, REGIONS, type Region } from '../base/regions.ts';
import { CloudError } from './cloudError.ts';

/** Where an org is: a region, or the loopback origin of a practice org that serves login and API on one host. */
export type Place = Region | { readonly origin: string };

/** What a sign-in at a place may talk to. */
export interface Addresses {
  /** Begins every address of the login. */
  readonly login: string;
  /** The only origins a request may go to. */
  readonly origins: ReadonlySet<string>;
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * No caller can choose a host that is neither Genesys Cloud's nor this machine.
 * @throws CloudError for any other
 */
export function addressesOf(at: Place): Addresses {
  if ('origin' in at) {
    const { origin, hostname } = new URL(at.origin);
    if (!LOOPBACK.has(hostname)) throw new CloudError('blocked');
    return { login: `${origin}/login`, origins: new Set([origin]) };
  }
  if (!isRegion(at)) throw new CloudError('blocked');
  const { login, api } = originsOf(at);
  return { login, origins: new Set([login, api]) };
}

/** A region of Genesys Cloud, or one that no network knows (RFC 2606): the practice org's, answered in process. */
function isRegion({ domain }: Region): boolean {
  return REGIONS.some((region) => region.domain === domain) || /^[\w.-]+\.invalid$/.test(domain);
}
