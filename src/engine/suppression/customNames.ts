import { RANK, type Role, type Rule } from '../detect/contract/index.ts';
import { judge } from '../detect/judge/index.ts';
import { NAMED_ROLES } from '../detect/rules/index.ts';
import { plainName } from './places.ts';

/** A place whose name may be one of the team's. */
function isNamed(role: Role): boolean {
  return role === 'query' || NAMED_ROLES.has(role);
}

/** The names a team knows to hold credentials, in any case. */
export function customNames(names: readonly string[]): Rule {
  const known: ReadonlySet<string> = new Set(names.map(plainName));
  return {
    id: 'named-credential',
    looksAt: isNamed,
    detect({ role, name, text }) {
      if (name === undefined || !isNamed(role) || !known.has(plainName(name))) return [];
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
