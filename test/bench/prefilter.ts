import { load } from 'js-yaml';
import type { Literal } from '../../src/engine/detect/contract/literal.ts';
import { detect } from '../../src/engine/detect/detect.ts';
import { Prefilter } from '../../src/engine/detect/tokens/prefilter.ts';
import { TOKEN_FORMATS } from '../../src/engine/detect/tokens/tokenFormats.ts';
import { findTokens, mayHoldToken } from '../../src/engine/detect/tokens/tokens.ts';
import { documentText } from '../../src/engine/text/mappedText.ts';
import { dataAction, flow } from './support/documents.ts';
import { measure } from './support/measure.ts';
import { Random } from './support/random.ts';

/** How long one step of the search takes for one literal, in microseconds. */
export interface LiteralRow {
  readonly label: string;
  readonly literals: number;
  readonly microseconds: number;
}

/**
 * Keyword search by the dense automaton and by one alternation of the same keywords, then what is built on it. Over the
 * strings of flows and Data Actions.
 */
export function benchPrefilter(): LiteralRow[] {
  const texts = strings();
  const long = texts.filter(mayHoldToken);
  const keywords = [...new Set(TOKEN_FORMATS.flatMap((format) => format.keywords))];
  const automaton = new Prefilter(keywords);
  const alternation = new RegExp(keywords.map((keyword) => keyword.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
  const literals = texts.map(asLiteral);
  const tasks: readonly (readonly [label: string, literals: number, task: () => unknown])[] = [
    [`automaton, ${keywords.length} keywords`, texts.length, () => texts.forEach((text) => automaton.search(text))],
    ['alternation of the same', texts.length, () => texts.forEach((text) => alternation.test(text))],
    ['automaton, where a token may stand', long.length, () => long.forEach((text) => automaton.search(text))],
    ['alternation, where a token may stand', long.length, () => long.forEach((text) => alternation.test(text))],
    [`all ${TOKEN_FORMATS.length} formats`, texts.length, () => texts.forEach((text) => findTokens(text))],
    ['all detectors', literals.length, () => detect(literals)],
  ];
  const times = measure(
    tasks.map(
      ([, , task]) =>
        () =>
          void task(),
    ),
  );
  return tasks.map(([label, count], i) => ({ label, literals: count, microseconds: ((times[i] ?? 0) * 1000) / count }));
}

function asLiteral(text: string): Literal {
  return { text: documentText(text), role: 'value', name: 'value', path: undefined, owner: { document: 'flow' } };
}

function strings(): string[] {
  const random = new Random(7);
  const flows = Array.from({ length: 4 }, () => load(flow(random, 250_000)));
  const actions = Array.from({ length: 400 }, (): unknown => JSON.parse(dataAction(random)));
  return [...flows, ...actions].flatMap((each) => [...stringsIn(each)]);
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const each of Object.values(value)) yield* stringsIn(each);
}
