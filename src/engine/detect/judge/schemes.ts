import type { Span } from '../../../base/span.ts';
import { isRare } from './rarity.ts';

/** Words that stand before the credential in an authorization, and nowhere else. */
const SCHEME =
  /^[ \t]{0,20}(Bearer|Basic|ApiKey|Api-Key|APIToken|SSWS|GenieKey|Klaviyo-API-Key|AccessKey|PRIVATE-TOKEN|Zoho-oauthtoken|GoogleLogin|Negotiate|NTLM|SharedAccessSignature|SharedKey|AWS4-HMAC-SHA256|DeepL-Auth-Key|JWT|OAuth)(?:[ \t]{1,20}|$)/i;

/** Schemes that are words of a language, too: in front of one text. */
const WORD_SCHEME =
  /^[ \t]{0,20}(Token|Bot|Splunk|Key|Digest|Hawk|HMAC|Discogs|Private|Secret|User|Client)(?:[ \t]{1,20}|$)/i;

/** Any other word in front of one long text is taken for a scheme too, if that looks drawn by a machine. */
const ANY_SCHEME = /^[ \t]{0,20}([A-Za-z][A-Za-z0-9_-]{1,30})[ \t]{1,20}(?=(\S{8,})[ \t]{0,20}$)/;

export interface Authorization {
  /** Lower case; absent where the credential stands alone. */
  readonly scheme?: string;
  /** What follows it. */
  readonly rest: Span;
}

/** Splits the value of an authorization into its scheme word and the rest. */
export function splitScheme(value: string): Authorization {
  return split(value, SCHEME.exec(value) ?? WORD_SCHEME.exec(value) ?? anyScheme(value));
}

/**
 * The same for a value whose name says credential, but not that it is an authorization: two words may be a passphrase, so
 * that only what is nothing but a scheme, or stands before something drawn, is split off.
 */
export function splitSchemeOf(value: string): Authorization {
  return split(value, SCHEME.exec(value) ?? anyScheme(value));
}

function anyScheme(value: string): RegExpExecArray | null {
  const match = ANY_SCHEME.exec(value);
  return match && isRare(match[2] ?? '') ? match : null;
}

function split(value: string, match: RegExpExecArray | null): Authorization {
  const end = value.trimEnd().length;
  if (!match) return { rest: { start: Math.min(value.length - value.trimStart().length, end), end } };
  const start = Math.min(match[0].length, end);
  return { scheme: (match[1] ?? '').toLowerCase(), rest: { start, end } };
}
