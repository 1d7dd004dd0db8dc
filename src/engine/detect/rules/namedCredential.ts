import { type Hit, type Literal, RANK, type Role, type Rule } from '../contract/index.ts';
import {
  credentialName,
  isCredentialList,
  isObjectId,
  isRare,
  judge,
  type NameEvidence,
  splitSchemeOf,
} from '../judge/index.ts';
import { isAuthorization } from './authorizationHeader.ts';
import { NAMED_ROLES } from './roles.ts';

/** A value whose name says credential: of a header, a body field, an input, a variable, an attribute … */
export const namedCredential: Rule = {
  id: 'named-credential',
  looksAt: (role) => NAMED_ROLES.has(role),
  shortest: (role, name) => (mayTell(role, name) ? 0 : Number.POSITIVE_INFINITY),
  detect(literal) {
    if (literal.name === undefined || !NAMED_ROLES.has(literal.role)) return [];
    if (isCookie(literal.role, literal.name)) return inCookie(literal, literal.name);
    const evidence = strengthened(credentialName(literal.name) ?? byPlace(literal), literal);
    if (!evidence || isAuthorization(literal.name)) return [];
    const value = literal.text.text;
    const { rest } = splitSchemeOf(value);
    return judge(value, evidence, rest).map((verdict) => hit(verdict, literal.name ?? ''));
  },
};

/** Whether there is anything to say of a place, whatever stands in it. */
function mayTell(role: Role, name: string | undefined): boolean {
  if (name === undefined) return false;
  return role === 'credential-field' || credentialName(name) !== undefined || isCookie(role, name);
}

function isCookie(role: Role, name: string): boolean {
  return role === 'header' && /cookie$/i.test(name);
}

/** In a list of tokens an id is one of them: what else would it identify there. */
function strengthened(evidence: NameEvidence | undefined, { name = '', text }: Literal): NameEvidence | undefined {
  return evidence === 'weak' && isObjectId(text.text) && isCredentialList(name) ? 'strong' : evidence;
}

/** What no plain word has: a digit, or a sign that does not join words. */
const ODD = /[^\p{L}\s_.:/-]/u;

/** A field of a credential is one whatever its name, unless it is a plain word. */
function byPlace({ role, text }: Literal): NameEvidence | undefined {
  if (role !== 'credential-field') return undefined;
  return ODD.test(text.text) || isRare(text.text) ? 'strong' : undefined;
}

/** The values of `a=b; c=d` that look drawn by a machine. */
function inCookie({ text }: Literal, name: string): Hit[] {
  const value = text.text;
  return [...value.matchAll(/=([^;\s]{8,4096})/g)].flatMap((match) => {
    const start = match.index + 1;
    return judge(value, 'weak', { start, end: match.index + match[0].length }).map((verdict) => hit(verdict, name));
  });
}

function hit(verdict: Pick<Hit, 'start' | 'end' | 'severity'>, name: string): Hit {
  return { ...verdict, class: 'hard-coded', message: 'finding.namedCredential', args: [name], rank: RANK.named };
}
