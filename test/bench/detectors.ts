import type { Literal } from '../../src/engine/detect/contract/literal.ts';
import { detect } from '../../src/engine/detect/detect.ts';
import { parseJson } from '../../src/engine/languages/json/json.ts';
import { parseYaml } from '../../src/engine/languages/yaml/yaml.ts';
import type { ParseResult } from '../../src/engine/tree/node.ts';
import { dataActionLiterals } from '../../src/genesys/kinds/dataAction/dataActionPlaces.ts';
import { architectFlowLiterals } from '../../src/genesys/kinds/flow/architectFlow.ts';
import type { Locator } from '../../src/genesys/places/locator.ts';
import { GENESYS_RULES } from '../../src/genesys/rules/index.ts';
import { dataAction, flow } from './support/documents.ts';
import { measure } from './support/measure.ts';
import { Random } from './support/random.ts';

/** What all rules together take for the literals of some documents. */
export interface DetectorRow {
  readonly label: string;
  readonly literals: number;
  /** For all of them, in milliseconds. */
  readonly ms: number;
}

/** The detectors alone, on literals that are located and decoded already. */
export function benchDetectors(): DetectorRow[] {
  const random = new Random(19);
  const actions = Array.from({ length: 300 }, () => dataAction(random));
  return [
    row('of flows', [flow(random, 1_000_000)], parseYaml, architectFlowLiterals),
    row('of Data Actions', actions, parseJson, dataActionLiterals),
  ];
}

function row(
  label: string,
  texts: readonly string[],
  parse: (text: string) => ParseResult,
  locate: Locator,
): DetectorRow {
  const roots = texts.flatMap((text) => parse(text).roots);
  const literals: Literal[] = roots.flatMap((root) => (root.kind === 'map' ? [...locate(root)] : []));
  const [ms = Number.NaN] = measure([() => detect(literals, { rules: GENESYS_RULES })], { timed: 9, warmUp: 3 });
  return { label, literals: literals.length, ms };
}
