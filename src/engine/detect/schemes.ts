import type { Span } from '../../base/span.ts';

/** Words that stand before the credential in an authorization. */
const SCHEME =
  /^[ \t]{0,20}(Bearer|Basic|Token|ApiKey|Api-Key|APIToken|SSWS|GenieKey|Klaviyo-API-Key|Bot|Splunk|Key|AccessKey|Apikey|OAuth|JWT|PRIVATE-TOKEN|Zoho-oauthtoken|GoogleLogin|Digest|Negotiate|NTLM|Hawk|HMAC|SharedAccessSignature|SharedKey|AWS4-HMAC-SHA256|DeepL-Auth-Key|Discogs|Private|Secret|User|Client)(?:[ \t]{1,20}|$)/i;

/** Any other word in front of one long text is taken for a scheme too. */
const ANY_SCHEME = /^[ \t]{0,20}([A-Za-z][A-Za-z0-9_-]{1,30})[ \t]{1,20}(?=\S{8,}[ \t]{0,20}$)/;

export interface Authorization {
  /** Lower case; absent where the credential stands alone. */
  readonly scheme?: string;
  /** What follows it. */
  readonly rest: Span;
}

/** Splits the value of an authorization into its scheme word and the rest. */
export function splitScheme(value: string): Authorization {
  const match = SCHEME.exec(value) ?? ANY_SCHEME.exec(value);
  const end = trimmedEnd(value);
  if (!match) return { rest: { start: Math.min(value.length - value.trimStart().length, end), end } };
  const start = Math.min(match[0].length, end);
  return { scheme: (match[1] ?? '').toLowerCase(), rest: { start, end } };
}

function trimmedEnd(value: string): number {
  return value.trimEnd().length;
}
