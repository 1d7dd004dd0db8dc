import { overlaps } from '../../../base/span.ts';
import { type Hit, lowered, RANK, type Rule, severityOfWeight } from '../contract/index.ts';
import { findNamedTokens, mayHoldToken, SHORTEST_TOKEN, searchTokens, type TokenMatch } from '../tokens/index.ts';

/** A token whose shape alone says what it is, wherever it stands, or its shape together with a name beside it. */
export const knownToken: Rule = {
  id: 'known-token',
  shortest: SHORTEST_TOKEN,
  detect(literal) {
    if (!mayHoldToken(literal.text.text)) return NOTHING;
    const tokens = searchTokens(literal.text.text);
    const named = findNamedTokens(literal);
    if (tokens.length + named.length === 0) return NOTHING;
    const others = named.filter((match) => !tokens.some((token) => overlaps(token, match)));
    return [
      ...tokens.map((match) => hit(match, match.verified ? RANK.knownToken : RANK.doubtfulToken)),
      ...others.map((match) => hit(match, RANK.namedToken)),
    ];
  },
};

const NOTHING: readonly Hit[] = [];

function hit({ start, end, format, verified }: TokenMatch, rank: number): Hit {
  const severity = severityOfWeight(format.weight);
  const tokenKind = `${format.provider} ${format.kind}`;
  return {
    start,
    end,
    severity: verified ? severity : lowered(severity),
    class: 'hard-coded',
    message: 'finding.knownToken',
    args: [tokenKind],
    rank,
    tokenKind,
  };
}
