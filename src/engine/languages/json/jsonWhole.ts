import { MAX_DEPTH, type MapEntry, type ScalarNode, type SourceNode } from '../../tree/index.ts';

/**
 * Makes the scalar at `start..end` of a text: a string with its quotes, which is `plain` where it holds no escapes and no surrogates,
 * or a number, `true`, `false` or `null`.
 */
export type MakeScalar = (kind: 'plain' | 'string' | 'literal', start: number, end: number) => ScalarNode;

/**
 * Reads JSON in which nothing is missing, as nearly all files are, in one pass and without tokens. `undefined` for anything else:
 * comments, substitutions, whatever is half typed or nested too deep are for `JsonTree`, which gives the same tree here.
 */
export function wholeJson(text: string, scalar: MakeScalar): SourceNode | undefined {
  const reader = new Reader(text, scalar);
  const root = reader.value(0);
  return root && reader.isAtEnd ? root : undefined;
}

const [QUOTE, COMMA, COLON, BACKSLASH] = [34, 44, 58, 92];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [91, 93, 123, 125];
const BYTE_ORDER_MARK = 0xfeff;
/** The first; what follows them is rare enough to be read like them. */
const SURROGATES = 0xd800;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?=[\s,}\]]|$)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;

/** Everything it reads is `undefined` where it is not whole; then it is done. */
class Reader {
  readonly #text: string;
  readonly #scalar: MakeScalar;
  #at: number;

  constructor(text: string, scalar: MakeScalar) {
    this.#text = text;
    this.#scalar = scalar;
    this.#at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  }

  get isAtEnd(): boolean {
    return Number.isNaN(this.#next());
  }

  value(depth: number): SourceNode | undefined {
    const code = this.#next();
    if (code === QUOTE) return this.#string();
    if (code === OPEN_MAP) return depth < MAX_DEPTH ? this.#map(depth + 1) : undefined;
    if (code === OPEN_LIST) return depth < MAX_DEPTH ? this.#list(depth + 1) : undefined;
    return this.#literal();
  }

  #map(depth: number): SourceNode | undefined {
    const start = this.#at++;
    const entries: MapEntry[] = [];
    if (this.#next() === CLOSE_MAP) return { kind: 'map', start, end: ++this.#at, entries };
    for (;;) {
      const key = this.#next() === QUOTE ? this.#string() : undefined;
      if (!key || this.#next() !== COLON) return undefined;
      this.#at++;
      const value = this.value(depth);
      if (!value) return undefined;
      entries.push({ key, value });
      const code = this.#next();
      this.#at++;
      if (code === CLOSE_MAP) return { kind: 'map', start, end: this.#at, entries };
      if (code !== COMMA) return undefined;
    }
  }

  #list(depth: number): SourceNode | undefined {
    const start = this.#at++;
    const items: SourceNode[] = [];
    if (this.#next() === CLOSE_LIST) return { kind: 'seq', start, end: ++this.#at, items };
    for (;;) {
      const item = this.value(depth);
      if (!item) return undefined;
      items.push(item);
      const code = this.#next();
      this.#at++;
      if (code === CLOSE_LIST) return { kind: 'seq', start, end: this.#at, items };
      if (code !== COMMA) return undefined;
    }
  }

  #string(): ScalarNode | undefined {
    const start = this.#at;
    const text = this.#text;
    let kind: 'plain' | 'string' = 'plain';
    for (let at = start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        return this.#scalar(kind, start, at + 1);
      }
      if (code < 32) return undefined;
      if (code >= SURROGATES) kind = 'string';
      if (code !== BACKSLASH) continue;
      kind = 'string';
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return undefined;
      at = ESCAPE.lastIndex - 1;
    }
    return undefined;
  }

  #literal(): ScalarNode | undefined {
    const start = this.#at;
    LITERAL.lastIndex = start;
    if (!LITERAL.test(this.#text)) return undefined;
    this.#at = LITERAL.lastIndex;
    return this.#scalar('literal', start, this.#at);
  }

  /** Goes to the next character that is no white space; its code, `NaN` at the end. */
  #next(): number {
    let code = this.#text.charCodeAt(this.#at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = this.#text.charCodeAt(++this.#at);
    return code;
  }
}
