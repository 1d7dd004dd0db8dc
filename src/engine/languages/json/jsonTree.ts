import { HOLE } from '../../text/index.ts';
import {
  MAX_DEPTH,
  type MapEntry,
  type ParseProblem,
  type ParseResult,
  type ScalarNode,
  type SourceNode,
} from '../../tree/index.ts';
import type { JsonToken } from './jsonTokens.ts';

/** A text with more of them is not JSON at all. */
const MAX_PROBLEMS = 100;

/** Makes the scalar of a token. */
type MakeAny = (kind: JsonToken['kind'], start: number, end: number) => ScalarNode;

interface OpenMap {
  readonly kind: 'map';
  readonly start: number;
  end: number;
  readonly entries: MapEntry[];
  /** A key whose value has not been seen, and whether its colon has. */
  key: ScalarNode | undefined;
  colon: boolean;
  /** The key of the last entry, while no comma has come. */
  lastKey: ScalarNode | undefined;
  /** The last entry's value, where it may turn out to be the next key because a comma or a value is missing. */
  mayBeKey: ScalarNode | undefined;
}

interface OpenSeq {
  readonly kind: 'seq';
  readonly start: number;
  end: number;
  readonly items: SourceNode[];
}

/**
 * Builds the tree token by token, without recursion. Where commas, colons, values or closing brackets are missing it takes the
 * reading that loses nothing: a value too many is kept as another value of the same key.
 */
export class JsonTree {
  readonly #text: string;
  readonly #make: MakeAny;
  readonly #takeItem: ((item: SourceNode) => void) | undefined;
  readonly #open: (OpenMap | OpenSeq)[] = [];
  readonly #problems: ParseProblem[] = [];
  /** The collections, or else the first scalar that is not only a hole. */
  readonly #roots: SourceNode[] = [];
  #rootIsHole = false;
  #end = 0;

  /** @param takeItem gets the collections of a list at the root one by one, and they are not kept */
  constructor(text: string, scalar: MakeAny, takeItem?: (item: SourceNode) => void) {
    this.#text = text;
    this.#make = scalar;
    this.#takeItem = takeItem;
  }

