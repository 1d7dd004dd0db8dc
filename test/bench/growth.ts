import type { FileText } from '../../src/genesys/kinds/fileKind.ts';
import { scanDocument } from '../../src/genesys/scan.ts';
import { dataAction, flow } from './support/documents.ts';
import { measure } from './support/measure.ts';
import { Random } from './support/random.ts';

/** How long one scan of a document takes, in milliseconds. */
export interface GrowthRow {
  readonly label: string;
  readonly characters: number;
  readonly scan: number;
}

const ROUNDS = { timed: 5, warmUp: 2 };

/** Documents of growing size: the time for a character should stay the same. */
export function benchGrowth(): GrowthRow[] {
  const random = new Random(11);
  const flows = [0.1, 1, 4].map((size) => ({ name: 'main.yaml', text: flow(random, size * 1_000_000) }));
  const lines = [0.1, 1, 4].map((size) => ({ name: 'actions.json', text: oneLine(random, size * 1_000_000) }));
  return [...flows.map((each) => time('flow', each)), ...lines.map((each) => time('JSON in one line', each))];
}

function oneLine(random: Random, characters: number): string {
  const actions: unknown[] = [];
  for (let length = 0; length < characters; ) {
    const action = JSON.stringify(JSON.parse(dataAction(random)));
    actions.push(JSON.parse(action));
    length += action.length;
  }
  return JSON.stringify(actions);
}

function time(label: string, input: FileText): GrowthRow {
  const [scan = Number.NaN] = measure([() => scanDocument(input)], ROUNDS);
  return { label, characters: input.text.length, scan };
}
