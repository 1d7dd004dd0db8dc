import { lowerBound } from '../../../base/lowerBound.ts';
import type { Span } from '../../../base/span.ts';
import type { MappedText } from '../../text/index.ts';
import { MAX_DEPTH, type MapEntry, type ScalarNode, type SourceNode } from '../../tree/index.ts';
import { LenientScalars } from './yamlScalars.ts';

interface OpenMap {
  readonly kind: 'map';
  column: number;
  readonly start: number;
  end: number;
  readonly entries: MapEntry[];
  key: ScalarNode | undefined;
}

interface OpenSeq {
  readonly kind: 'seq';
  column: number;
  readonly start: number;
  end: number;
  readonly items: SourceNode[];
}

type Open = OpenMap | OpenSeq;

/** Nests keys, items and values by the column they stand in. */
export class LineTree {
  readonly #scalars: LenientScalars;
  readonly #roots: SourceNode[] = [];
  readonly #open: Open[] = [];
  #end = 0;
  /** The outermost collection that the last line closed. */
  #closed: Open | undefined;
  /** Whether the last thing was a dash. */
  #atDash = false;

  constructor(source: MappedText, structure: string) {
    this.#scalars = new LenientScalars(source, structure);
  }

  /** A `-` in a column. */
  item(column: number, start: number): void {
    this.#end = start + 1;
    this.#closeTo(column, 'seq');
    const top = this.#open.at(-1);
    this.#atDash = true;
    if (top?.kind === 'seq' && top.column === column) return;
    this.#begin({ kind: 'seq', column, start, end: start + 1, items: [] });
  }

  key(column: number, span: Span): void {
    this.#end = span.end;
    this.#closeTo(column, 'map');
    let top = this.#open.at(-1);
    if (top?.kind !== 'map' || top.column !== column) {
      const again = this.#mapAgain();
      if (again) again.column = column;
      top = again ?? { kind: 'map', column, start: span.start, end: span.end, entries: [], key: undefined };
      if (again) this.#open.push(again);
      else this.#begin(top);
    }
    endEntry(top);
    top.key = this.#scalar(span);
    this.#atDash = false;
  }

  /** A value on the line of a key or item in `column`, or on a line of its own. */
  value(column: number, node: SourceNode | Span): void {
    const top = this.#open.at(-1);
    this.#end = node.end;
    this.#atDash = false;
    if (top && top.column > column) return;
    this.#attach('kind' in node ? node : this.#scalar(node));
  }

  /** The column of the innermost collection; -1 where nothing is open. */
  get column(): number {
    return this.#open.at(-1)?.column ?? -1;
  }

  /** The last key of the innermost map. */
  get lastKey(): ScalarNode | undefined {
    const top = this.#open.at(-1);
    return top?.kind === 'map' ? (top.key ?? top.entries.at(-1)?.key) : undefined;
  }

  get isInMap(): boolean {
    return this.#open.at(-1)?.kind === 'map';
  }

  /** Whether a list is open at a column. */
  hasItemsAt(column: number): boolean {
    const behind = this.#firstBehind(column);
    return [behind - 1, behind - 2].some((i) => {
      const open = this.#open[i];
      return open?.kind === 'seq' && open.column === column;
    });
  }

  /** Whether a key or a dash has nothing behind it yet, so that something deeper is expected. */
  get isPending(): boolean {
    const top = this.#open.at(-1);
    if (!top) return true;
    return top.kind === 'map' ? top.key !== undefined : this.#atDash;
  }

  /** The column of the deepest open collection that is not deeper than `column`; -1 for none. */
  levelUpTo(column: number): number {
    return this.#open[this.#firstBehind(column) - 1]?.column ?? -1;
  }

  /** The column of the first open collection that is deeper. */
  levelBehind(column: number): number | undefined {
    return this.#open[this.#firstBehind(column)]?.column;
  }

  #firstBehind(column: number): number {
    return lowerBound(this.#open, (open) => open.column <= column);
  }

  nextDocument(): void {
    this.#closeTo(-1, 'map');
  }

  finish(): readonly SourceNode[] {
    this.nextDocument();
    return this.#roots;
  }

  #scalar(span: Span): ScalarNode {
    return this.#scalars.read(span);
  }

  /** The map that was just closed, where a line goes on in it that is only a little less deep. */
  #mapAgain(): OpenMap | undefined {
    const top = this.#open.at(-1);
    const closed = this.#closed;
    if (!top || closed?.kind !== 'map' || this.isPending) return undefined;
    const last = top.kind === 'map' ? top.entries.at(-1)?.value : top.items.at(-1);
    return last === closed ? closed : undefined;
  }

  #begin(node: Open): void {
    if (this.#open.length < MAX_DEPTH) this.#attach(node);
    this.#open.push(node);
  }

  #attach(node: SourceNode | Open): void {
    const top = this.#open.at(-1);
    if (!top) this.#roots.push(node);
    else if (top.kind === 'seq') top.items.push(node);
    else {
      // Where a line was not understood, what follows it belongs to the last key: nothing is lost.
      const key = top.key ?? top.entries.at(-1)?.key;
      if (key) top.entries.push({ key, value: node });
      top.key = undefined;
    }
  }

  /** Closes what stands deeper than `column`; a sequence may stand in the column of the key it belongs to. */
  #closeTo(column: number, next: Open['kind']): void {
    this.#closed = undefined;
    for (let top = this.#open.at(-1); top; top = this.#open.at(-1)) {
      if (top.column < column || (top.column === column && (top.kind === next || next === 'seq'))) return;
      if (top.kind === 'map') endEntry(top);
      top.end = Math.max(top.end, this.#end);
      this.#closed = this.#open.pop();
    }
  }
}

function endEntry(map: OpenMap): void {
  if (map.key) map.entries.push({ key: map.key, value: undefined });
  map.key = undefined;
}
