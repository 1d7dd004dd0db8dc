import { existsSync, readFileSync } from 'node:fs';

/** One row of the facts file, and a way to make tokens of it. Nothing here comes from the detector. */
export interface FactRow {
  readonly id: string;
  readonly kind: string;
  readonly confidence: string;
  readonly severityHint: string;
  /** A fresh token, or `undefined` where the row describes its shape in words only. */
  generate(random: () => number): string | undefined;
}

const FACTS = new URL('../../../../../shared/domain/token-formats.tsv', import.meta.url);

/** The self-identifying rows of the facts file; `undefined` where the file is not there. */
export function selfIdentifyingRows(): FactRow[] | undefined {
  if (!existsSync(FACTS)) return undefined;
  const [header = '', ...lines] = readFileSync(FACTS, 'utf8').split('\n');
  const columns = header.split('\t');
  return lines
    .filter((line) => line.length > 0)
    .map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [columns[i] ?? '', cell])))
    .filter((row) => row.self_identifying === 'yes')
    .map(factRow);
}

/** A seeded source of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Characters drawn from an alphabet. */
export function randomText(random: () => number, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}

function factRow(row: Record<string, string>): FactRow {
  return {
    id: row.id ?? '',
    kind: row.kind ?? '',
    confidence: row.confidence ?? '',
    severityHint: row.severity_hint ?? '',
    generate(random) {
      const body = generateBody(row.body ?? '', random);
      const prefixes = (row.prefix ?? '').split(' | ');
      const prefix = prefixes[Math.floor(random() * prefixes.length)] ?? '';
      const suffix = generateSuffix(row.suffix ?? '');
      return body === undefined || suffix === undefined ? undefined : prefix + body + suffix;
    },
  };
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const NUMBERS = '0123456789';

const NAMED_ALPHABETS: Readonly<Record<string, string>> = {
  base64: `${UPPER}${LOWER}${NUMBERS}+/`,
  base64url: `${UPPER}${LOWER}${NUMBERS}_-`,
  'base64url and .': `${UPPER}${LOWER}${NUMBERS}_-.`,
  'base64url and =': `${UPPER}${LOWER}${NUMBERS}_-`,
  base58: `${UPPER}${LOWER}${NUMBERS}`.replace(/[0OIl]/g, ''),
  'bech32 (A-Z0-9 without 1 B I O)': `${UPPER}${NUMBERS}`.replace(/[1BIO]/g, ''),
};

function generateBody(body: string, random: () => number): string | undefined {
  const parts = body.split(' + ').map((part) => generatePart(part.trim(), random));
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}

function generatePart(part: string, random: () => number): string | undefined {
  const quoted = /^'([^']*)'$/.exec(part);
  if (quoted) return quoted[1];
  if (/^UUID(?: version 4)?(?: \(.*\))?$/.test(part)) return randomUuid(random);
  if (part === '[_-]' || /^\[[^\]]{2,8}\]$/.test(part)) return oneOf(part.slice(1, -1), random);
  const counted = /^(.+?) x([0-9]+)(?:-([0-9]+)|(\+))?(?: or x[0-9]+)?(?: \(.*\))?$/.exec(part);
  if (!counted) return undefined;
  const alphabet = alphabetOf(counted[1] ?? '');
  if (alphabet === undefined) return undefined;
  const least = Number(counted[2]);
  const most = counted[3] ? Number(counted[3]) : counted[4] ? least + 24 : least;
  return randomText(random, alphabet, least + Math.floor(random() * (most - least + 1)));
}

function alphabetOf(name: string): string | undefined {
  const known = NAMED_ALPHABETS[name];
  if (known) return known;
  const inside = /^\[(.+)\]$/.exec(name)?.[1] ?? name;
  if (/[ ()']/.test(inside)) return undefined;
  return expandRanges(inside);
}

function expandRanges(ranges: string): string {
  return ranges.replace(/([A-Za-z0-9])-([A-Za-z0-9])/g, (_whole, from: string, to: string) =>
    Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_none, i) =>
      String.fromCharCode(from.charCodeAt(0) + i),
    ).join(''),
  );
}

function oneOf(ranges: string, random: () => number): string {
  return randomText(random, expandRanges(ranges), 1);
}

function randomUuid(random: () => number): string {
  const hex = (length: number): string => randomText(random, '0123456789abcdef', length);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

function generateSuffix(suffix: string): string | undefined {
  if (suffix === '' || /^(?:0-[0-9] '=' characters|optional .*|none, .*)$/.test(suffix)) return '';
  return / /.test(suffix) ? undefined : suffix;
}
