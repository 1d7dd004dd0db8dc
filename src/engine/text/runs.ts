import { lowerBound } from '../../base/lowerBound.ts';
import type { Span } from '../../base/span.ts';
import type { Run } from './codec.ts';

/** The index of the first run that reaches beyond a decoded offset. */
export function firstRunEndingAfter(runs: readonly Run[], offset: number): number {
  return lowerBound(runs, ({ at, length }) => at + length <= offset);
}

/** The raw offset of a decoded boundary, taken from the run that begins (`start`) or ends (`end`) at or around it. */
export function edge(runs: readonly Run[], offset: number, side: 'start' | 'end'): number | undefined {
  const run = runs[firstRunEndingAfter(runs, side === 'start' ? offset : offset - 1)];
  if (!run || offset < run.at || offset > run.at + run.length) return undefined;
  if (run.kind === 'copy') return run.from + (offset - run.at);
  if (offset === run.at) return run.from;
  return offset === run.at + run.length ? run.to : undefined;
}

/** Joins stretches that follow each other without a gap. */
export function mergeAdjacent(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && last.end === span.start) merged[merged.length - 1] = { start: last.start, end: span.end };
    else merged.push(span);
  }
  return merged;
}
