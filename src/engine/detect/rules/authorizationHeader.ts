import type { Span } from '../../../base/span.ts';
import { decodeBase64, decodesToPair } from '../../text/index.ts';
import { type Hit, type Literal, RANK, type Rule, type Severity } from '../contract/index.ts';
import { isDynamic, isPlaceholder, isRare, judge, literalRuns, splitScheme, trimmed } from '../judge/index.ts';
import { basicPair } from './basicPair.ts';
import { isShapesOnly } from './roles.ts';

/** The shortest text with a scheme word and base64 of a pair. */
const SHORTEST = 14;

/** The credential of an authorization: of the header itself, or of any text with a scheme word before it. */
export const authorizationHeader: Rule = {
  id: 'authorization-header',
  looksAt: (role) => !isShapesOnly(role),
  shortest: (role, name) => (role === 'macro-argument' || isAuthorization(name) ? 0 : SHORTEST),
  detect(literal) {
    if (isShapesOnly(literal.role)) return [];
    if (literal.role === 'macro-argument') return basicPair(literal);
    if (isAuthorization(literal.name)) return ofHeader(literal);
    return inAnyText(literal);
  },
};

/** `Authorization`, `Proxy-Authorization`, `X-Authorization` …, as a header or as the name of an input or variable. */
export function isAuthorization(name = ''): boolean {
  if (!ENDS.has(name.charCodeAt(name.length - 1))) return false;
  return /(?:^|[-_. ]|x)authori[sz]ation$/i.test(name) || /Authorization(?:Header)?$/.test(name);
}

/** Character codes of `n`, `N` and `r`: for most names no expression is tried. */
const ENDS: ReadonlySet<number> = new Set([110, 78, 114]);

function ofHeader(literal: Literal): Hit[] {
  const value = literal.text.text;
  const { scheme, rest } = splitScheme(value);
  const args = [literal.name ?? 'Authorization'];
  if (rest.end <= rest.start) return [];
  if (scheme === 'basic') return basic(value, rest, args);
  const parameters = namedParameters(value, rest, args);
  if (parameters.length > 0 || scheme === 'digest' || scheme === 'negotiate') return parameters;
  if (scheme !== undefined && /\s/.test(value.slice(rest.start, rest.end)) && !isDynamic(value)) return [];
  return judge(value, 'strong', rest).map((verdict) => hit(verdict, verdict.severity, args, shapeOf(scheme)));
}

function shapeOf(scheme: string | undefined): Hit['shape'] {
  return scheme === undefined ? undefined : scheme === 'bearer' ? 'bearer' : 'scheme';
}

/** `Token token="…"`, `apikey=…`: the value of the pair. */
function namedParameters(value: string, rest: Span, args: readonly string[]): Hit[] {
  const pattern =
    /(?<![A-Za-z])(?:token|key|api_?key|access_token|password|secret|signature)\s?=\s?"?([^\s",;]{8,2000})/gi;
  return [...value.slice(rest.start, rest.end).matchAll(pattern)].flatMap((match) => {
    const text = match[1] ?? '';
    const start = rest.start + match.index + match[0].length - text.length;
    return judge(value, 'strong', { start, end: start + text.length }).map((verdict) =>
      hit(verdict, verdict.severity, args, 'scheme'),
    );
  });
}

function basic(value: string, rest: Span, args: readonly string[]): Hit[] {
  return literalRuns(value, rest).flatMap((run) => {
    const text = value.slice(run.start, run.end);
    if (decodesToPair(text)) return isHarmlessPair(text) ? [] : [hit(run, 'error', args, 'basic-base64')];
    const colon = text.indexOf(':');
    if (colon >= 0 && !isDynamic(value))
      return isPlaceholder(text) || isPlaceholder(text.slice(colon + 1))
        ? []
        : [hit(run, 'error', args, 'basic-plain')];
    if (isDynamic(value) && !isRare(text)) return [];
    return judge(value, 'strong', run).map((verdict) => hit(verdict, verdict.severity, args, 'scheme'));
  });
}

/** Whether the password of a decoded pair is only a placeholder. */
function isHarmlessPair(base64: string): boolean {
  const pair = decodeBase64(base64) ?? '';
  return isPlaceholder(pair.slice(pair.indexOf(':') + 1));
}

const SCHEMED =
  /(?<![A-Za-z0-9-])(Bearer|Basic|SSWS|GenieKey|Klaviyo-API-Key|ApiKey|Token|Splunk|Bot)[ \t]{1,8}([A-Za-z0-9._~+/=-]{8,4096})/gi;
/** A shorter text after a scheme word is a word, too. */
const SHORTEST_TOKEN = 16;

/** Somewhere in a text, a scheme word followed by something that looks drawn by a machine, or by base64 of a pair. */
function inAnyText({ text, name }: Literal): Hit[] {
  const value = text.text;
  if (value.length < SHORTEST || !(value.includes(' ') || value.includes('\t')) || !MAY_HAVE_SCHEME.test(value))
    return [];
  return [...value.matchAll(SCHEMED)].flatMap((match) => {
    const [whole, scheme = '', token = ''] = match;
    const start = match.index + whole.length - token.length;
    const span = trimmed(value, { start, end: start + token.length });
    const args = [name ?? 'Authorization'];
    if (/^basic$/i.test(scheme) && decodesToPair(token) && token.length >= 8) {
      return isHarmlessPair(token) ? [] : [hit(span, 'error', args, 'basic-base64')];
    }
    if (token.length < SHORTEST_TOKEN || isPlaceholder(token) || !isRare(token)) return [];
    return [hit(span, 'error', args, shapeOf(scheme.toLowerCase()))];
  });
}

const MAY_HAVE_SCHEME = /(?:bearer|basic|ssws|key|token|splunk|bot)[ \t]/i;

const PAIR = { message: 'finding.basicCredentials', evidence: 'evidence.pair' } as const;

function hit(span: Span, severity: Severity, args: readonly string[], shape: Hit['shape']): Hit {
  const basic = shape === 'basic-base64' || shape === 'basic-plain';
  return {
    start: span.start,
    end: span.end,
    severity,
    class: 'hard-coded',
    ...(basic ? PAIR : { message: 'finding.authorizationHeader' }),
    args,
    rank: RANK.authorization,
    ...(shape ? { shape } : {}),
  };
}
