import type { Span } from '../../src/base/span.ts';
import { tolerantYaml } from '../../src/engine/languages/yaml/yamlTolerant.ts';
import type { FileText } from '../../src/genesys/kinds/fileKind.ts';
import { type Scan, scanDocument } from '../../src/genesys/scan.ts';
import type { BenchFile } from './tree.ts';

/** What the product says of a place in a file: where and which rule, never the value. */
export interface Found {
  readonly ruleId: string;
  readonly spans: readonly Span[];
}

export interface Scored {
  readonly file: BenchFile;
  readonly isFound: boolean;
  /** The range of the finding is the planted one to the character; only of what was found. */
  readonly isExact: boolean;
  /** Findings that touch nothing planted. */
  readonly falsePositives: readonly Found[];
  /** The kind the file was taken for. */
  readonly kind: string | undefined;
}

/** Scans as the editor and the command line do: broken YAML a second time by the tolerant reader. */
export function scan(file: FileText): Scan {
  const first = scanDocument(file);
  return first.needsTolerantYaml ? scanDocument(file, { tolerantYaml }) : first;
}

/** The findings that count: of class hard-coded, error or warning. */
export function hardCoded({ detections }: Scan): readonly Found[] {
  return detections
    .filter(({ hit }) => hit.class === 'hard-coded' && (hit.severity === 'error' || hit.severity === 'warning'))
    .map(({ ruleId, spans }) => ({ ruleId, spans }));
}

export function score(file: BenchFile): Scored {
  const scanned = scan(file);
  const found = hardCoded(scanned);
  const planted = file.spans;
  const near = planted.length === 0 ? [] : [...planted, ...file.wider];
  const touching = found.filter(({ spans }) => spans.some((span) => planted.some((each) => overlaps(span, each))));
  return {
    file,
    isFound: touching.length > 0,
    isExact: file.isOpaque || touching.some(({ spans }) => isExact(file, spans)),
    falsePositives: found.filter(({ spans }) => !spans.some((span) => near.some((each) => overlaps(span, each)))),
    kind: scanned.kind,
  };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function isExact({ text, spans, wider }: BenchFile, found: readonly Span[]): boolean {
  return covers(text, spans, found) || (wider.length > 0 && covers(text, wider, found));
}

/** Whether the found characters are the planted ones. What a notation puts between two lines may be left out. */
function covers(text: string, planted: readonly Span[], found: readonly Span[]): boolean {
  if (planted[0]?.start !== found[0]?.start || planted.at(-1)?.end !== found.at(-1)?.end) return false;
  if (!found.every((span) => planted.some(({ start, end }) => start <= span.start && span.end <= end))) return false;
  return planted.every(({ start, end }) => {
    for (let at = start; at < end; at++) {
      const isCovered = found.some((span) => span.start <= at && at < span.end);
      if (!isCovered && !/[\s\\]/.test(text.charAt(at))) return false;
    }
    return true;
  });
}
