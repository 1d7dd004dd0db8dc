import { jsonReport } from '../../src/cli/report/json.ts';
import type { Report } from '../../src/cli/report/report.ts';
import { textReport } from '../../src/cli/report/text.ts';
import { reporter } from '../../src/cli/scanText.ts';
import { tolerantYaml } from '../../src/engine/languages/yaml/yamlTolerant.ts';
import type { FileText } from '../../src/genesys/kinds/fileKind.ts';
import { findingsOf, scanDocument } from '../../src/genesys/scan.ts';
import { damagedFile, PIECE } from '../support/leak/damagedFile.ts';

/** A file whose output shows a piece of a password that stands in it. */
export interface Leak {
  readonly file: FileText;
  readonly shown: string;
  readonly piece: string;
}

export interface PlantedCounts {
  readonly documents: number;
  readonly findings: number;
  readonly leaks: readonly Leak[];
}

/**
 * Damages files of every kind with chosen passwords in them, and looks for those passwords in all that is printed about each.
 * The same arguments give the same files.
 * @param first the number of the first file
 */
export function soakNames(documents: number, seed: number, first = 0): PlantedCounts {
  const leaks: Leak[] = [];
  let findings = 0;
  for (let i = 0; i < documents; i++) {
    const { file, pieces } = damagedFile(first + i, seed);
    const shown = printedOf(file);
    findings += shown.findings;
    const piece = pieceIn(shown.text, pieces);
    if (piece !== undefined) leaks.push({ file, shown: lineWith(shown.text, piece), piece });
  }
  return { documents, findings, leaks };
}

/** Reports repeat most of their lines. */
function pieceIn(text: string, pieces: ReadonlySet<string>): string | undefined {
  for (const line of new Set(text.toLowerCase().split('\n'))) {
    for (let at = 0; at + PIECE <= line.length; at++) {
      const piece = line.slice(at, at + PIECE);
      if (pieces.has(piece)) return piece;
    }
  }
  return undefined;
}

function lineWith(text: string, piece: string): string {
  return text.split('\n').find((line) => line.toLowerCase().includes(piece)) ?? '';
}

interface Printed {
  readonly text: string;
  readonly findings: number;
}

/** All that is said of a file: the findings themselves, and the reports of the command line. */
function printedOf(file: FileText): Printed {
  const first = scanDocument(file);
  const scans = first.needsTolerantYaml ? [first, scanDocument(file, { tolerantYaml })] : [first];
  const texts = scans.map((scan) => {
    const report = reporter(file.text, file.name);
    const findings = findingsOf(scan);
    const reported = findings.map((finding) => report(finding));
    const { out, err } = textReport(reportOf(reported), 'plain');
    const names = findings.flatMap(({ keyPath, args }) => [keyPath.join('.'), ...args]);
    return { text: [...names, out, err, jsonReport(reportOf(reported))].join('\n'), findings: findings.length };
  });
  return {
    text: texts.map(({ text }) => text).join('\n'),
    findings: texts.reduce((sum, { findings }) => sum + findings, 0),
  };
}

function reportOf(findings: Report['findings']): Report {
  const summary = { files: 1, bytes: 0, findings: findings.length, silenced: 0, lowered: 0, durationMs: 0 };
  return { findings, errors: [], skipped: [], summary };
}
