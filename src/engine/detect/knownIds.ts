import type { Finding } from './contract/index.ts';

/** A finding by which commands name it. */
interface Identified extends Pick<Finding, 'keyPath' | 'ruleId' | 'spans'> {
  readonly id: string;
}

/**
 * What was scanned again keeps its id, so that a command that was offered meanwhile still finds it: by its characters, or, where an
 * edit has moved them, by its rule and its place in the document, one after the other. Takes time in proportion to both lists.
 */
export function withKnownIds<Found extends Identified>(
  findings: readonly Found[],
  before: readonly Found[],
): readonly Found[] {
  if (before.length === 0) return findings;
  const known = new Map(before.map((finding) => [charactersOf(finding), finding.id]));
  const stayed = findings.map((finding) => known.get(charactersOf(finding)));
  const moved = idsByPlace(before, new Set(stayed));
  return findings.map((finding, i) => ({
    ...finding,
    id: stayed[i] ?? moved.get(placeOf(finding))?.pop() ?? finding.id,
  }));
}

/** The ids that are free by place; the first of a place is the last of its list. */
function idsByPlace(findings: readonly Identified[], taken: ReadonlySet<string | undefined>): Map<string, string[]> {
  const byPlace = new Map<string, string[]>();
  for (const finding of findings.toReversed()) {
    if (taken.has(finding.id)) continue;
    const place = placeOf(finding);
    const ids = byPlace.get(place);
    if (ids) ids.push(finding.id);
    else byPlace.set(place, [finding.id]);
  }
  return byPlace;
}

function charactersOf({ ruleId, spans }: Identified): string {
  return `${ruleId} ${spans.map(({ start, end }) => `${start}-${end}`).join()}`;
}

function placeOf({ ruleId, keyPath }: Identified): string {
  return [ruleId, ...keyPath].join('\n');
}
