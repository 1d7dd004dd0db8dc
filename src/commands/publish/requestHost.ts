const STATIC_HOST = /^https?:\/\/([^/?#]*)/i;
const HOST_NAME = /^[a-z0-9.-]+(?::\d{1,5})?$/i;

/** Stands for the host of the org: no host is written. */
export const GENESYS_ITSELF = '/';

/**
 * The host that a Data Action's request goes to, as far as it is written there: `GENESYS_ITSELF` for Genesys Cloud, `undefined`
 * where an input or a credential decides. User names and passwords before the host are not part of it.
 */
export function requestHost(url: string): string | undefined {
  if (url.startsWith('/')) return GENESYS_ITSELF;
  const authority = STATIC_HOST.exec(url)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return HOST_NAME.test(host) ? host : undefined;
}
