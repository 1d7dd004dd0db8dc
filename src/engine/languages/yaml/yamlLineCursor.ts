import type { Span } from '../../../base/span.ts';
import { closingQuote, skipBlanks } from './yamlLineParts.ts';

/** What a text in quotes that goes on below holds no line of. */
const KEY_LINE = /^[ \t]*(?:- +)?["']?[\w.-]+["']?:(?:[ \t]|$)/;
/** No text in quotes goes over more lines. */
const MOST_LINES = 200;
/** So many blank lines are skipped to look ahead. */
const MOST_BLANK = 20;

/** Goes over the lines of a text, without their breaks, and takes those together that one value goes over. */
export class LineCursor {
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

  /** How far the next line with anything on it is indented; -1 where none is near. */
  nextColumn(): number {
    const before = this.#at;
    let column = -1;
    for (let lines = 0; lines < MOST_BLANK && column < 0; lines++) {
      const line = this.next();
      if (!line) break;
      const content = skipBlanks(this.#text, line.start, line.end);
      if (content < line.end) column = content - line.start;
    }
    this.#at = before;
    return column;
  }

  /**
   * Takes the lines below a header that are indented deeper than `column`, and gives the end of the last. A key that is less deep than
   * the first of them belongs to what stands around the block: its header was moved.
   */
  endOfBlock(headerEnd: number, column: number): number {
    let end = headerEnd;
    let first = -1;
    for (;;) {
      const before = this.#at;
      const line = this.next();
      if (!line) return end;
      const spaces = skipBlanks(this.#text, line.start, line.end) - line.start;
      const isBlank = line.start + spaces === line.end;
      const isAround = spaces < first && KEY_LINE.test(this.#text.slice(line.start, line.end));
      if (!isBlank && (spaces <= column || isAround)) {
        this.#at = before;
        return end;
      }
      if (isBlank) continue;
      end = line.end;
      if (first < 0) first = spaces;
    }
  }

  /**
   * Takes the lines that a text in quotes goes on in; `undefined`, and none, where its closing quote seems to be missing. At the end of
   * the text it may not be typed yet.
   * @param column of its key
   */
  endOfQuoted({ start }: Span, column: number): number | undefined {
    const before = this.#at;
    let typed: number | undefined;
    const quote = this.#text.charAt(start);
    for (let lines = 0; lines < MOST_LINES; lines++) {
      const line = this.next();
      const content = line && this.#text.slice(line.start, line.end);
      if (!line || content === undefined) {
        if (typed === undefined) break;
        return typed;
      }
      if (KEY_LINE.test(content)) break;
      const isDeeper = skipBlanks(content, 0, content.length) > column;
      if (content.trim() !== '') typed = isDeeper && (lines === 0 || typed !== undefined) ? line.end : undefined;
      const end = closingQuote(content, 0, quote);
      if (end === undefined) continue;
      if (!/^[ \t]*(?:#.*)?$/.test(content.slice(end))) break;
      return line.start + end;
    }
    this.#at = before;
    return undefined;
  }
}
