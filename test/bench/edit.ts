import { parseEvents } from 'js-yaml';
import { tolerantYaml } from '../../src/engine/languages/yaml/yamlTolerant.ts';
import { maskSubstitutions } from '../../src/engine/tree/substitutions.ts';
import { DocumentScanner } from '../../src/genesys/scan.ts';
import { flow } from './support/documents.ts';
import { percentile } from './support/measure.ts';
import { Random } from './support/random.ts';

/** Times of many edits of one flow, each with a scan, next to `parseEvents` alone on the same text, in milliseconds. */
export interface EditRow {
  readonly label: string;
  readonly median: number;
  readonly p99: number;
  readonly parseMedian: number;
  readonly parseP99: number;
}

const EDITS = { timed: 300, warmUp: 40 };

/** Key strokes all over a 250 KB flow: those that leave it whole, and those that break it. */
export function benchEdits(): EditRow[] {
  return [
    edits('a key stroke', 'x'),
    edits('a key stroke that breaks it', '"'),
    edits('a word at the margin', '\nword'),
    edits('a key at the margin', '\nword: '),
  ];
}

function edits(label: string, typed: string): EditRow {
  const random = new Random(17);
  const scanner = new DocumentScanner();
  const whole = flow(random, 250_000);
  const options = { tolerantYaml };
  scanner.scan({ name: 'main.yaml', text: whole }, options);
  const [scans, parses]: [number[], number[]] = [[], []];
  for (let i = 0; i < EDITS.warmUp + EDITS.timed; i++) {
    const at = whole.indexOf('name: ', random.below(whole.length * 0.95)) + 'name: '.length;
    const text = whole.slice(0, at) + typed + whole.slice(at);
    const masked = maskSubstitutions(whole);
    const parse = timed(() => parseEvents(masked, {}));
    const scan = timed(() => scanner.scan({ name: 'main.yaml', text }, options));
    if (i < EDITS.warmUp) continue;
    parses.push(parse);
    scans.push(scan);
  }
  const at = (times: readonly number[], share: number): number => percentile(times, share);
  return {
    label,
    median: at(scans, 0.5),
    p99: at(scans, 0.99),
    parseMedian: at(parses, 0.5),
    parseP99: at(parses, 0.99),
  };
}

function timed(task: () => void): number {
  const started = performance.now();
  task();
  return performance.now() - started;
}
