import type { Span } from '../../base/span.ts';
import type { MappedText } from '../text/mappedText.ts';
import { LineTree } from './lineTree.ts';
import type { SourceNode } from './node.ts';

const DOCUMENT_MARK = /^(?:---|\.\.\.)(?:[ \t]|$)/;
const PLAIN_KEY_END = /:(?=[ \t]|$)/;
const PROPERTIES = /^(?:[&!][^ \t]*[ \t]+)+/;
const BLOCK_HEADER = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;
const COLON = /[ \t]*:(?:[ \t]|$)/y;

/**
 * The last resort for broken YAML: reads `key: value` and `- value` line by line and nests by indentation. It knows no flow
 * collections and no scalars of several lines but blocks, and nothing can confuse it for longer than a line.
 */
export function readLines(source: MappedText, structure: string): readonly SourceNode[] {
  const tree = new LineTree(source, structure);
  const lines = new LineReader(structure);
  for (let line = lines.next(); line; line = lines.next()) readLine(line, structure, { tree, lines });
  return tree.finish();
}

interface Readers {
  readonly tree: LineTree;
  readonly lines: LineReader;
}

function readLine(line: Span, text: string, { tree, lines }: Readers): void {
  const content = skipBlanks(text, line.start, line.end);
  if (content === line.end || text[content] === '#') return;
  if (content === line.start && DOCUMENT_MARK.test(text.slice(content, content + 4))) {
    tree.nextDocument();
    return;
  }
  const hasTab = text.slice(line.start, content).includes('\t');
  const left = hasTab ? content - tree.likelyColumn : line.start;
  let at = content;
  while (text[at] === '-' && (at + 1 === line.end || text[at + 1] === ' ' || text[at + 1] === '\t')) {
    tree.item(at - left, at);
    at = skipBlanks(text, at + 1, line.end);
  }
  const column = at - left;
  const key = keyAt(text, at, line.end);
  if (key) {
    tree.key(column, key);
    at = skipBlanks(text, text.indexOf(':', key.end) + 1, line.end);
  }
  const value = valueAt(text, at, line.end);
  if (!value) return;
  const isBlock = BLOCK_HEADER.test(text.slice(value.start, line.end));
  tree.value(column, isBlock ? { start: value.start, end: lines.endOfBlock(line, column) } : value);
}

function keyAt(text: string, at: number, end: number): Span | undefined {
  const rest = text.slice(at, end);
  const quoted = quotedLength(rest);
  if (quoted !== undefined) {
    COLON.lastIndex = quoted;
    return COLON.test(rest) ? { start: at, end: at + quoted } : undefined;
  }
  if (isQuote(rest.charAt(0))) return undefined;
  const colon = rest.search(PLAIN_KEY_END);
  if (colon <= 0) return undefined;
  return { start: at, end: at + rest.slice(0, colon).trimEnd().length };
}

function valueAt(text: string, at: number, end: number): Span | undefined {
  const properties = PROPERTIES.exec(text.slice(at, end));
  const start = at + (properties?.[0].length ?? 0);
  const rest = text.slice(start, end);
  if (rest === '' || rest.startsWith('#')) return undefined;
  const quoted = quotedLength(rest);
  if (quoted !== undefined) return { start, end: start + quoted };
  const comment = isQuote(rest.charAt(0)) ? -1 : rest.search(/[ \t]#/);
  const plain = comment < 0 ? rest : rest.slice(0, comment);
  return { start, end: start + plain.trimEnd().length };
}

function isQuote(char: string): boolean {
  return char === '"' || char === "'";
}

/** The length of the quoted scalar that `line` begins with, where its closing quote is on the line. */
function quotedLength(line: string): number | undefined {
  const quote = line.charAt(0);
  if (!isQuote(quote)) return undefined;
  for (let at = 1; at < line.length; at++) {
    if (quote === '"' && line[at] === '\\') at++;
    else if (line[at] === quote && quote === "'" && line[at + 1] === quote) at++;
    else if (line[at] === quote) return at + 1;
  }
  return undefined;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t' || text[at] === '\uFEFF')) at++;
  return at;
}

/** The lines of a text, without their breaks. */
class LineReader {
  readonly #text: string;
  readonly #line = /([^\r\n]*)(?:\r\n?|\n|$)/y;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): Span | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const start = this.#at;
    this.#line.lastIndex = start;
    const [whole = '', content = ''] = this.#line.exec(this.#text) ?? [];
    this.#at = start + whole.length;
    return { start, end: start + content.length };
  }

  /** Takes the lines below `header` that are indented deeper than `column`, and gives the end of the last. */
  endOfBlock(header: Span, column: number): number {
    let end = header.end;
    for (;;) {
      const before = this.#at;
      const line = this.next();
      if (!line) return end;
      const spaces = skipBlanks(this.#text, line.start, line.end) - line.start;
      const isBlank = line.start + spaces === line.end;
      if (!isBlank && spaces <= column) {
        this.#at = before;
        return end;
      }
      if (!isBlank) end = line.end;
    }
  }
}
