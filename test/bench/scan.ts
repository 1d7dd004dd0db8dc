import { parseEvents } from 'js-yaml';
import type { Rule } from '../../src/engine/detect/contract/rule.ts';
import { parseHcl } from '../../src/engine/languages/hcl/hcl.ts';
import { customNames } from '../../src/engine/suppression/customNames.ts';
import { customPatterns } from '../../src/engine/suppression/customPatterns.ts';
import { maskSubstitutions } from '../../src/engine/tree/substitutions.ts';
import type { FileText } from '../../src/genesys/kinds/fileKind.ts';
import { type ScanOptions, scanDocument } from '../../src/genesys/scan.ts';
import { dataAction, flow, terraform } from './support/documents.ts';
import { measure } from './support/measure.ts';
import { Random } from './support/random.ts';

/** A scan as a multiple of the floor, `parseEvents` alone on the same text. Times are milliseconds for all `characters`. */
export interface ScanRow {
  readonly label: string;
  readonly characters: number;
  readonly parse: number;
  readonly scan: number;
}

/**
 * The whole scan of flows and Data Actions next to `parseEvents` alone.
 * @param corpus real files for a row of their own
 */
export function benchScan(corpus: readonly FileText[]): ScanRow[] {
  const random = new Random(7);
  const flows = Array.from({ length: 4 }, () => ({ name: 'main.yaml', text: flow(random, 250_000) }));
  const actions = Array.from({ length: 400 }, () => ({ name: 'action.custom.json', text: dataAction(random) }));
  const rows = [
    compare('flows (YAML)', flows),
    besideTeam('flows, a team file with names', flows, [customNames(['huisnummer', 'acme ref', 'note'])]),
    besideTeam('flows, a team file with a pattern too', flows, [customNames(['huisnummer']), TEAM_PATTERN]),
    compare('Data Actions (JSON)', actions),
    compare('one flow that is broken', flows.slice(0, 1).map(typed('name: ', '"')), flows.slice(0, 1)),
    compareTerraform(Array.from({ length: 20 }, () => ({ name: 'main.tf', text: terraform(random, 50_000) }))),
  ];
  return corpus.length > 0 ? [...rows, compare(`corpus, ${corpus.length} files`, corpus)] : rows;
}

function typed(behind: string, character: string): (input: FileText) => FileText {
  return ({ name, text }) => ({ name, text: text.replace(behind, `${behind}${character}`) });
}

const TEAM_PATTERN = customPatterns([
  { span: { start: 0, end: 0 }, id: 'acme', title: 'Acme key', pattern: 'acme_[a-z0-9]{32}', severity: 'error' },
]).rule;

/** A scan with a team's own names and formats, next to the same scan without. */
function besideTeam(label: string, inputs: readonly FileText[], rules: readonly Rule[]): ScanRow {
  const without = (): void => {
    for (const input of inputs) scanDocument(input);
  };
  return rowOf(`${label}, next to none`, inputs, without, { rules });
}

/** HCL is not for `parseEvents`: next to its own reader alone. */
function compareTerraform(inputs: readonly FileText[]): ScanRow {
  return rowOf('Terraform (HCL), next to its reader', inputs, () => {
    for (const { text } of inputs) parseHcl(text);
  });
}

/** @param readable what `parseEvents` reads instead, where it would fail on the inputs */
function compare(label: string, inputs: readonly FileText[], readable = inputs): ScanRow {
  const masked = readable.map(({ text }) => maskSubstitutions(text));
  return rowOf(label, inputs, () => {
    for (const text of masked) parseEvents(text, {});
  });
}

function rowOf(label: string, inputs: readonly FileText[], floor: () => void, options: ScanOptions = {}): ScanRow {
  const characters = inputs.reduce((sum, { text }) => sum + text.length, 0);
  const [parse = Number.NaN, scan = Number.NaN] = measure([
    floor,
    () => {
      for (const input of inputs) scanDocument(input, options);
    },
  ]);
  return { label, characters, parse, scan };
}
