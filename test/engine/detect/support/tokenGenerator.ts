import { existsSync, readFileSync } from 'node:fs';
import { formsOf } from './factBody.ts';
import { CONTEXTS } from './factContexts.ts';
import { PROSE } from './factProse.ts';
import type { Sample } from './factSample.ts';

export { randomText, seeded } from './random.ts';

/** One way in which the facts say a token may look. */
export interface TokenForm {
  /** The row's id, then what sets the form apart. */
  readonly label: string;
  /** What every token begins with; none where the facts tell the shape in words. */
  readonly prefix: string | undefined;
  /** Whether each token has the same length. */
  readonly isFixed: boolean;
  sample(random: () => number): Sample;
}

/** One row of the facts file, and ways to make tokens of it. Nothing here comes from the detector. */
export interface FactRow {
  readonly id: string;
  readonly kind: string;
  readonly confidence: string;
  readonly severityHint: string;
  /** Names that stand near such a token. */
  readonly keywords: string;
  /** The main form first; none where the shape is told in words that nobody has put into code. */
  readonly forms: readonly TokenForm[];
  /** A fresh token, or `undefined` where the row describes its shape in words only. */
  generate(random: () => number): string | undefined;
}

const FACTS = new URL('../../../../../shared/domain/token-formats.tsv', import.meta.url);

/** The self-identifying rows of the facts file; `undefined` where the file is not there. */
export function selfIdentifyingRows(): FactRow[] | undefined {
  return factRows((row) => row.self_identifying === 'yes');
}

/** The rows of the facts file that need a name near the token; `undefined` where the file is not there. */
export function namedRows(): FactRow[] | undefined {
  return factRows((row) => row.self_identifying !== 'yes');
}

function factRows(isWanted: (row: Record<string, string>) => boolean): FactRow[] | undefined {
  if (!existsSync(FACTS)) return undefined;
  const [header = '', ...lines] = readFileSync(FACTS, 'utf8').split('\n');
  const columns = header.split('\t');
  return lines
    .filter((line) => line.length > 0)
    .map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [columns[i] ?? '', cell])))
    .filter(isWanted)
    .map(factRow);
}

function factRow(row: Record<string, string>): FactRow {
  const { id = '', kind = '', confidence = '', severity_hint: severityHint = '' } = row;
  const forms = tokenForms(id, row);
  const plain = forms.filter(({ prefix }) => prefix !== undefined);
  return {
    id,
    kind,
    confidence,
    severityHint,
    keywords: row.keywords ?? '',
    forms,
    generate: (random) =>
      plain[Math.floor(random() * Math.min(plain.length, prefixesOf(row).length))]?.sample(random).text,
  };
}

function tokenForms(id: string, row: Record<string, string>): TokenForm[] {
  const told = PROSE[id] ?? CONTEXTS[id];
  if (told) return told.map((sample, i) => ({ label: `${id} ${i + 1}`, prefix: undefined, isFixed: false, sample }));
  const [main, ...others] = formsOf(row.body ?? '');
  const suffixes = suffixesOf(row.suffix ?? '');
  const [first = ''] = prefixesOf(row);
  if (!main || suffixes.length === 0) return [];
  const [suffix = ''] = suffixes;
  return [
    ...prefixesOf(row).map((prefix) => form(`${id} ${prefix}`.trim(), prefix, main, suffix)),
    ...others.map((other) => form(`${id}: ${other.label}`, first, other, suffix)),
    ...suffixes.slice(1).map((other) => form(`${id} …${other}`, first, main, other)),
  ];
}

function form(label: string, prefix: string, body: ReturnType<typeof formsOf>[number], suffix: string): TokenForm {
  const sample = (random: () => number): Sample => {
    const text = prefix + body.make(random) + suffix;
    return { text, secret: text };
  };
  return { label, prefix, isFixed: body.isFixed, sample };
}

function prefixesOf(row: Record<string, string>): string[] {
  return (row.prefix ?? '').split(' | ');
}

function suffixesOf(suffix: string): string[] {
  if (/^0-[0-9] '=' characters$/.test(suffix)) return ['', '='];
  if (suffix.startsWith('none, or 2 characters')) return [''];
  if (suffix.startsWith("optional '-'")) return ['', '-2'];
  return / /.test(suffix) ? [] : [suffix];
}
