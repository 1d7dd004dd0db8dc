import type { Span } from '../../base/span.ts';
import type { Detection, Literal, Role, Rule, ShortestIn } from './contract/index.ts';
import { dedupe } from './dedupe.ts';
import {
  authorizationHeader,
  connectionString,
  knownToken,
  namedCredential,
  privateKey,
  urlCredential,
} from './rules/index.ts';

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

const NO_RULES: readonly Rule[] = [];
/** Nothing shorter is looked at. */
const SHORTEST = 4;

export interface DetectOptions {
  /** Rules of the file's own kind; they also see short literals. */
  readonly rules?: readonly Rule[];
  /** The literals that stand in one, besides those of the document: what a sentence states. */
  readonly within?: (literal: Literal) => readonly Literal[];
}

/** What the rules see in a document's literals, in document order, each stretch of characters once. */
export function detect(literals: Iterable<Literal>, options?: DetectOptions): Detected[] {
  return detectIn([literals], options);
}

/** The same for the literals of several parts of a document, one part behind the other. */
export function detectIn(
  parts: Iterable<Iterable<Literal>>,
  { rules = NO_RULES, within }: DetectOptions = {},
): Detected[] {
  const found: Detected[] = [];
  const askedOf = rulesByRole(rules);
  const ask = (literal: Literal): void => {
    const { text, role, name, owner } = literal;
    const { atMost } = text;
    for (const { rule, shortest, shortestIn } of askedOf(role)) {
      // Most literals are too short for most rules, and are not even decoded.
      if (atMost < shortest) continue;
      const least = shortestIn ? Math.max(shortest, shortestIn(role, name, owner)) : shortest;
      if (atMost >= least && text.length >= least) collect(rule, literal, found);
    }
  };
  for (const literals of parts) {
    for (const literal of literals) {
      ask(literal);
      if (within) for (const inner of within(literal)) ask(inner);
    }
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
  /** Everywhere, and in the place of a literal. */
  readonly shortest: number;
  readonly shortestIn: ShortestIn | undefined;
}

type AskedOf = (role: Role) => readonly Asked[];

/** By the rules of a file's kind: small files are many, and choosing anew for each would cost more than most of them. */
const chosenBefore = new WeakMap<readonly Rule[], AskedOf>();

function rulesByRole(moreRules: readonly Rule[]): AskedOf {
  const known = chosenBefore.get(moreRules);
  if (known) return known;
  const askedOf = chooseByRole(moreRules);
  chosenBefore.set(moreRules, askedOf);
  return askedOf;
}

/** The rules that look at a role, chosen when it first comes up. */
function chooseByRole(moreRules: readonly Rule[]): AskedOf {
  const all: readonly Asked[] = [
    ...RULES.map((rule) => asked(rule, SHORTEST)),
    ...moreRules.map((rule) => asked(rule, 0)),
  ];
  const chosen = new Map<Role, readonly Asked[]>();
  return (role) => {
    const known = chosen.get(role);
    if (known) return known;
    const those = all.filter(({ rule }) => rule.looksAt?.(role) ?? true);
    chosen.set(role, those);
    return those;
  };
}

function asked(rule: Rule, least: number): Asked {
  const { shortest = 0 } = rule;
  return typeof shortest === 'number'
    ? { rule, shortest: Math.max(least, shortest), shortestIn: undefined }
    : { rule, shortest: least, shortestIn: shortest };
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
