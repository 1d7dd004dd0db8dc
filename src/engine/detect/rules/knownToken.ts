import { RANK } from '../ranks.ts';
import type { Hit, Rule } from '../rule.ts';
import { lowered, severityOfWeight } from '../severity.ts';
import { findTokens, SHORTEST_TOKEN } from '../tokens.ts';

/** A token whose shape alone says what it is, wherever it stands. */
export const knownToken: Rule = {
  id: 'known-token',
  shortest: SHORTEST_TOKEN,
  detect({ text }) {
    return findTokens(text.text).map(({ start, end, format, verified }): Hit => {
      const severity = severityOfWeight(format.weight);
      return {
        start,
        end,
        severity: verified ? severity : lowered(severity),
        class: 'hard-coded',
        message: 'finding.knownToken',
        args: [`${format.provider} ${format.kind}`],
        rank: verified ? RANK.knownToken : RANK.doubtfulToken,
      };
    });
  },
};
