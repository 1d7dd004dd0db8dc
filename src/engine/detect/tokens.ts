import { overlaps } from '../../base/span.ts';
import { Prefilter } from './prefilter.ts';
import { TOKEN_FORMATS } from './tokenFormats.ts';
import { type TokenMatch, TokenPattern } from './tokenPattern.ts';

/** No known token is shorter. */
const SHORTEST = 16;
/** Formats without any fixed text are looked for in texts that could hold their shortest one. */
const SHORTEST_WITHOUT_KEYWORD = 50;

/** Every known token in a text, none overlapping: of those that do, the longest, then the first of the table. */
export function findTokens(text: string): readonly TokenMatch[] {
  if (text.length < SHORTEST) return [];
  const { prefilter, patterns, withoutKeyword } = theSearch();
  candidates.clear();
  prefilter.collect(text, candidates);
  if (text.length >= SHORTEST_WITHOUT_KEYWORD) for (const id of withoutKeyword) candidates.add(id);
  if (candidates.size === 0) return [];
  const found: TokenMatch[] = [];
  for (const id of [...candidates].sort((a, b) => a - b)) {
    const pattern = patterns[id];
    if (pattern) found.push(...pattern.matches(text));
  }
  return found.length > 1 ? withoutOverlaps(found) : found;
}

interface Search {
  readonly patterns: readonly TokenPattern[];
  readonly prefilter: Prefilter;
  readonly withoutKeyword: readonly number[];
}

let search: Search | undefined;
/** Emptied before each use; kept because most texts have no candidate at all. */
const candidates = new Set<number>();

/** Built when first needed: it takes a few milliseconds. */
function theSearch(): Search {
  search ??= buildSearch();
  return search;
}

function buildSearch(): Search {
  const keywords = new Map<string, number[]>();
  const withoutKeyword: number[] = [];
  TOKEN_FORMATS.forEach((format, id) => {
    if (format.keywords.length === 0) withoutKeyword.push(id);
    for (const keyword of format.keywords) keywords.set(keyword, [...(keywords.get(keyword) ?? []), id]);
  });
  const patterns = TOKEN_FORMATS.map((format) => new TokenPattern(format));
  return { patterns, prefilter: new Prefilter(keywords), withoutKeyword };
}

function withoutOverlaps(found: readonly TokenMatch[]): TokenMatch[] {
  const kept: TokenMatch[] = [];
  for (const match of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, match)) kept.push(match);
    else if (match.end - match.start > last.end - last.start) kept[kept.length - 1] = match;
  }
  return kept;
}
