import { HOLE, type MappedText } from '../../text/index.ts';
import { type NamedText, QUERY_SEPARATOR, splitPairs } from './pairs.ts';

/** The parts of a URL or of a template for one, as they are written: nothing is percent-decoded but the names. */
export interface UrlParts {
  /** `https`, without `:`. */
  readonly scheme?: MappedText;
  /** `user:password`; absent where there is no `@`. */
  readonly userinfo?: MappedText;
  readonly user?: MappedText;
  readonly password?: MappedText;
  /** With its port. Empty for a relative URL. */
  readonly host: MappedText;
  readonly path: MappedText;
  /** Keys and values of the query, and of a fragment that is written like one (`#access_token=…`). */
  readonly query: readonly NamedText[];
  /** Without `#`. */
  readonly fragment?: MappedText;
}

const SCHEME = /^\s*([A-Za-z\uFFFC][A-Za-z0-9+.\uFFFC-]*):\/\//;

const EMBEDDED_SCHEME = /(?:https?|ftps?|sftp|wss?)$/i;
const LONGEST_SCHEME = 5;
/** What no URL in prose, JSON or XML goes over. */
const STOP = /[\s"'<>`\\\p{Cc}]/gu;
/** What ends the sentence around a URL, not the URL. */
const TRAILING = /[.,;:!?)\]}]/;

/** Splits a URL, absolute or relative, with holes anywhere. Never throws; linear in the length. */
export function parseUrl(text: MappedText): UrlParts {
  const url = text.text;
  const scheme = SCHEME.exec(url);
  const authority = authorityOf(url, scheme?.[0].length);
  const hash = indexFrom(url, '#', authority.end);
  const mark = indexFrom(url.slice(0, hash), '?', authority.end);
  const fragment = hash < url.length ? text.slice(hash + 1) : undefined;
  return {
    ...(scheme ? { scheme: text.slice(scheme[0].length - 3 - (scheme[1] ?? '').length, scheme[0].length - 3) } : {}),
    ...userinfoOf(text, authority),
    host: text.slice(authority.host, authority.end),
    path: text.slice(authority.end, mark),
    query: [...pairsIn(text, mark + 1, hash), ...(fragment?.text.includes('=') ? pairsIn(text, hash + 1) : [])],
    ...(fragment ? { fragment } : {}),
  };
}

/** The absolute URLs that stand in a text: http, https, ftp, ws and the like. Linear in the length. */
export function urlsIn(text: MappedText): readonly MappedText[] {
  const source = text.text;
  const urls: MappedText[] = [];
  let from = 0;
  for (let at = source.indexOf('://'); at >= 0; at = source.indexOf('://', Math.max(at + 3, from))) {
    const scheme = EMBEDDED_SCHEME.exec(source.slice(Math.max(from, at - LONGEST_SCHEME), at))?.[0] ?? '';
    const before = source[at - scheme.length - 1] ?? '';
    if (scheme === '' || /[A-Za-z0-9+.-]/.test(before)) continue;
    const end = endOf(source, at + 3);
    if (end > at + 3) urls.push(text.slice(at - scheme.length, end));
    from = end;
  }
  return urls;
}

interface Authority {
  readonly start: number;
  readonly host: number;
  readonly end: number;
}

/** Without a scheme, a text that begins with a hole is taken for one whose hole holds scheme and host. */
function authorityOf(url: string, afterScheme: number | undefined): Authority {
  const start = afterScheme ?? (url.startsWith('//') ? 2 : 0);
  if (start === 0 && !url.startsWith(HOLE)) return { start: 0, host: 0, end: 0 };
  const length = url.slice(start).search(/[/?#]/);
  const end = length < 0 ? url.length : start + length;
  return { start, host: Math.max(start, url.slice(0, end).lastIndexOf('@') + 1), end };
}

function userinfoOf(text: MappedText, { start, host }: Authority): Pick<UrlParts, 'userinfo' | 'user' | 'password'> {
  if (host <= start) return {};
  const userinfo = text.slice(start, host - 1);
  const colon = userinfo.text.indexOf(':');
  if (colon < 0) return { userinfo, user: userinfo };
  return { userinfo, user: userinfo.slice(0, colon), password: userinfo.slice(colon + 1) };
}

function pairsIn(text: MappedText, start: number, end = text.length): readonly NamedText[] {
  return start >= end ? [] : splitPairs(text.slice(start, end), QUERY_SEPARATOR);
}

function indexFrom(text: string, char: string, from: number): number {
  const at = text.indexOf(char, from);
  return at < 0 ? text.length : at;
}

function endOf(source: string, start: number): number {
  STOP.lastIndex = start;
  let end = STOP.exec(source)?.index ?? source.length;
  while (end > start && TRAILING.test(source.charAt(end - 1))) end--;
  return end;
}
