import { parseEvents } from 'js-yaml';
import { maskSubstitutions } from '../../src/engine/parse/substitutions.ts';
import { scanDocument } from '../../src/genesys/scan.ts';
import { dataAction, flow } from './support/documents.ts';
import { measure, row } from './support/measure.ts';
import { Random } from './support/random.ts';

/** The whole scan of flows and Data Actions next to `parseEvents` alone on the same text, which is the floor. */
export function benchScan(): string[] {
  const random = new Random(7);
  const flows = Array.from({ length: 4 }, () => flow(random, 250_000));
  const actions = Array.from({ length: 400 }, () => dataAction(random));
  return [
    compare('flows (YAML)', 'main.yaml', flows),
    compare('Data Actions (JSON)', 'action.custom.json', actions),
    typed('one key stroke in a 250 KB flow', flows[0] ?? ''),
  ];
}

function compare(label: string, name: string, texts: readonly string[]): string {
  const masked = texts.map((text) => maskSubstitutions(text));
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const [floor, scan] = measure([
    () => {
      for (const text of masked) parseEvents(text, {});
    },
    () => {
      for (const text of texts) scanDocument({ name, text });
    },
  ]);
  return row(label, bytes, floor, scan, 3);
}

function typed(label: string, text: string): string {
  const edited = `${text.slice(0, 1000)}x${text.slice(1000)}`;
  const masked = maskSubstitutions(edited);
  const [floor, scan] = measure([
    () => parseEvents(masked, {}),
    () => scanDocument({ name: 'main.yaml', text: edited }),
  ]);
  return row(label, edited.length, floor, scan, 3);
}
