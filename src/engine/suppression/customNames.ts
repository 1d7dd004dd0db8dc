import { RANK, type Role, type Rule } from '../detect/contract/index.ts';
import { judge } from '../detect/judge/index.ts';
import { NAMED_ROLES } from '../detect/rules/index.ts';
import { plainName } from './places.ts';

/** A place whose name may be one of the team's. */
function isNamed(role: Role): boolean {
  return role === 'query' || NAMED_ROLES.has(role);
}

/** Names out of files are of any number and length. */
const MOST_REMEMBERED = 2000;

/** The names a team knows to hold credentials, in any case. */
export function customNames(names: readonly string[]): Rule {
  const known: ReadonlySet<string> = new Set(names.map(plainName));
  // A document says the same names again and again, and most of them are asked for twice.
  const before = new Map<string, boolean>();
  const isKnown = (name: string): boolean => {
    const answer = before.get(name);
    if (answer !== undefined) return answer;
    if (before.size >= MOST_REMEMBERED) before.clear();
    const is = known.has(plainName(name));
    before.set(name, is);
    return is;
  };
  return {
    id: 'named-credential',
    looksAt: isNamed,
    // Other values are not even decoded.
    shortest: (_role, name) => (name !== undefined && isKnown(name) ? 0 : Number.POSITIVE_INFINITY),
    detect({ role, name, text }) {
      if (name === undefined || !isNamed(role) || !isKnown(name)) return [];
      return judge(text.text, 'strong').map((verdict) => ({
        ...verdict,
        class: 'hard-coded' as const,
        message: 'finding.namedCredential' as const,
        args: [name],
        rank: RANK.named,
      }));
    },
  };
}
