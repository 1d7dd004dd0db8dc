import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { damageFlows, plantedCorpus, sumOf } from '../soak/flowDamage.ts';
import { PLANTED_FLOWS } from '../support/damage/brokenFlows.ts';
import { addKept, damagedBy, everyDamage, type Kept, spotsIn } from '../support/damage/flowDamage.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/files', import.meta.url));
/** As of broken JSON. */
const LEAST = 0.97;
/** Of the insertions one in so many is tried here, another one at each position; `npm run soak -- damage` tries all. */
const EACH = 5;

function share({ all, kept }: Kept): number {
  return kept / all;
}

describe('flows of the project’s own', () => {
  const sum: Kept = { all: 0, kept: 0, named: 0 };

  it.each(PLANTED_FLOWS)('holds values that are all found: $label', ({ text, values }) => {
    expect(
      spotsIn(text)
        .map(({ start, end }) => text.slice(start, end))
        .sort(),
    ).toEqual([...values].sort());
  });

  it.each(PLANTED_FLOWS)('keeps its findings when it is broken in one place: $label', ({ text }) => {
    const flow = { text, spots: spotsIn(text) };
    const counts: Kept = { all: 0, kept: 0, named: 0 };
    let number = 0;
    for (const damage of everyDamage(text))
      if (damage.text === '' || number++ % EACH === 0) addKept(counts, flow, damage);
    expect(share(counts)).toBeGreaterThan(0.95);
    sum.all += counts.all;
    sum.kept += counts.kept;
    sum.named += counts.named;
  });

  it('keep, all together, nearly all findings whose own line is untouched', () => {
    expect(sum.all).toBeGreaterThan(20_000);
    expect(share(sum)).toBeGreaterThanOrEqual(LEAST);
  });
});

const FLOW = PLANTED_FLOWS[0]?.text ?? '';

/** Everyday mistakes in the lines above the password. */
const MISTAKES: Readonly<Record<string, readonly [of: string, to: string]>> = {
  'a colon is missing': ['        initialValue:\n', '        initialValue\n'],
  'the colon of its name is missing': ['name: Flow.payPassword', 'name Flow.payPassword'],
  'there is text behind a key': ['        initialValue:\n', '        initialValue: x\n'],
  'a line is a step too far left': ['        initialValue:\n', '      initialValue:\n'],
  'a line is one space too far left': ['        initialValue:\n', '       initialValue:\n'],
  'a line is a step too far right': ['        name: Flow.pay', '          name: Flow.pay'],
  'a line begins with a tab': ['        initialValue:\n', '\tinitialValue:\n'],
  'a tab stands before what a line is indented by': ['        initialValue:\n', '\t        initialValue:\n'],
  'the quote of its name is open': ['name: Flow.payPassword', 'name: "Flow.payPassword'],
  'a quote before it is open': ['name: Pay Line', 'name: "Pay Line'],
  'a key is mistyped': ['        initialValue:\n', '        inititalValue:\n'],
  'a line is a comment': ['        initialValue:\n', '#        initialValue:\n'],
  'two lines became one': ['stringVariable:\n', 'stringVariable:'],
  'a line break stands in a key': ['initialValue:\n', 'initial\nValue:\n'],
  'the first line is mistyped': ['inboundCall:', 'inbundCall:'],
  'the first line is a comment': ['inboundCall:', '# inboundCall:'],
  'the first line has no colon': ['inboundCall:', 'inboundCall'],
};

describe('a flow keeps its password and its name', () => {
  it.each(Object.entries(MISTAKES))('when %s', (_what, [of, to]) => {
    const text = damagedBy(FLOW, { start: FLOW.indexOf(of), end: FLOW.indexOf(of) + of.length, text: to });
    const password = PLANTED_FLOWS[0]?.values[0] ?? '';
    for (const reading of ['first', 'second', 'in parts'] as const) {
      const spots = spotsIn(text, reading);
      const names = spots.filter(({ start, end }) => text.slice(start, end) === password).map(({ name }) => name);
      expect(names).toEqual([expect.stringMatching(/^"?Flow.payPassword$/)]);
    }
  });
});

const flows = plantedCorpus(CORPUS, 1);

describe.skipIf(flows.length === 0)('public flows with planted credentials', () => {
  it('keep nearly all findings whose own line is untouched', () => {
    const kept = sumOf(damageFlows(flows, 300, 5));
    expect(kept.all).toBeGreaterThan(500);
    expect(share(kept)).toBeGreaterThanOrEqual(LEAST);
  });
});
