import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { tolerantYaml } from '../../src/engine/languages/yaml/yamlTolerant.ts';
import type { FileText } from '../../src/genesys/kinds/fileKind.ts';
import { scanDocument } from '../../src/genesys/scan.ts';
import { benchTree } from '../detect-bench/tree.ts';
import { whatIsWrong } from './hostileCheck.ts';
import { damaged, FRAMES, grown, PIECES, repeated, soup } from './hostileTexts.ts';

/** A way in which a scan failed, with the smallest text that was found for it. */
export interface Failure {
  readonly what: string;
  readonly file: FileText;
}

/** How many cases of a generator failed. */
export interface HostileCounts {
  readonly generator: string;
  readonly cases: number;
  readonly failures: readonly Failure[];
}

const LARGEST_BASE = 12_000;
/** Cases that share a seed: a failure ends only these. */
const BATCH = 2000;

/** Real and generated files of every kind, to damage. @param folders of real files; those that are not there count as empty */
export function bases(folders: readonly string[]): readonly FileText[] {
  const real = folders.filter((folder) => existsSync(folder)).flatMap(filesBelow);
  return [...benchTree(7, 3).map(({ name, text }) => ({ name, text })), ...real];
}

function filesBelow(folder: string): FileText[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|ya?ml|tf|tfvars|tftpl|sh)$/.test(entry.name))
    .map(({ name, parentPath }) => ({ name, text: readFileSync(join(parentPath, name), 'utf8') }))
    .filter(({ text }) => text.length < LARGEST_BASE);
}

/** Scans random and damaged texts in files of every kind. The same arguments give the same cases. */
export function soakHostile(cases: number, seed: number, files: readonly FileText[]): readonly HostileCounts[] {
  const generators: readonly (readonly [string, number, fc.Arbitrary<FileText>])[] = [
    ['random text', 0.4, soup()],
    ['damaged files', 0.55, damaged(files)],
    ['repeated pieces', 0.05, repeated()],
  ];
  return generators.map(([generator, share, texts]) => {
    const own = Math.ceil(cases * share);
    const failures = new Map<string, Failure>();
    for (let done = 0; done < own; done += BATCH) {
      const failure = firstFailure(texts, seed + done, Math.min(BATCH, own - done));
      if (failure && !failures.has(failure.what)) failures.set(failure.what, failure);
    }
    return { generator, cases: own, failures: [...failures.values()] };
  });
}

function firstFailure(texts: fc.Arbitrary<FileText>, seed: number, numRuns: number): Failure | undefined {
  const result = fc.check(
    fc.property(texts, (file) => whatIsWrong(file) === undefined),
    { seed, numRuns },
  );
  const file = result.counterexample?.[0];
  return file && { what: whatIsWrong(file) ?? 'passes when repeated', file };
}

/** How the time of a scan grew when the text did, where it grew faster. */
export interface Growth {
  readonly file: string;
  readonly piece: string;
  readonly reader: string;
  /** Milliseconds for the smallest and for the largest text, and how many times as large that is. */
  readonly ms: readonly [number, number];
  readonly times: number;
}

/** Texts of pieces again and again: the time may not grow faster than the text, with generous slack. */
export function soakGrowth(): readonly Growth[] {
  const quick = { reader: 'scan', size: 50_000, scan: (file: FileText) => scanDocument(file) };
  const tolerant = { reader: 'tolerant', size: 4000, scan: (file: FileText) => scanDocument(file, { tolerantYaml }) };
  return FRAMES.flatMap((frame) => {
    const readers = /\.ya?ml$/.test(frame.name) ? [quick, tolerant] : [quick];
    return readers.flatMap((reader) => PIECES.flatMap((piece) => growthOf(frame, piece, reader)));
  });
}

interface Reader {
  readonly reader: string;
  readonly size: number;
  scan(file: FileText): unknown;
}

const TIMES = 8;
/** Faster than this is never looked at: there the machine makes more of a difference than the text. */
const SLOW_MS = 60;
/** Linear growth is `TIMES`; quadratic would be its square. */
const SLACK = 3;

function growthOf(frame: FileText, piece: string, { reader, size, scan }: Reader): Growth[] {
  const large = fastest(grown(frame, piece, size * TIMES), scan, 1);
  if (large < SLOW_MS) return [];
  const small = fastest(grown(frame, piece, size), scan, 6);
  const again = Math.min(large, fastest(grown(frame, piece, size * TIMES), scan, 4));
  if (again < SLOW_MS || again < small * TIMES * SLACK) return [];
  return [{ file: frame.name, piece, reader, ms: [small, again], times: TIMES }];
}

function fastest(file: FileText, scan: Reader['scan'], runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    scan(file);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}
