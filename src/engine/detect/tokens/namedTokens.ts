import { lowerBound } from '../../../base/lowerBound.ts';
import type { Literal, Role } from '../contract/index.ts';
import { credentialName, isRare, type NameEvidence, rarity } from '../judge/index.ts';
import { type Mention, mentionsIn, type NamedPattern, namedAround } from './namedProviders.ts';
import type { TokenMatch } from './tokenPattern.ts';
import { withoutOverlaps } from './tokens.ts';

/** A provider named at most so many characters before a token is named beside it. */
const NEAR = 100;
/** A place where a provider, a name and a token may stand in one text. */
const SEPARATOR = /[\s:=]/;
/** What a token may stand in: it ends where such a run ends, at the latest. */
const RUN = /[A-Za-z0-9_.~+/:=-]{15,}/g;

/**
 * Tokens whose shape many values share, where one name says whose they are and one that they are credentials: the
 * literal's own name, the path to it, or the text before the token. Where the name is vague they are not verified. For
 * literals that `mayHoldToken`.
 */
export function findNamedTokens(literal: Literal): readonly TokenMatch[] {
  const text = literal.text.text;
  if (WITHOUT.has(literal.role)) return NOTHING;
  const evidence = literal.name === undefined ? undefined : credentialName(literal.name);
  const mayName = SEPARATOR.test(text);
  if (!evidence && !mayName) return NOTHING;
  const around = namedAround(literal);
  const mentions = mayName ? mentionsIn(text) : [];
  if (around.size === 0 && mentions.length === 0) return NOTHING;
  return withoutOverlaps(tokensIn(text, around, mentions, evidence));
}

const NOTHING: readonly TokenMatch[] = [];

/** Names, and what is only compared with. */
const WITHOUT: ReadonlySet<Role> = new Set(['key', 'header-name', 'contract-input', 'comparison'] satisfies Role[]);

function tokensIn(
  text: string,
  around: ReadonlySet<NamedPattern>,
  mentions: readonly Mention[],
  evidence: NameEvidence | undefined,
): TokenMatch[] {
  const found: TokenMatch[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const candidates = new Set(around);
    for (
      let at = lowerBound(mentions, ({ end }) => end < index - NEAR);
      (mentions[at]?.end ?? text.length) < index + run.length;
      at++
    ) {
      for (const named of mentions[at]?.named ?? []) candidates.add(named);
    }
    for (const named of candidates) {
      for (const match of named.pattern.allIn(run)) {
        const token = { ...match, start: index + match.start, end: index + match.end };
        const isNear = around.has(named) || isMentioned(named, mentions, token.start);
        const said = evidence ?? evidenceBefore(text, token.start);
        if (isNear && counts(said, named) && isDrawn(run.slice(match.start, match.end), said)) {
          found.push({ ...token, verified: said === 'strong' });
        }
      }
    }
  }
  return found;
}

/** Whether one of the mentions closely before a token is of its provider. */
function isMentioned(named: NamedPattern, mentions: readonly Mention[], start: number): boolean {
  for (
    let at = lowerBound(mentions, ({ end }) => end < start - NEAR);
    (mentions[at]?.end ?? start + 1) <= start;
    at++
  ) {
    if (mentions[at]?.named.includes(named)) return true;
  }
  return false;
}

function counts(evidence: NameEvidence | undefined, { likeObjectId }: NamedPattern): boolean {
  return evidence === 'strong' || (evidence === 'weak' && !likeObjectId);
}

/** Enough for a value with digits under a name that plainly says credential. */
const RARE_ENOUGH = 5;

function isDrawn(token: string, evidence: NameEvidence | undefined): boolean {
  if (isRare(token)) return true;
  return evidence === 'strong' && /[a-z]/i.test(token) && /[0-9]/.test(token) && rarity(token) >= RARE_ENOUGH;
}

/** How far a name may be from the token it names. */
const PHRASE = 60;
/** Words before a token, and what joins them to it. */
const NAMED_BEFORE = /([A-Za-z][\w .-]{0,59})["'`]?[ \t]{0,4}(?:(?:=>|->|[:=]|\bis\b)[ \t]{0,4})?["'`]?$/;

/** What the words directly before a token say of it: `api key: `, `-H 'X-Token: `, `?secret=`. */
function evidenceBefore(text: string, start: number): NameEvidence | undefined {
  const words = NAMED_BEFORE.exec(text.slice(Math.max(0, start - PHRASE), start))?.[1];
  return words === undefined ? undefined : credentialName(words.trim().split(/[ .]+/).slice(-3).join(' '));
}
