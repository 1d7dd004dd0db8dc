import { CloudError } from './cloudError.ts';
import { missingIn } from './missingAccess.ts';
import { members, parsed, text } from './read.ts';

/** What the API says, with 400 instead of 409, when an object has changed since it was read. */
const STALE = 'does not match the current version';
/** Codes of the API and of OAuth: `missing.permissions`, `invalid_client`. */
const CODE = /^[a-z]+(?:[._][a-z]+)*$/i;
/** A UUID. */
const CONTEXT_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The error for an answer that is not 2xx. Of what the org says only a code and a context id are kept, if they look like
 * such and are no echo of what was sent, the names of permissions that are missing, and whether it says that a version is out
 * of date.
 * @param sent the body and the credentials of the request, as they were and decoded
 */
export function errorFor(response: Response, body: string, kind: 'api' | 'login', sent: string): CloudError {
  const said = members(parsed(body));
  // A redirect that is not followed has no status the caller could read.
  const status = response.type === 'opaqueredirect' ? 302 : response.status;
  const code = kept(text(said.code) ?? text(said.error), CODE, sent);
  const contextId = kept(text(said.contextId) ?? response.headers.get('inin-correlation-id'), CONTEXT_ID, sent);
  const retryAfter = secondsIn(response.headers.get('retry-after'));
  return new CloudError(kind, {
    status,
    ...(code === undefined ? {} : { code }),
    ...(contextId === undefined ? {} : { contextId }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(status === 403 ? missingIn(said, sent) : {}),
    ...(isStale(status, text(said.message)) ? { stale: true } : {}),
  });
}

/** CX as Code takes 408 for a conflict as well. */
function isStale(status: number, message = ''): boolean {
  return status === 409 || status === 408 || (status === 400 && message.includes(STALE));
}

function kept(word: string | null | undefined, shape: RegExp, sent: string): string | undefined {
  return word != null && word.length <= 64 && shape.test(word) && !sent.includes(word) ? word : undefined;
}

/** The header may also hold a date, which says nothing to a clock that differs. */
function secondsIn(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
}
