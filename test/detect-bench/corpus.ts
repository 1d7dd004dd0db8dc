import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { LineIndex } from '../../src/engine/text/lineIndex.ts';
import { hardCoded, scan } from './score.ts';

interface Label {
  readonly path: string;
  readonly line: number;
  readonly label: string;
}

/** Findings in real public files, by what a person said of their line. */
export interface CorpusScore {
  readonly files: number;
  readonly byLabel: Readonly<Record<string, { readonly lines: number; readonly withFinding: number }>>;
  /** Findings on lines that nobody labelled: `path:line rule`. */
  readonly unlabelled: readonly string[];
  /** Labelled secrets without a finding, and harmless lines with one: `path:line label`. */
  readonly wrong: readonly string[];
}

/** @param folder the corpus; `undefined` where it is not there */
export function scoreCorpus(folder: string): CorpusScore | undefined {
  const labelsFile = join(folder, 'labels.json');
  if (!existsSync(labelsFile)) return undefined;
  const labels = JSON.parse(readFileSync(labelsFile, 'utf8')) as readonly Label[];
  const files = join(folder, 'files');
  const paths = readdirSync(files, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'LICENSE')
    .map((entry) => relative(files, join(entry.parentPath, entry.name)));
  const found = new Map(paths.map((path) => [path, linesWithFinding(join(files, path))]));
  const labelled = new Set(labels.map(({ path, line }) => `${path}:${line}`));
  const isFound = ({ path, line }: Label): boolean => found.get(path)?.has(line) ?? false;
  const isSecret = ({ label }: Label): boolean => label === 'TRUE_SECRET';
  return {
    files: paths.length,
    byLabel: Object.fromEntries(
      [...new Set(labels.map(({ label }) => label))].map((label) => {
        const lines = labels.filter((each) => each.label === label);
        return [label, { lines: lines.length, withFinding: lines.filter(isFound).length }];
      }),
    ),
    unlabelled: [...found].flatMap(([path, lines]) =>
      [...lines].filter(([line]) => !labelled.has(`${path}:${line}`)).map(([line, rule]) => `${path}:${line} ${rule}`),
    ),
    wrong: labels
      .filter((each) => isFound(each) !== isSecret(each))
      .map(({ path, line, label }) => `${path}:${line} ${label}`),
  };
}

/** 1-based lines and the rule of their finding. */
function linesWithFinding(path: string): ReadonlyMap<number, string> {
  const text = readFileSync(path, 'utf8');
  const index = new LineIndex(text);
  return new Map(
    hardCoded(scan({ name: basename(path), text })).map(({ ruleId, spans }) => [
      index.position(spans[0]?.start ?? 0).line + 1,
      ruleId,
    ]),
  );
}
