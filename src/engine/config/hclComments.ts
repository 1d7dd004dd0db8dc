import type { Span } from '../../base/span.ts';
import type { Commented } from './commented.ts';
import { endOfBlock, endOfLine } from './lines.ts';

/** Reads the comments, strings and heredocs of an HCL text in one pass. Never throws. */
export function readHcl(text: string): Commented {
  return new HclReader(text).read();
}

/** The word behind `<<` or `<<-`. */
const HEREDOC = /<<-?([\p{L}_][\p{L}\p{N}_-]{0,200})[ \t]*\r?\n/uy;

class HclReader {
  readonly #text: string;
  readonly #comments: Span[] = [];
  readonly #values: Span[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): Commented {
    for (let at = 0; at < this.#text.length; ) at = this.#next(at);
    return { comments: this.#comments, values: this.#values };
  }

  /** Reads what begins at an offset outside of strings. @returns the offset behind it */
  #next(at: number): number {
    const char = this.#text.charAt(at);
    if (char === '"') return this.#value(at, this.#endOfString(at));
    if (char === '#') return this.#comment(at, endOfLine(this.#text, at));
    if (char === '/' && this.#text.charAt(at + 1) === '/') return this.#comment(at, endOfLine(this.#text, at));
    if (char === '/' && this.#text.charAt(at + 1) === '*') return this.#comment(at, endOfBlock(this.#text, at));
    if (char === '<' && this.#text.charAt(at + 1) === '<') {
      const end = this.#endOfHeredoc(at);
      if (end !== undefined) return this.#value(at, end);
    }
    return at + 1;
  }

  #value(start: number, end: number): number {
    this.#values.push({ start, end });
    return end;
  }

  #comment(start: number, end: number): number {
    this.#comments.push({ start, end });
    return end;
  }

  /** Strings and templates can stand inside each other: `"a ${f("b")}"`. A line break ends a string that was not closed. */
  #endOfString(start: number): number {
    const open: ('string' | 'template')[] = ['string'];
    for (let at = start + 1; at < this.#text.length; at++) {
      const char = this.#text.charAt(at);
      if (open.at(-1) === 'template') {
        if (char === '"') open.push('string');
        else if (char === '{') open.push('template');
        else if (char === '}') open.pop();
      } else if (char === '\n' || char === '\r') return at;
      else if (char === '\\') at += 1;
      else if (char === '"') open.pop();
      else if (opensTemplate(this.#text, at)) {
        open.push('template');
        at += 1;
      }
      if (open.length === 0) return at + 1;
    }
    return this.#text.length;
  }

  /** Behind the line that ends a heredoc; `undefined` where none begins. */
  #endOfHeredoc(start: number): number | undefined {
    HEREDOC.lastIndex = start;
    const word = HEREDOC.exec(this.#text)?.[1];
    if (word === undefined) return undefined;
    for (let at = HEREDOC.lastIndex; at < this.#text.length; ) {
      const end = endOfLine(this.#text, at);
      if (this.#text.slice(at, end).trim() === word) return end;
      const feed = this.#text.indexOf('\n', at);
      if (feed < 0) break;
      at = feed + 1;
    }
    return this.#text.length;
  }
}

/** `${` or `%{`, unless it is doubled to stand for itself. */
function opensTemplate(text: string, at: number): boolean {
  const char = text.charAt(at);
  return (char === '$' || char === '%') && text.charAt(at + 1) === '{' && text.charAt(at - 1) !== char;
}
