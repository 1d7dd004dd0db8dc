import { bySpan, overlaps, type Span } from '../../base/span.ts';
import { type FindingClass, graver, type Severity } from './contract/index.ts';

/** What `dedupe` looks at. */
export interface Ranked {
  /** In the document, in order, never empty. */
  readonly spans: readonly Span[];
  readonly rank: number;
  readonly severity: Severity;
  readonly class: FindingClass;
}

/**
 * Of those that see the same characters, keeps the one of the highest rank, of equals the later one (it comes from
 * deeper inside). What is kept is as grave as the gravest it replaces, unless it knows better that the value is public.
 * Hard-coded values and advice do not replace each other. In document order.
 * @param raise makes the copy of a kept item with another severity
 */
export function dedupe<T extends Ranked>(items: readonly T[], raise: (item: T, severity: Severity) => T): T[] {
  const kept: T[] = [];
  for (const cluster of clustersOf(items)) {
    for (const kind of ['hard-coded', 'advice'] as const) {
      const ofKind = cluster.filter((item) => item.class === kind);
      for (const item of bestOf(ofKind, raise)) kept.push(item);
    }
  }
  return kept.sort((a, b) => bySpan(hull(a), hull(b)));
}

function bestOf<T extends Ranked>(cluster: readonly T[], raise: (item: T, severity: Severity) => T): T[] {
  const byRank = cluster
    .map((item, order) => ({ item, order }))
    .sort((a, b) => b.item.rank - a.item.rank || b.order - a.order);
  const kept: T[] = [];
  for (const { item } of byRank) {
    const at = kept.findIndex((other) => touches(other, item));
    const better = kept[at];
    if (!better) kept.push(item);
    else if (better.severity !== 'information' && better.severity !== graver(better.severity, item.severity)) {
      kept[at] = raise(better, item.severity);
    }
  }
  return kept;
}

/** Groups of items whose hulls overlap, so that only few are compared with each other. */
function clustersOf<T extends Ranked>(items: readonly T[]): T[][] {
  const sorted = [...items].sort((a, b) => hull(a).start - hull(b).start);
  const clusters: T[][] = [];
  let end = -1;
  for (const item of sorted) {
    const { start, end: itemEnd } = hull(item);
    const last = clusters.at(-1);
    if (last && start < end) last.push(item);
    else clusters.push([item]);
    end = last && start < end ? Math.max(end, itemEnd) : itemEnd;
  }
  return clusters;
}

function touches(a: Ranked, b: Ranked): boolean {
  return a.spans.some((span) => b.spans.some((other) => overlaps(span, other)));
}

function hull({ spans }: Ranked): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}
