import type { CloudErrorFacts } from './cloudError.ts';
import { type Members, members, text } from './read.ts';

/** `domain:entity:action`, each a word; the action may be `*`. */
const PERMISSION = /\b[a-z][a-z0-9]{0,40}:[a-z][a-z0-9]{0,40}:(?:[a-z][a-z0-9]{0,40}\b|\*)/gi;
/** The API's scopes for what the product may be refused, as far as they are documented. Any other word may be a part of what was sent. */
const DOMAINS = ['architect', 'authorization', 'integrations', 'oauth', 'organization', 'users'];
const SCOPES: readonly string[] = [...DOMAINS, ...DOMAINS.map((domain) => `${domain}:readonly`), 'user-basic-info'];
const MOST = 10;

/**
 * What a refusal says is missing. Only names in the shape of the API's own are taken, and none that was sent.
 * @param said the body of a 403
 */
export function missingIn(said: Members, sent: string): CloudErrorFacts {
  const words = `${text(members(said.messageParams).permissions) ?? ''} ${text(said.message) ?? ''}`.slice(0, 2000);
  const permissions = [...new Set(words.match(PERMISSION))].filter((each) => !sent.includes(each)).slice(0, MOST);
  if (permissions.length > 0) {
    return { permissions, needs: text(said.code) === 'missing.any.permissions' ? 'any' : 'all' };
  }
  if (!/scope/i.test(`${text(said.code) ?? ''} ${words}`)) return {};
  const named = new Set(words.match(/[a-z][a-z-]*(?::[a-z]+)?/g));
  const scopes = SCOPES.filter((scope) => named.has(scope));
  return { scopes };
}
