import type { Span } from '../../base/span.ts';
import type { MappedText } from '../text/mappedText.ts';
import { MAX_DEPTH } from './maxDepth.ts';
import type { MapEntry, ScalarNode, SourceNode } from './node.ts';
import { LenientScalars } from './yamlScalars.ts';

interface OpenMap {
  readonly kind: 'map';
  readonly column: number;
  readonly start: number;
  end: number;
  readonly entries: MapEntry[];
  key: ScalarNode | undefined;
}

interface OpenSeq {
  readonly kind: 'seq';
  readonly column: number;
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

  constructor(source: MappedText, structure: string) {
    this.#scalars = new LenientScalars(source, structure);
  }

  /** A `-` in a column. */
  item(column: number, start: number): void {
    this.#end = start + 1;
    this.#closeTo(column, 'seq');
    const top = this.#open.at(-1);
    if (top?.kind === 'seq' && top.column === column) return;
    this.#begin({ kind: 'seq', column, start, end: start + 1, items: [] });
  }

  key(column: number, span: Span): void {
    this.#end = span.end;
    this.#closeTo(column, 'map');
    let top = this.#open.at(-1);
    if (top?.kind !== 'map' || top.column !== column) {
      top = { kind: 'map', column, start: span.start, end: span.end, entries: [], key: undefined };
      this.#begin(top);
    }
    endEntry(top);
    top.key = this.#scalar(span);
  }

  /** A value on the line of a key or item in `column`, or on a line of its own. */
  value(column: number, span: Span): void {
    const top = this.#open.at(-1);
    this.#end = span.end;
    if (top && (top.column > column || (top.kind === 'map' && !top.key))) return;
    this.#attach(this.#scalar(span));
  }

  /** The column that a line indented with a tab most likely stands for. */
  get likelyColumn(): number {
    const top = this.#open.at(-1);
    if (!top) return 0;
    return top.kind === 'map' && top.key ? top.column + 1 : top.column;
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
    for (let top = this.#open.at(-1); top; top = this.#open.at(-1)) {
      if (top.column < column || (top.column === column && (top.kind === next || next === 'seq'))) return;
      if (top.kind === 'map') endEntry(top);
      top.end = Math.max(top.end, this.#end);
      this.#open.pop();
    }
  }
}

function endEntry(map: OpenMap): void {
  if (map.key) map.entries.push({ key: map.key, value: undefined });
  map.key = undefined;
}
