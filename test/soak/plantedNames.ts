import { jsonReport } from '../../src/cli/report/json.ts';
import type { Report } from '../../src/cli/report/report.ts';
import { textReport } from '../../src/cli/report/text.ts';
import { reporter } from '../../src/cli/scanText.ts';
import { tolerantYaml } from '../../src/engine/parse/yamlTolerant.ts';
import type { FileText } from '../../src/genesys/kinds/fileKind.ts';
import { findingsOf, scanDocument } from '../../src/genesys/scan.ts';
import { MESSAGE_IDS, textOfMessage } from '../../src/messages/index.ts';
import { Random } from '../bench/support/random.ts';
import { chosenPassword } from './chosenPasswords.ts';
import { damagedText } from './plantedDamage.ts';
import { PLANTED_KINDS, type PlantedKind, type Values } from './plantedKinds.ts';

/** So many characters of a password in a row are a leak; fewer could be chance. */
const PIECE = 8;
const DRAWN = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';

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
 */
export function soakNames(documents: number, seed: number): PlantedCounts {
  const leaks: Leak[] = [];
  let findings = 0;
  for (let i = 0; i < documents; i++) {
    const { file, pieces } = damagedFile(i, seed);
    const shown = printedOf(file);
    findings += shown.findings;
    const piece = pieceIn(shown.text, pieces);
    if (piece !== undefined) leaks.push({ file, shown: lineWith(shown.text, piece), piece });
  }
  return { documents, findings, leaks };
}

/** A damaged file, and the pieces of the passwords in it that stand nowhere else in such a file. */
export interface Planted {
  readonly file: FileText;
  readonly pieces: ReadonlySet<string>;
}

/** The damaged file of a number: one kind after the other. */
export function damagedFile(number: number, seed: number): Planted {
  const random = new Random(seed * 1_000_003 + number);
  const { file, pieces } = plant(PLANTED_KINDS[number % PLANTED_KINDS.length] ?? random.pick(PLANTED_KINDS), random);
  return { file: { ...file, text: damagedText(file.text, random) }, pieces };
}

function plant(kind: PlantedKind, random: Random): Planted {
  const passwords: string[] = [];
  const kept = (password: string): string => {
    passwords.push(password);
    return password;
  };
  const file = kind({
    chosen: () => kept(chosenPassword(random)),
    spoken: () => kept(chosenPassword(random).replace(/[:=]/g, '-')),
    drawn: () => random.text(32, DRAWN),
    turn: random.below(60),
  });
  const neutral = neutralPieces(kind);
  const pieces = new Set(passwords.flatMap(piecesOf).filter((piece) => !neutral.has(piece)));
  return { file, pieces };
}

/** What is said of findings and of what to do. */
const SENTENCES = MESSAGE_IDS.map(textOfMessage);

const neutralOf = new Map<PlantedKind, ReadonlySet<string>>();

/** What stands in a file of this kind, and in the sentences about it, whatever the passwords are. */
function neutralPieces(kind: PlantedKind): ReadonlySet<string> {
  const known = neutralOf.get(kind);
  if (known) return known;
  const texts = [0, 1, 2, 3, 4].map((turn) => kind({ ...NO_PASSWORDS, turn }).text);
  const words = [...new Set(texts.join('\n').match(/[\w-]+/g))];
  const joined = words.flatMap((one) => words.map((other) => `${one}.${other}.`));
  const pieces = new Set([...texts, ...joined, ...SENTENCES].flatMap(piecesOf));
  neutralOf.set(kind, pieces);
  return pieces;
}

const NO_PASSWORDS: Omit<Values, 'turn'> = {
  chosen: () => '\u0001',
  spoken: () => '\u0001',
  drawn: () => new Random(1).text(32, DRAWN),
};

function piecesOf(text: string): string[] {
  const lower = text.toLowerCase();
  return Array.from({ length: Math.max(0, lower.length - PIECE + 1) }, (_, i) => lower.slice(i, i + PIECE));
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
