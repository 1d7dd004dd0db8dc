import { tolerantYaml } from '../../../src/engine/languages/yaml/yamlTolerant.ts';
import { DocumentScanner } from '../../../src/genesys/scan.ts';

/** What is put in the place of a stretch of a text. */
export interface Damage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A credential that a scan found: its stretch and its name. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  readonly name: string | undefined;
}

/** Findings on lines that damages left alone, how many of them are still made, and how many of those with their name. */
export interface Kept {
  all: number;
  kept: number;
  named: number;
}

/** A flow with what is found in it while it is whole. */
export interface ScannedFlow {
  readonly text: string;
  readonly spots: readonly Spot[];
}

/** How a flow is read: at once, with the parser that is loaded for broken texts, or part by part, as if it were large. */
export type Reading = 'first' | 'second' | 'in parts';

/** The credentials in a flow. */
export function spotsIn(text: string, reading: Reading = 'first'): Spot[] {
  const scanner = reading === 'in parts' ? new DocumentScanner(0) : new DocumentScanner();
  const { detections } = scanner.scan({ name: 'flow.yaml', text }, reading === 'first' ? {} : { tolerantYaml });
  return detections.flatMap(({ hit, spans, literal }) =>
    hit.class === 'hard-coded'
      ? [{ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0, name: literal.name }]
      : [],
  );
}

export function damagedBy(text: string, { start, end, text: other }: Damage): string {
  return text.slice(0, start) + other + text.slice(end);
}

/** Adds what stays of the findings of a flow behind a damage. */
export function addKept(counts: Kept, flow: ScannedFlow, damage: Damage, reading: Reading = 'first'): void {
  const expected = untouched(flow, damage);
  if (expected.length === 0) return;
  const found = new Map(spotsIn(damagedBy(flow.text, damage), reading).map((spot) => [placeOf(spot), spot]));
  for (const spot of expected) {
    const after = found.get(placeOf(spot));
    counts.all++;
    if (after) counts.kept++;
    if (after && after.name === spot.name) counts.named++;
  }
}

function placeOf({ start, end }: Spot): string {
  return `${start} ${end}`;
}

/** The findings whose lines a damage leaves alone, where they stand behind it. */
function untouched({ text, spots }: ScannedFlow, { start, end, text: other }: Damage): Spot[] {
  const move = other.length - (end - start);
  return spots.flatMap((spot) => {
    const lineStart = text.lastIndexOf('\n', spot.start - 1) + 1;
    const lineFeed = text.indexOf('\n', spot.end);
    const lineEnd = lineFeed < 0 ? text.length : lineFeed;
    if (start > lineEnd || (start === end && start === lineEnd && other.startsWith('\n'))) return [spot];
    const isAbove = end < lineStart || (start === end && start === lineStart && other.endsWith('\n'));
    return isAbove ? [{ ...spot, start: spot.start + move, end: spot.end + move }] : [];
  });
}

/** What is typed by mistake. */
export const INSERTED: readonly string[] = ['\n', ' ', '\t', '"', "'", ':', '-'];

/** Every deletion of a character, and each insertion at every position; damages that give the same text once. */
export function* everyDamage(text: string): Generator<Damage> {
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text[at] !== text[at - 1]) yield { start: at, end: at + 1, text: '' };
    for (const typed of INSERTED) if (text[at - 1] !== typed) yield { start: at, end: at, text: typed };
  }
}