  /** Takes the next token; false when the text is nested too deep to go on. */
  add(token: JsonToken): boolean {
    this.#end = token.end;
    if (token.broken && !this.#isHole(token)) this.#problem(token);
    if (token.kind === '{' || token.kind === '[') return this.#begin(token);
    if (token.kind === '}' || token.kind === ']') this.#close(token);
    else if (token.kind === ':') this.#colon(token);
    else if (token.kind === ',') this.#comma();
    else this.#addScalar(token);
    return true;
  }

  finish(): ParseResult {
    if (this.#open.length > 0) this.#problems.push({ code: 'syntax', offset: this.#end });
    while (this.#open.length > 0) this.#pop(this.#end);
    return { roots: this.#roots, problems: this.#problems };
  }

  #begin(token: JsonToken): boolean {
    if (this.#open.length >= MAX_DEPTH) {
      this.#problems.push({ code: 'too-deep', offset: token.start });
      return false;
    }
    const { start, end } = token;
    const node: OpenMap | OpenSeq =
      token.kind === '['
        ? { kind: 'seq', start, end, items: [] }
        : {
            kind: 'map',
            start,
            end,
            entries: [],
            key: undefined,
            colon: false,
            lastKey: undefined,
            mayBeKey: undefined,
          };
    this.#addValue(node, token);
    this.#open.push(node);
    return true;
  }

  #addScalar(token: JsonToken): void {
    const top = this.#open.at(-1);
    if (top?.kind !== 'map') this.#addValue(this.#scalar(token), token);
    else if (top.key && (top.colon || !this.#isHole(top.key))) this.#addValue(this.#scalar(token), token);
    else if (top.lastKey && !this.#isHole(token)) this.#addValue(this.#scalar(token), token);
    else if (!top.lastKey) top.key = this.#scalar(token);
  }

  #scalar({ kind, start, end }: JsonToken): ScalarNode {
    return this.#make(kind, start, end);
  }

  #addValue(node: SourceNode | OpenMap | OpenSeq, token: JsonToken): void {
    const top = this.#open.at(-1);
    if (!top) this.#addRoot(node, token);
    else if (top.kind === 'seq') top.items.push(node);
    else this.#addToMap(top, node, token);
  }

  #addRoot(node: SourceNode, token: JsonToken): void {
    const isHole = this.#isHole(token);
    const [root] = this.#roots;
    if (root && !this.#rootIsHole && !isHole) this.#problem(token);
    if (!root || (root.kind === 'scalar' && (node.kind !== 'scalar' || (this.#rootIsHole && !isHole)))) {
      this.#roots[0] = node;
      this.#rootIsHole = isHole;
    } else if (node.kind !== 'scalar') this.#roots.push(node);
  }

  #addToMap(map: OpenMap, node: SourceNode, token: JsonToken): void {
    const key = map.key ?? map.lastKey ?? this.#missingKey(token);
    if (!map.colon || !map.key) this.#problem(token);
    map.entries.push({ key, value: node });
    map.key = undefined;
    map.colon = false;
    map.lastKey = key;
    map.mayBeKey = node.kind === 'scalar' ? node : undefined;
  }

  /** A value where a key should stand, e.g. `{ {…} }`: an empty key, so that what is inside is not lost. */
  #missingKey(token: JsonToken): ScalarNode {
    return this.#scalar({ kind: 'bare', start: token.start, end: token.start, broken: false });
  }

  #colon(token: JsonToken): void {
    const top = this.#open.at(-1);
    if (top?.kind !== 'map') this.#problem(token);
    else if (top.key && !top.colon) top.colon = true;
    else if (top.mayBeKey) this.#takeAsKey(top, top.mayBeKey, token);
    else this.#problem(token);
  }

  /** The value just read was a key: the comma before it is missing, or its predecessor has no value yet. */
  #takeAsKey(map: OpenMap, key: ScalarNode, token: JsonToken): void {
    const taken = map.entries.pop();
    const before = map.entries.at(-1);
    if (taken && before?.key !== taken.key) map.entries.push({ key: taken.key, value: undefined });
    this.#problem(token);
    map.key = key;
    map.colon = true;
    map.lastKey = undefined;
    map.mayBeKey = undefined;
  }

  #comma(): void {
    const top = this.#open.at(-1);
    if (top?.kind === 'map') this.#endEntry(top);
  }

  #endEntry(map: OpenMap): void {
    if (map.key && (map.colon || !this.#isHole(map.key))) {
      map.entries.push({ key: map.key, value: undefined });
      this.#problem(map.key);
    }
    map.key = undefined;
    map.colon = false;
    map.lastKey = undefined;
    map.mayBeKey = undefined;
  }

  #close(token: JsonToken): void {
    const kind = token.kind === '}' ? 'map' : 'seq';
    const depth = this.#open.findLastIndex((each) => each.kind === kind);
    if (depth < 0 || depth < this.#open.length - 1) this.#problem(token);
    if (depth < 0) return;
    while (this.#open.length > depth + 1) this.#pop(token.start);
    this.#pop(token.end);
  }

  #pop(end: number): void {
    const node = this.#open.pop();
    if (!node) return;
    if (node.kind === 'map') this.#endEntry(node);
    node.end = end;
    if (this.#takeItem && this.#open.length === 1) this.#giveItem(this.#takeItem, node);
  }

  #giveItem(take: (item: SourceNode) => void, item: SourceNode): void {
    const root = this.#open[0];
    if (root?.kind !== 'seq') return;
    take(item);
    root.items.length = 0;
  }

  #isHole({ start, end }: { readonly start: number; readonly end: number }): boolean {
    if (end === start) return false;
    for (let at = start; at < end; at++) if (this.#text[at] !== HOLE) return false;
    return true;
  }

  #problem({ start }: { readonly start: number }): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push({ code: 'syntax', offset: start });
  }
}
