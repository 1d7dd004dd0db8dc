import type { Span } from '../../../base/span.ts';
import type { Severity } from '../contract/index.ts';
import { isHarmless, isObjectId } from './harmless.ts';
import type { NameEvidence } from './names.ts';
import { isPlaceholder } from './placeholders.ts';
import { isRare, rarity } from './rarity.ts';
import { isDynamic, literalRuns } from './runs.ts';

/** A credential has at least this many characters. */
const SHORTEST = 4;
/** A piece beside something dynamic has at least this many. */
const SHORTEST_PIECE = 8;
/** A value as odd or as long as this is a credential even where the name says little. */
const VERY_RARE = 18;
const LONG = 24;

export interface Verdict extends Span {
  readonly severity: Severity;
}

/**
 * What part of a value is a credential, given what its name or place says. Values with something dynamic in them are
 * judged piece by piece, and a piece has to look drawn by a machine.
 */
export function judge(value: string, evidence: NameEvidence, within?: Span): Verdict[] {
  const runs = literalRuns(value, within);
  if (isDynamic(within ? value.slice(within.start, within.end) : value)) {
    return runs.flatMap((run) => pieces(value, run)).map((piece) => ({ ...piece, severity: 'warning' }));
  }
  return runs.flatMap((run) => {
    const severity = severityOf(value.slice(run.start, run.end), evidence);
    return severity ? [{ ...run, severity }] : [];
  });
}

function severityOf(text: string, evidence: NameEvidence): Severity | undefined {
  if (text.length < SHORTEST || isPlaceholder(text) || isHarmless(text)) return undefined;
  // An id may be a key, and a key may have the shape of an id.
  if (evidence === 'strong') return isRare(text) && !isObjectId(text) ? 'error' : 'warning';
  if (isObjectId(text) || /\s/.test(text) || !isRare(text)) return undefined;
  return text.length >= LONG || rarity(text) >= VERY_RARE ? 'warning' : 'information';
}

/** The words of a run that look drawn by a machine. */
function pieces(value: string, run: Span): Span[] {
  const found: Span[] = [];
  for (const match of value.slice(run.start, run.end).matchAll(/[^\s"'<>(){},;&?]+/g)) {
    const text = match[0];
    const start = run.start + match.index;
    if (text.length < SHORTEST_PIECE || isPlaceholder(text) || isHarmless(text) || isObjectId(text)) continue;
    if (isRare(text)) found.push({ start, end: start + text.length });
  }
  return found;
}
