import { type Hit, type Literal, RANK, type Rule } from '../contract/index.ts';
import { credentialName, isDynamic, isPlaceholder, judge, type NameEvidence } from '../judge/index.ts';

/** A credential in a URL: the password before the host, or a value of the query under a name that says so. */
export const urlCredential: Rule = {
  id: 'url-credential',
  looksAt: (role) => role === 'url-userinfo' || role === 'query',
  shortest: (role, name) => (role === 'query' && !evidenceOf(name) ? Number.POSITIVE_INFINITY : 0),
  detect(literal) {
    if (literal.role === 'url-userinfo') return inUserInfo(literal);
    return literal.role === 'query' ? inQuery(literal) : [];
  },
};

function inUserInfo({ text }: Literal): Hit[] {
  const value = text.text;
  const colon = value.indexOf(':');
  const start = colon + 1;
  const password = value.slice(start);
  const [message, rank] = ['finding.urlPassword', RANK.urlCredential] as const;
  if (colon >= 0 && !isDynamic(password)) {
    if (isPlaceholder(password)) return [];
    return [{ start, end: value.length, severity: 'error', class: 'hard-coded', message, rank }];
  }
  return judge(value, colon < 0 ? 'weak' : 'strong', { start, end: value.length }).map(
    (verdict): Hit => ({ ...verdict, class: 'hard-coded', message, rank }),
  );
}

/** Keys that carry a credential in the URLs of well-known services, beside those that say so themselves. */
const QUERY_KEYS: ReadonlyMap<string, NameEvidence> = new Map([
  ['appid', 'weak'],
  ['app_id', 'weak'],
  ['code', 'weak'],
  ['key', 'weak'],
  ['sig', 'weak'],
  ['signature', 'weak'],
  ['wskey', 'weak'],
  ['x-amz-signature', 'weak'],
  ['x-amz-security-token', 'strong'],
]);

function evidenceOf(name = ''): NameEvidence | undefined {
  return credentialName(name) ?? QUERY_KEYS.get(name.toLowerCase());
}

function inQuery({ text, name = '' }: Literal): Hit[] {
  const evidence = evidenceOf(name);
  if (!evidence) return [];
  return judge(text.text, evidence).map(
    (verdict): Hit => ({
      ...verdict,
      class: 'hard-coded',
      message: 'finding.urlQuery',
      args: [name],
      rank: RANK.urlCredential,
    }),
  );
}
