import { overlaps } from '../../../base/span.ts';
import { hasLongRun, VISIBLE_CHARACTERS } from './longRun.ts';
import { Prefilter } from './prefilter.ts';
import { TOKEN_FORMATS } from './tokenFormats.ts';
import { type TokenMatch, TokenPattern } from './tokenPattern.ts';

/** No known token is shorter, nor is its longest stretch without white space. */
export const SHORTEST_TOKEN = 15;
/** Formats without any fixed text have a run like this in them; prose and names do not. */
const LONG_RUN = 24;

/** Every known token in a text, none overlapping: of those that do, the longest, then the first of the table. */
export function findTokens(text: string): readonly TokenMatch[] {
  return mayHoldToken(text) ? searchTokens(text) : NOTHING;
}

/** Whether a text is long enough somewhere: most are not, and need no search. */
export function mayHoldToken(text: string): boolean {
  return hasLongRun(text, SHORTEST_TOKEN, VISIBLE_CHARACTERS);
}

/** As `findTokens`, for a text that may hold one. */
export function searchTokens(text: string): readonly TokenMatch[] {
  const { prefilter, byKeyword, withoutKeyword } = theSearch();
  const keywords = prefilter.search(text);
  const long = hasLongRun(text, LONG_RUN);
  if (!keywords && !long) return NOTHING;
  const found: TokenMatch[] = [];
  const toSearch = new Set(long ? withoutKeyword : []);
  for (const { keyword, end } of keywords ?? []) {
    const { length, patterns } = byKeyword[keyword] ?? NO_PATTERNS;
    for (const pattern of patterns) {
      const match = pattern.beginsWithKeyword ? pattern.at(text, end - length) : undefined;
      if (match) found.push(match);
      if (!pattern.beginsWithKeyword) toSearch.add(pattern);
    }
  }
  for (const pattern of toSearch) for (const match of pattern.allIn(text)) found.push(match);
  return withoutOverlaps(found);
}

const NOTHING: readonly TokenMatch[] = [];

interface Keyword {
  readonly length: number;
  readonly patterns: TokenPattern[];
}

const NO_PATTERNS: Keyword = { length: 0, patterns: [] };

interface Search {
  readonly prefilter: Prefilter;
  /** The formats of each keyword, by its index in the prefilter. */
  readonly byKeyword: readonly Keyword[];
  readonly withoutKeyword: readonly TokenPattern[];
}

let search: Search | undefined;

/** Built when first needed: it takes a few milliseconds. */
function theSearch(): Search {
  search ??= buildSearch();
  return search;
}

function buildSearch(): Search {
  const keywords = new Map<string, Keyword>();
  const withoutKeyword: TokenPattern[] = [];
  for (const format of TOKEN_FORMATS) {
    const pattern = new TokenPattern(format);
    if (format.keywords.length === 0) withoutKeyword.push(pattern);
    for (const keyword of format.keywords) {
      const known = keywords.get(keyword);
      if (known) known.patterns.push(pattern);
      else keywords.set(keyword, { length: keyword.length, patterns: [pattern] });
    }
  }
  return { prefilter: new Prefilter([...keywords.keys()]), byKeyword: [...keywords.values()], withoutKeyword };
}

/** Of matches that overlap, the longest, then the first. */
export function withoutOverlaps(found: readonly TokenMatch[]): readonly TokenMatch[] {
  if (found.length < 2) return found;
  const kept: TokenMatch[] = [];
  for (const match of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, match)) kept.push(match);
    else if (match.end - match.start > last.end - last.start) kept[kept.length - 1] = match;
  }
  return kept;
}
