import { judge } from '../detect/judge.ts';
import type { Role } from '../detect/literal.ts';
import { RANK } from '../detect/ranks.ts';
import type { Rule } from '../detect/rule.ts';
import { plainName } from './places.ts';

/** Roles whose name may be one of the team's. */
const NAMED: ReadonlySet<Role> = new Set([
  'header',
  'query',
  'body-field',
  'template-variable',
  'contract-value',
  'response-default',
  'action-input',
  'variable',
  'conversation-data',
  'attribute',
  'cell',
  'option',
  'value',
] satisfies Role[]);

/** The names a team knows to hold credentials, in any case. */
export function customNames(names: readonly string[]): Rule {
  const known: ReadonlySet<string> = new Set(names.map(plainName));
  return {
    id: 'named-credential',
    looksAt: (role) => NAMED.has(role),
    detect({ role, name, text }) {
      if (name === undefined || !NAMED.has(role) || !known.has(plainName(name))) return [];
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
