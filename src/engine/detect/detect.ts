import type { Span } from '../../base/span.ts';
import { dedupe } from './dedupe.ts';
import type { Literal, Role } from './literal.ts';
import type { Detection, Rule } from './rule.ts';
import { authorizationHeader } from './rules/authorizationHeader.ts';
import { connectionString } from './rules/connectionString.ts';
import { knownToken } from './rules/knownToken.ts';
import { namedCredential } from './rules/namedCredential.ts';
import { privateKey } from './rules/privateKey.ts';
import { urlCredential } from './rules/urlCredential.ts';

/** The rules that know credentials, whatever file they stand in. */
export const RULES: readonly Rule[] = [
  knownToken,
  privateKey,
  authorizationHeader,
  urlCredential,
  connectionString,
  namedCredential,
];

/** A detection and where it stands in the document: in order, never empty. */
export interface Detected extends Detection {
  readonly spans: readonly Span[];
}

/** Nothing shorter is looked at. */
const SHORTEST = 4;

/**
 * What the rules see in a document's literals, in document order, each stretch of characters once.
 * @param moreRules rules of the file's own kind; they also see short literals
 */
export function detect(literals: Iterable<Literal>, moreRules: readonly Rule[] = []): Detected[] {
  const found: Detected[] = [];
  const askedOf = rulesByRole(moreRules);
  for (const literal of literals) {
    const asked = askedOf(literal.role);
    if (asked.length === 0) continue;
    const { length } = literal.text;
    for (const { rule, shortest } of asked) if (length >= shortest) collect(rule, literal, found);
  }
  if (found.length < 2) return found;
  const items = found.map((detected) => ({ detected, spans: detected.spans, ...keysOf(detected) }));
  return dedupe(items, (item, severity) => ({
    ...item,
    severity,
    detected: { ...item.detected, hit: { ...item.detected.hit, severity } },
  })).map(({ detected }) => detected);
}

interface Asked {
  readonly rule: Rule;
  readonly shortest: number;
}

/** The rules that look at a role, chosen when it first comes up. */
function rulesByRole(moreRules: readonly Rule[]): (role: Role) => readonly Asked[] {
  const all: readonly Asked[] = [
    ...RULES.map((rule) => ({ rule, shortest: Math.max(SHORTEST, rule.shortest ?? 0) })),
    ...moreRules.map((rule) => ({ rule, shortest: rule.shortest ?? 0 })),
  ];
  const chosen = new Map<Role, readonly Asked[]>();
  return (role) => {
    const known = chosen.get(role);
    if (known) return known;
    const asked = all.filter(({ rule }) => rule.looksAt?.(role) ?? true);
    chosen.set(role, asked);
    return asked;
  };
}

function keysOf({ hit }: Detected): Pick<Detected['hit'], 'rank' | 'severity' | 'class'> {
  return { rank: hit.rank, severity: hit.severity, class: hit.class };
}

function collect(rule: Rule, literal: Literal, found: Detected[]): void {
  const hits = rule.detect(literal);
  if (hits.length === 0) return;
  for (const hit of hits) {
    const spans = literal.text.spans(hit.start, hit.end);
    if (spans.length > 0) found.push({ ruleId: rule.id, hit, literal, spans });
  }
}
