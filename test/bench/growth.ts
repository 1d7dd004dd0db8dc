import type { FileText } from '../../src/genesys/kinds/fileKind.ts';
import { scanDocument } from '../../src/genesys/scan.ts';
import { dataAction, flow, terraform } from './support/documents.ts';
import { measure } from './support/measure.ts';
import { Random } from './support/random.ts';

/** How long one scan of a document takes, in milliseconds. */
export interface GrowthRow {
  readonly label: string;
  readonly characters: number;
  readonly scan: number;
}

/** Megabytes of the documents; the largest on request only. */
const SIZES = [0.1, 1, 4];
const LARGE = [10, 50];

/**
 * Documents of growing size: the time for a character should stay the same.
 * @param isLarge whether to measure 10 and 50 MB, too
 */
export function benchGrowth(isLarge: boolean): GrowthRow[] {
  const random = new Random(11);
  const sizes = isLarge ? [...SIZES, ...LARGE] : SIZES;
  warmUp(random);
  return KINDS.flatMap(([label, name, make]) =>
    sizes.map((size) => time(label, { name, text: make(random, size * 1_000_000) })),
  );
}

const KINDS: readonly (readonly [string, string, (random: Random, characters: number) => string])[] = [
  ['flow', 'main.yaml', flow],
  ['JSON in one line', 'actions.json', oneLine],
  ['Terraform', 'main.tf', terraform],
];

/** So that the smallest documents do not pay for the compiler. */
function warmUp(random: Random): void {
  for (const [, name, make] of KINDS) {
    const text = make(random, 100_000);
    for (let i = 0; i < 15; i++) scanDocument({ name, text });
  }
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
  const rounds = { timed: input.text.length > 5_000_000 ? 1 : 5, warmUp: 1 };
  const [scan = Number.NaN] = measure([() => scanDocument(input)], rounds);
  return { label, characters: input.text.length, scan };
}
