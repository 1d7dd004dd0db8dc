import { MAX_DEPTH, type MapEntry, type ScalarNode, type SourceNode } from '../../tree/index.ts';

/**
 * Makes the scalars of a document, in its order: the stretch with its quotes, if it has any.
 * @param isAsIs whether all between the quotes stands for itself
 */
export interface MakeScalars {
  plain(start: number, end: number): ScalarNode;
  double(start: number, end: number, isAsIs: boolean): ScalarNode;
  single(start: number, end: number, isAsIs: boolean): ScalarNode;
}

/**
 * Reads YAML as Architect writes it: block maps, block lists, and scalars that end on their line, plain or in quotes. That is nearly
 * all of a flow, and many times as fast as reading all that YAML can be. `undefined` for anything else and whatever may be an
 * error: that is for the parser, which gives the same tree here.
 */
export function wholeYaml(structure: string, scalars: MakeScalars): SourceNode | undefined {
  return new Reader(structure, scalars).read();
}

/** Tabs, control characters, lone line ends and what takes two units: rare, and not worth the care they need. */
const UNUSUAL = /[\x00-\x1F\x7F-\x9F\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/;

function isUnusual(code: number): boolean {
  return code < SPACE || (code > LAST_ASCII && UNUSUAL.test(String.fromCharCode(code)));
}

const [RETURN, SPACE, DOUBLE, SIGN, SINGLE, DASH, COLON, BACKSLASH] = [13, 32, 34, 35, 39, 45, 58, 92];
const LAST_ASCII = 126;
/** Characters that a plain scalar does not begin with, or not always. */
const INDICATORS = new Uint8Array(128);
for (const char of '-?:,[]{}#&*!|>\'"%@`') INDICATORS[char.charCodeAt(0)] = 1;
const ESCAPE = /\\(?:["\\/ 0abefnrtvN_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})/y;
/** YAML allows no longer one. */
const LONGEST_KEY = 1000;

interface OpenMap {
  readonly kind: 'map';
  readonly start: number;
  end: number;
  readonly entries: MapEntry[];
}

interface OpenSeq {
  readonly kind: 'seq';
  readonly start: number;
  end: number;
  readonly items: SourceNode[];
}

interface Open {
  readonly node: OpenMap | OpenSeq;
  /** Columns before it. */
  readonly indent: number;
  /** The key of a map whose value has not come. */
  key: ScalarNode | undefined;
}

class Reader {
  readonly #text: string;
  readonly #scalars: MakeScalars;
  readonly #open: Open[] = [];
  #root: OpenMap | OpenSeq | undefined;
  #lineStart = 0;
  /** Behind the last character of the line, without its line end. */
  #lineEnd = 0;
  /** The end of the last scalar. */
  #end = 0;
  /** Whether the quoted text whose end was last looked for holds nothing that is written in another way. */
  #isAsIs = true;

  constructor(text: string, scalars: MakeScalars) {
    this.#text = text;
    this.#scalars = scalars;
  }

  read(): SourceNode | undefined {
    const text = this.#text;
    for (let at = 0; at < text.length; ) {
      const lineFeed = text.indexOf('\n', at);
      const next = lineFeed < 0 ? text.length : lineFeed + 1;
      this.#lineStart = at;
      this.#lineEnd = lineFeed < 0 ? text.length : text.charCodeAt(lineFeed - 1) === RETURN ? lineFeed - 1 : lineFeed;
      let first = at;
      while (text.charCodeAt(first) === SPACE) first++;
      if (first < this.#lineEnd && !this.#isComment(first) && !this.#line(first)) return undefined;
      at = next;
    }
    while (this.#open.length > 0) this.#close();
    return this.#root;
  }

  /** A sign at the beginning of a line or behind a space, where all that follows is usual. */
  #isComment(at: number): boolean {
    return this.#text.charCodeAt(at) === SIGN && !UNUSUAL.test(this.#text.slice(at, this.#lineEnd));
  }

  /** @returns whether it could be read */
  #line(first: number): boolean {
    if (first === this.#lineStart && this.#text.startsWith('...', first)) return false;
    const isItem = this.#isItem(first);
    return this.#place(first - this.#lineStart, isItem, first) && (isItem ? this.#item(first) : this.#entry(first));
  }

  /** Opens and closes what a line at a column needs, so that the collection it belongs to is the last. */
  #place(indent: number, isItem: boolean, at: number): boolean {
    for (;;) {
      const top = this.#open.at(-1);
      if (!top) return this.#root === undefined && this.#begin(isItem, indent, at);
      if (top.key && (indent > top.indent || (isItem && indent === top.indent))) return this.#begin(isItem, indent, at);
      if (indent === top.indent && (top.node.kind === 'seq') === isItem) {
        this.#endEntry(top);
        return true;
      }
      // Deeper than what has its value already: a scalar that goes on, or an error.
      if (indent > top.indent || (indent === top.indent && top.node.kind === 'map')) return false;
      this.#close();
    }
  }

  #begin(isItem: boolean, indent: number, start: number): boolean {
    if (this.#open.length >= MAX_DEPTH - 1) return false;
    const node: OpenMap | OpenSeq = isItem
      ? { kind: 'seq', start, end: start + 1, items: [] }
      : { kind: 'map', start, end: start + 1, entries: [] };
    if (this.#open.length === 0) this.#root = node;
    else this.#add(node);
    this.#open.push({ node, indent, key: undefined });
    return true;
  }

  #add(node: SourceNode): void {
    const top = this.#open.at(-1);
    if (top?.node.kind === 'seq') top.node.items.push(node);
    else if (top?.node.kind === 'map' && top.key) {
      top.node.entries.push({ key: top.key, value: node });
      top.key = undefined;
    }
  }

  #endEntry(open: Open): void {
    if (open.node.kind === 'map' && open.key) open.node.entries.push({ key: open.key, value: undefined });
    open.key = undefined;
  }

  #close(): void {
    const open = this.#open.pop();
    if (!open) return;
    this.#endEntry(open);
    open.node.end = Math.max(open.node.end, this.#end);
  }

  #isItem(at: number): boolean {
    return this.#text.charCodeAt(at) === DASH && (at + 1 >= this.#lineEnd || this.#text.charCodeAt(at + 1) === SPACE);
  }

  /** What stands behind the dash of an item, which may be a list or a map that begins there. */
  #item(dash: number): boolean {
    let at = dash + 1;
    while (at < this.#lineEnd && this.#text.charCodeAt(at) === SPACE) at++;
    if (at >= this.#lineEnd) return false;
    const indent = at - this.#lineStart;
    if (this.#isItem(at)) return this.#begin(true, indent, at) && this.#item(at);
    const scalar = this.#scalarEnd(at);
    if (scalar < 0) return false;
    if (!this.#isColon(scalar)) return this.#value(at);
    return this.#begin(false, indent, at) && this.#entry(at);
  }

  /** A key, and its value where that stands on the same line. */
  #entry(start: number): boolean {
    const top = this.#open.at(-1);
    const end = this.#scalarEnd(start);
    if (!top || end < 0 || !this.#isColon(end) || end - start > LONGEST_KEY) return false;
    top.key = this.#scalar(start, end);
    let at = end + 1;
    while (at < this.#lineEnd && this.#text.charCodeAt(at) === SPACE) at++;
    if (at >= this.#lineEnd || this.#isComment(at)) return true;
    return this.#value(at);
  }

  /** A scalar with nothing behind it but a comment. */
  #value(start: number): boolean {
    const end = this.#scalarEnd(start);
    if (end < 0) return false;
    let at = end;
    while (at < this.#lineEnd && this.#text.charCodeAt(at) === SPACE) at++;
    if (at < this.#lineEnd && (at === end || !this.#isComment(at))) return false;
    this.#add(this.#scalar(start, end));
    return true;
  }

  #scalar(start: number, end: number): ScalarNode {
    this.#end = end;
    const first = this.#text.charCodeAt(start);
    if (first === DOUBLE) return this.#scalars.double(start, end, this.#isAsIs);
    return first === SINGLE ? this.#scalars.single(start, end, this.#isAsIs) : this.#scalars.plain(start, end);
  }

  /** Behind the scalar that begins at an offset; -1 where it is none that ends on its line. */
  #scalarEnd(start: number): number {
    const first = this.#text.charCodeAt(start);
    if (first === DOUBLE) return this.#doubleEnd(start);
    if (first === SINGLE) return this.#singleEnd(start);
    return first < 128 && INDICATORS[first] === 1 && !this.#isPlainDash(start) ? -1 : this.#plainEnd(start);
  }

  /** `-5`, `-x`: a dash that is no item. */
  #isPlainDash(at: number): boolean {
    const code = this.#text.charCodeAt(at + 1);
    return this.#text.charCodeAt(at) === DASH && code > SPACE && code !== DASH && code !== COLON;
  }

  /** Whether what stands before it is a key. */
  #isColon(at: number): boolean {
    if (at >= this.#lineEnd || this.#text.charCodeAt(at) !== COLON) return false;
    return at + 1 >= this.#lineEnd || this.#text.charCodeAt(at + 1) === SPACE;
  }

  /** Up to a colon that makes it a key, or a comment. */
  #plainEnd(start: number): number {
    const text = this.#text;
    let end = start;
    for (let at = start; at < this.#lineEnd; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) continue;
      if (isUnusual(code)) return -1;
      if (code === SIGN && end < at) return end;
      if (code === COLON && this.#isColon(at)) return end === at && text.charCodeAt(at - 1) !== COLON ? at : -1;
      end = at + 1;
    }
    return end;
  }

  #doubleEnd(start: number): number {
    this.#isAsIs = true;
    for (let at = start + 1; at < this.#lineEnd; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === DOUBLE) return at + 1;
      if (isUnusual(code)) return -1;
      if (code !== BACKSLASH) continue;
      this.#isAsIs = false;
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(this.#text)) return -1;
      at = ESCAPE.lastIndex - 1;
    }
    return -1;
  }

  #singleEnd(start: number): number {
    this.#isAsIs = true;
    for (let at = start + 1; at < this.#lineEnd; at++) {
      const code = this.#text.charCodeAt(at);
      if (isUnusual(code)) return -1;
      if (code !== SINGLE) continue;
      if (this.#text.charCodeAt(at + 1) !== SINGLE) return at + 1;
      this.#isAsIs = false;
      at++;
    }
    return -1;
  }
}
