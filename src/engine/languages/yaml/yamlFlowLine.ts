import type { Span } from '../../../base/span.ts';
import { MAX_DEPTH, type MapEntry, type ScalarNode, type SourceNode } from '../../tree/index.ts';
import { closingQuote } from './yamlLineParts.ts';

/** Makes the scalar of a stretch. */
interface Scalars {
  read(span: Span): ScalarNode;
}

/** What ends a plain scalar in a flow collection. */
const PLAIN_END = /[,{}[\]]|:(?=[ \t,{}[\]]|$)|[ \t]#/g;

/** Reads a flow collection that stands on one line, closed or not; `undefined` where there is none. Never throws. */
export function readFlowLine(text: string, { start, end }: Span, scalars: Scalars): SourceNode | undefined {
  const first = text.charAt(start);
  return first === '{' || first === '[' ? new FlowLine(text.slice(start, end), start, scalars).read() : undefined;
}

interface OpenFlow {
  readonly close: string;
  readonly start: number;
  readonly entries: MapEntry[];
  readonly items: SourceNode[];
  key: ScalarNode | undefined;
  /** A scalar that may turn out to be a key. */
  last: ScalarNode | undefined;
}

class FlowLine {
  readonly #line: string;
  readonly #offset: number;
  readonly #scalars: Scalars;
  readonly #open: OpenFlow[] = [];
  #root: SourceNode | undefined;
  #at = 0;

  constructor(line: string, offset: number, scalars: Scalars) {
    this.#line = line;
    this.#offset = offset;
    this.#scalars = scalars;
  }

  read(): SourceNode | undefined {
    while (this.#at < this.#line.length && !this.#root) {
      if (this.#open.length > MAX_DEPTH) return undefined;
      this.#token(this.#line.charAt(this.#at));
    }
    while (this.#open.length > 0) this.#close();
    return this.#root;
  }

  #token(char: string): void {
    const top = this.#open.at(-1);
    if (char === '{' || char === '[') {
      const close = char === '{' ? '}' : ']';
      this.#open.push({ close, start: this.#at++, entries: [], items: [], key: undefined, last: undefined });
    } else if (char === '}' || char === ']') {
      this.#at++;
      this.#close();
    } else if (char === ',') {
      this.#at++;
      if (top) settle(top);
    } else if (char === ':' && top?.last) {
      this.#at++;
      top.key = top.last;
      top.last = undefined;
    } else if (char === ' ' || char === '\t' || char === ':') this.#at++;
    else this.#scalar(char, top);
  }

  #scalar(char: string, top: OpenFlow | undefined): void {
    const quoted = char === '"' || char === "'" ? closingQuote(this.#line, this.#at + 1, char) : undefined;
    PLAIN_END.lastIndex = this.#at + 1;
    const end = quoted ?? PLAIN_END.exec(this.#line)?.index ?? this.#line.length;
    const length = this.#line.slice(this.#at, end).trimEnd().length;
    const start = this.#offset + this.#at;
    this.#at = end;
    if (!top) return;
    settle(top);
    top.last = this.#scalars.read({ start, end: start + length });
  }

  #close(): void {
    const open = this.#open.pop();
    if (!open) return;
    settle(open);
    const span = { start: this.#offset + open.start, end: this.#offset + this.#at };
    const node: SourceNode =
      open.close === '}'
        ? { kind: 'map', ...span, entries: open.entries }
        : { kind: 'seq', ...span, items: open.items };
    const top = this.#open.at(-1);
    if (top) add(top, node);
    else this.#root = node;
  }
}

/** What came last is no key of anything: it is a value, an item, or a key without a value. */
function settle(open: OpenFlow): void {
  const { last, key } = open;
  open.last = undefined;
  if (last && (key || open.close === ']')) add(open, last);
  else if (last) open.entries.push({ key: last, value: undefined });
}

function add(open: OpenFlow, node: SourceNode): void {
  if (open.close === ']' && !open.key) open.items.push(node);
  else if (open.key) {
    if (open.close === '}') open.entries.push({ key: open.key, value: node });
    else
      open.items.push({ kind: 'map', start: open.key.start, end: node.end, entries: [{ key: open.key, value: node }] });
    open.key = undefined;
  }
}
