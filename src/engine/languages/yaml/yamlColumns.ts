import type { YamlLine } from './yamlLineReader.ts';

/** What the lines of a text say about its layout. */
export interface YamlLayout {
  /** How much deeper than a key what belongs to it stands. */
  readonly step: number;
  /** Whether a key has its value on its own line wherever else it stands. */
  isLeaf(key: string): boolean;
  /** Whether the key of a line stands below other entries of its map, wherever else it stands. */
  isBeside(line: YamlLine): boolean;
}

/** The collections that are open above a line. */
export interface OpenLevels {
  readonly column: number;
  readonly isInMap: boolean;
  readonly isPending: boolean;
  readonly lastKey: { readonly value: string } | undefined;
  levelUpTo(column: number): number;
  levelBehind(column: number): number | undefined;
}

/** Deeper steps nobody takes. */
const MOST_STEP = 8;

/** Looks at the keys of a text: one line more or less that is indented wrongly does not change what most say. */
export function layoutOfLines(lines: readonly YamlLine[], text: string): YamlLayout {
  const steps = new Array<number>(MOST_STEP + 1).fill(0);
  const [leaves, beside] = [new Map<string, number>(), new Map<string, number>()];
  const nameOf = ({ key }: YamlLine): string => (key ? text.slice(key.start, key.end) : '');
  let isFirst = true;
  for (const [i, line] of lines.entries()) {
    const { key, value, inner } = line;
    if (!key) continue;
    const name = nameOf(line);
    leaves.set(name, (leaves.get(name) ?? 0) + (value ? 1 : -1));
    beside.set(name, (beside.get(name) ?? 0) + (isFirst ? -1 : 1));
    isFirst = value === undefined;
    const next = lines[i + 1];
    const deeper = next?.joined === 0 ? next.column - inner : 0;
    if (!value && deeper > 0 && deeper <= MOST_STEP) steps[deeper] = (steps[deeper] ?? 0) + 1;
  }
  const step = steps.reduce((most, count, each) => (count > (steps[most] ?? 0) ? each : most), 0);
  return {
    step: step > 0 ? step : 2,
    isLeaf: (key) => (leaves.get(key) ?? 0) > 1,
    isBeside: (line) => (beside.get(nameOf(line)) ?? 0) > 1,
  };
}

/**
 * The column a line was most likely meant to stand in: that of its text where this fits what stands around it. A line by itself
 * cannot be deeper than what has its value, nor end collections that the next line goes on with.
 * @param next the next line with a key or a dash
 */
export function trueColumn(line: YamlLine, next: YamlLine | undefined, open: OpenLevels, layout: YamlLayout): number {
  const { column } = line;
  const below = next && !next.hasTab && !next.isMark ? next : undefined;
  const wanted = below && wantedColumn(line, below, open, layout);
  if (line.hasTab) return wanted ?? (column > 0 && fits(column, open) ? column : likelyColumn(open));
  if (column > open.column) return open.isPending ? column : deeperColumn(line, below, open, layout);
  const level = open.levelUpTo(column);
  if (level === column) return wanted !== undefined && wanted > column ? wanted : column;
  if (below && isConfirmed(line, below, layout)) return column;
  if (wanted !== undefined && wanted >= level) return wanted;
  const behind = open.levelBehind(column) ?? column;
  return level >= 0 && column - level < behind - column ? level : behind;
}

function isOpening({ key, value }: YamlLine): boolean {
  return key !== undefined && value === undefined;
}

/** Whether the next line stands where it would stand if this one were right. */
function isConfirmed(line: YamlLine, next: YamlLine, { step }: YamlLayout): boolean {
  return isOpening(line) ? next.column === line.inner + step : next.column === line.column;
}

/** Where the next line would have this one stand, if that is a place where it can. */
function wantedColumn(line: YamlLine, next: YamlLine, open: OpenLevels, layout: YamlLayout): number | undefined {
  const offset = line.inner - line.column;
  const deeper = isOpening(line) ? layout.step : 0;
  if (isOpening(line) ? next.column <= line.inner : next.column <= line.column) return undefined;
  if (next.column <= line.inner + deeper && open.levelUpTo(line.column) === line.column) return undefined;
  const isItself = line.dashes.length > 0 && !isOpening(line) && fits(next.column, open);
  const column = isItself ? next.column : next.column - offset - deeper;
  return fits(column, open) ? column : undefined;
}

/** Whether a collection is open at a column, or can begin there. */
function fits(column: number, open: OpenLevels): boolean {
  if (column > open.column) return open.isPending;
  return column >= 0 && open.levelUpTo(column) === column;
}

/**
 * A key that is deeper than one with a value: it stands beside it, unless it is just as deep as what belongs to a key, and lines below
 * or other lines with this key say nothing else.
 */
function deeperColumn(line: YamlLine, next: YamlLine | undefined, open: OpenLevels, layout: YamlLayout): number {
  if (!open.isInMap || line.dashes.length > 0 || !line.key) return line.column;
  const isMeant = line.column - open.column === layout.step && !layout.isLeaf(open.lastKey?.value ?? '');
  const isBeside = isOpening(line) ? !next || next.column <= line.column : layout.isBeside(line);
  return isMeant && !isBeside ? line.column : open.column;
}

/** The column that a line indented with a tab most likely stands for. */
function likelyColumn({ column, isPending }: OpenLevels): number {
  return isPending ? column + 1 : Math.max(0, column);
}
