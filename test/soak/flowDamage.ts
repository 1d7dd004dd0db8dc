import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../bench/support/random.ts';
import { PLANTED_FLOWS } from '../support/damage/brokenFlows.ts';
import { drawDamage } from '../support/damage/drawnDamage.ts';
import { addKept, everyDamage, type Kept, type ScannedFlow, spotsIn } from '../support/damage/flowDamage.ts';
import { plantedIn } from '../support/damage/plantedInFlow.ts';

/** Of so many drawn damages one is read in another way, too. */
const SECOND = 20;

/** What stays by kind of damage, or by flow. */
export type KeptTable = ReadonlyMap<string, Kept>;

/** Every deletion and seven insertions at every position of the flows of the project's own. */
export function damageEverywhere(): KeptTable {
  const table = new Map<string, Kept>();
  for (const { label, text } of PLANTED_FLOWS) {
    const flow = { text, spots: spotsIn(text) };
    const counts = rowOf(table, label);
    for (const damage of everyDamage(text)) addKept(counts, flow, damage);
  }
  return table;
}

/** Public flows with planted credentials; none where there is no corpus. */
export function plantedCorpus(folder: string, seed: number): readonly ScannedFlow[] {
  const random = new Random(seed);
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return files
    .filter((file) => file.isFile() && /\.ya?ml$/.test(file.name))
    .map(({ name, parentPath }) => join(parentPath, name))
    .sort()
    .flatMap((path) => plantedIn(readFileSync(path, 'utf8'), random) ?? []);
}

/** Drawn damages in flows, half of them near a finding. The same arguments give the same damages. */
export function damageFlows(flows: readonly ScannedFlow[], damages: number, seed: number): KeptTable {
  const random = new Random(seed);
  const table = new Map<string, Kept>();
  for (let i = 0; i < damages; i++) {
    const flow = random.pick(flows);
    const near = i % 2 === 0 ? random.pick(flow.spots).start : undefined;
    const { kind, damage } = drawDamage(flow.text, random, near);
    addKept(rowOf(table, `${near === undefined ? 'anywhere' : 'near'}: ${kind}`), flow, damage);
    if (i % SECOND === 0) addKept(rowOf(table, 'again, with the parser for broken texts'), flow, damage, 'second');
    if (i % SECOND === 1) addKept(rowOf(table, 'again, part by part'), flow, damage, 'in parts');
  }
  return table;
}

function rowOf(table: Map<string, Kept>, label: string): Kept {
  const row = table.get(label) ?? { all: 0, kept: 0, named: 0 };
  table.set(label, row);
  return row;
}

/** All rows together. */
export function sumOf(table: KeptTable): Kept {
  const sum: Kept = { all: 0, kept: 0, named: 0 };
  for (const { all, kept, named } of table.values()) {
    sum.all += all;
    sum.kept += kept;
    sum.named += named;
  }
  return sum;
}
