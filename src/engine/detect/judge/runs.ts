import type { Span } from '../../../base/span.ts';
import { HOLE } from '../../text/index.ts';

/**
 * What stands for something else in a text: a hole, or a substitution that is filled in when the file is deployed
 * (`{{x}}` of Archy, `${x}` of Terraform and shells, `%X%`, `#{x}`, `$(x)`).
 */
const DYNAMIC = new RegExp(
  `${HOLE}|\\{\\{[^{}]{0,200}\\}\\}|[$#]!?\\{[^{}]{0,200}\\}|%(?:[A-Z][A-Z0-9_]{2,60}|[a-z][a-z0-9_]{2,60}|[A-Z][a-z]{2,20}[A-Za-z]{0,40})%|\\$\\([^()]{0,200}\\)`,
  'g',
);

/** Whether a text is more than its own characters. */
export function isDynamic(text: string): boolean {
  return MAY_BE_DYNAMIC.test(text) && text.search(DYNAMIC) >= 0;
}

const MAY_BE_DYNAMIC = new RegExp(`[${HOLE}{%(]`);

/** The stretches of `text` between what is dynamic, without surrounding white space; empty ones are left out. */
export function literalRuns(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const looked = text.slice(within.start, within.end);
  const runs: Span[] = [];
  let start = 0;
  if (MAY_BE_DYNAMIC.test(looked)) {
    for (const match of looked.matchAll(DYNAMIC)) {
      runs.push({ start, end: match.index });
      start = match.index + match[0].length;
    }
  }
  runs.push({ start, end: looked.length });
  return runs
    .map((run) => trimmed(text, { start: within.start + run.start, end: within.start + run.end }))
    .filter((run) => run.end > run.start);
}

/** A span without white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}
