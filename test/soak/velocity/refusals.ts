import type { Case } from './cases.ts';
import type { Engine } from './engines.ts';
import { INPUT } from './judge.ts';

/** What the engines make of a template whose fix is refused. */
type Sent = 'all fail' | 'some fail' | 'differ' | 'the same';

/** Counts refused fixes by what the engines send and by the reason that is given. */
export function refusals(cases: readonly Case[], engines: readonly Engine[]): Readonly<Record<string, number>> {
  const refused = cases.filter(({ outcome }) => outcome === 'refused');
  const templates = refused.flatMap((each) => each.templates.map(([template]) => ({ template, values: INPUT })));
  const texts = engines.map((engine) => engine.render(templates));
  const counts: Record<string, number> = {};
  let at = 0;
  for (const { templates: own, reasons } of refused) {
    const sent = texts.map((each) => each.slice(at, at + own.length));
    at += own.length;
    const key = `${sentBy(sent)}: ${[...new Set(reasons)].join(', ')}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function sentBy(engines: readonly (readonly (string | undefined)[])[]): Sent {
  const failed = engines.filter((texts) => texts.includes(undefined)).length;
  if (failed > 0) return failed === engines.length ? 'all fail' : 'some fail';
  return new Set(engines.map((texts) => JSON.stringify(texts))).size > 1 ? 'differ' : 'the same';
}
