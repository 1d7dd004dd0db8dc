import { type Hit, type Literal, RANK, type Severity } from '../contract/index.ts';
import { isDynamic, isHarmless, isPlaceholder, judge, literalRuns } from '../judge/index.ts';

/**
 * `user:password` that a template turns into base64 itself, as the argument of `$encoding.base64("…")`. Covers the whole
 * pair where both are literal, else the literal part of the password.
 */
export function basicPair({ text, name = '' }: Literal): Hit[] {
  if (!/base64/i.test(name)) return [];
  const value = text.text;
  const colon = value.indexOf(':');
  if (colon < 0) return alone(value);
  const password = value.slice(colon + 1);
  if (literalRuns(password).length === 0 || isPlaceholder(password) || isHarmless(password)) return [];
  if (isDynamic(password)) {
    return judge(value, 'strong', { start: colon + 1, end: value.length }).map((verdict) =>
      hit(verdict.start, verdict.end, verdict.severity),
    );
  }
  const start = isDynamic(value.slice(0, colon)) || colon === 0 ? colon + 1 : 0;
  return [hit(start, value.length, 'error')];
}

/** A literal that is encoded by itself: it counts only where it looks drawn by a machine. */
function alone(value: string): Hit[] {
  return judge(value, 'weak').map(({ start, end, severity }) => hit(start, end, severity));
}

function hit(start: number, end: number, severity: Severity): Hit {
  return {
    start,
    end,
    severity,
    class: 'hard-coded',
    message: 'finding.basicCredentials',
    rank: RANK.authorization,
    shape: 'basic-plain',
    evidence: 'evidence.pair',
  };
}
