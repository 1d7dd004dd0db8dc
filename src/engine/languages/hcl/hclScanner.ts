import { lowerBound } from '../../../base/lowerBound.ts';
import type { Span } from '../../../base/span.ts';
import { isWordLine } from './hclHeredocCodec.ts';
import { beginsTopLevel, Interpolations, templateSign } from './hclInterpolation.ts';

/** An interpolation in a string: its signs included. */
export interface Interpolation extends Span {
  /** Whether a string stands in it, and so possibly a value. */
  readonly holdsString: boolean;
}

/** The end of a string or heredoc, and what is interpolated in it. */
export interface StringSpan extends Span {
  readonly interpolations: readonly Interpolation[];
}

const NONE: readonly Interpolation[] = [];
const HEREDOC = /<<-?([\p{L}_][\p{L}\p{N}_-]{0,200})[ \t]*(?:\r?\n|$)/uy;
const LONGEST_WORD = 203;

/** Walks over an HCL text: white space, comments, names, strings, heredocs. Linear over a whole text. */
export class HclScanner {
  readonly text: string;
  readonly comments: Span[] = [];
  /** Where reading goes on. */
  at: number;
  end: number;
  /** How many brackets are open around `at`. */
  depth = 0;
  /** Heredocs that were read as forgotten ones, as far as the line that ends them in HCL itself. */
  readonly doubtful: Span[] = [];
  /** Something was left open: a block of the top level begins at `at`. */
  isCut = false;
  /** A string, a bracket, a heredoc or a comment was not closed anywhere so far. */
  isLeftOpen = false;
  readonly #interpolations: Interpolations;
  #hasNoBlockEnd = false;
  #wordLines: Map<string, number[]> | undefined;

  constructor(text: string) {
    this.text = text;
    this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.end = text.length;
    this.#interpolations = new Interpolations(text);
  }

  /** The character code at `at`; NaN at the end. */
  get code(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : Number.NaN;
  }

  /** Skips blanks and comments, and line breaks too where `lines` is `across`. */
  skip(lines: 'within' | 'across'): void {
    const { text, end } = this;
    for (; this.at < end; ) {
      const code = text.charCodeAt(this.at);
      if (code === 32 || code === 9 || code === 13) this.at++;
      else if (code === 10) {
        if (lines === 'within') return;
        this.at++;
        if (this.depth > 0 && beginsTopLevel(text, this.at)) {
          this.isCut = true;
          this.isLeftOpen = true;
          return;
        }
      } else if (code === 35) this.#lineComment();
      else if (code !== 47 || !this.#slashComment()) return;
    }
  }

  /** The end of the name at an offset; the offset itself where none begins. Dots are no part of it. */
  nameEnd(from: number): number {
    const { text, end } = this;
    if (!isNameStart(text.charCodeAt(from))) return from;
    let at = from + 1;
    while (at < end && isNamePart(text.charCodeAt(at))) at++;
    return at;
  }

  /** Reads the string whose quote stands at `at`: a line break ends one that was not closed. Goes on behind it. */
  string(): StringSpan {
    const { text, end, at: start } = this;
    let found: Interpolation[] | undefined;
    let at = start + 1;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === 34 || code === 10 || code === 13) break;
      if (code === 92) {
        const next = text.charCodeAt(at + 1);
        if (next === 34 || next === 92) at++;
      } else if (code === 36 || code === 37) {
        const sign = templateSign(text, at);
        if (sign === 'escape') at += 2;
        if (sign !== 'interpolation') continue;
        const to = this.#interpolations.endOf(at, end);
        if (to < 0) {
          this.isLeftOpen = true;
          // The expression that was begun here is read as a further value.
          this.at = Math.min(end, at + 2);
          return { start, end: this.at, interpolations: found ?? NONE };
        }
        found ??= [];
        found.push({ start: at, end: to, holdsString: this.#interpolations.holdsString });
        at = to - 1;
      }
    }
    this.#closeString(at);
    return { start, end: this.at, interpolations: found ?? NONE };
  }

  #closeString(at: number): void {
    const isClosed = at < this.end && this.text.charCodeAt(at) === 34;
    this.isLeftOpen ||= !isClosed;
    this.at = Math.min(this.end, isClosed ? at + 1 : at);
  }

  /**
   * Reads the heredoc at `at`, if one begins there: up to its word. Where that is missing, or belongs to another heredoc behind a
   * block of the top level, the author has forgotten it: what follows is read as code.
   */
  heredoc(): StringSpan | undefined {
    const { text, at: start } = this;
    HEREDOC.lastIndex = start;
    const word = HEREDOC.exec(text)?.[1];
    if (word === undefined || HEREDOC.lastIndex > this.end) return undefined;
    const content = HEREDOC.lastIndex;
    const closing = this.#wordLine(word, content);
    const { line = this.end } = closing ?? {};
    const cut = closing?.isExact ? this.#forgotten(word, content, line) : this.#nextTopLevel(content - 1, line);
    const isWhole = closing !== undefined && cut === line;
    const end = closing ? text.indexOf(word, line) + word.length : cut;
    if (!isWhole && closing) this.doubtful.push({ start, end });
    if (!isWhole) this.isLeftOpen = true;
    this.at = isWhole ? end : cut;
    return { start, end: this.at, interpolations: this.#interpolationsIn(content, cut) };
  }

  /** Where the code begins that an author who forgot the word wrote behind the heredoc; the line of the word where none did. */
  #forgotten(word: string, content: number, line: number): number {
    const block = this.depth > 0 ? this.#nextTopLevel(content - 1, line) : line;
    return block < line && beginsHeredoc(this.text, word, block, line) ? block : line;
  }

  #interpolationsIn(start: number, end: number): readonly Interpolation[] {
    const { text } = this;
    const found: Interpolation[] = [];
    for (let at = start; at < end; at++) {
      const sign = templateSign(text, at);
      if (sign === 'escape') at += 2;
      const to = sign === 'interpolation' ? this.#interpolations.endOf(at, end) : -1;
      if (to < 0) continue;
      found.push({ start: at, end: to, holdsString: this.#interpolations.holdsString });
      at = to - 1;
    }
    return found;
  }

  #lineComment(): void {
    const feed = this.text.indexOf('\n', this.at);
    let end = feed < 0 || feed > this.end ? this.end : feed;
    if (this.text.charCodeAt(end - 1) === 13) end--;
    this.comments.push({ start: this.at, end });
    this.at = end;
  }

  /** Skips `// …` and a block comment; one that does not close is read as far as its line. */
  #slashComment(): boolean {
    const next = this.text.charCodeAt(this.at + 1);
    if (next === 47) this.#lineComment();
    else if (next !== 42) return false;
    else {
      const close = this.#hasNoBlockEnd ? -1 : this.text.indexOf('*/', this.at + 2);
      if (close < 0 || close + 2 > this.end) {
        this.isLeftOpen = true;
        this.#hasNoBlockEnd ||= close < 0;
        this.#lineComment();
      } else {
        this.comments.push({ start: this.at, end: close + 2 });
        this.at = close + 2;
      }
    }
    return true;
  }

  /** The first line from an offset on that holds only a word, or the word and what may not stand there. */
  #wordLine(word: string, from: number): { readonly line: number; readonly isExact: boolean } | undefined {
    this.#wordLines ??= wordLinesOf(this.text);
    const exact = this.#lineFrom(this.#wordLines.get(word), from);
    if (exact !== undefined) return { line: exact, isExact: true };
    const line = this.#lineFrom(this.#wordLines.get(`${word})`), from);
    return line === undefined ? undefined : { line, isExact: false };
  }

  #lineFrom(lines: readonly number[] = [], from: number): number | undefined {
    const line = lines[lowerBound(lines, (each) => each < from)];
    return line === undefined || line >= this.end ? undefined : line;
  }

  #nextTopLevel(from: number, end: number): number {
    const { text } = this;
    for (let feed = text.indexOf('\n', from); feed >= 0 && feed < end; feed = text.indexOf('\n', feed + 1)) {
      if (beginsTopLevel(text, feed + 1)) return feed;
    }
    return end;
  }
}

/** Whether a heredoc with a word begins in a stretch of a text. */
function beginsHeredoc(text: string, word: string, start: number, end: number): boolean {
  for (let at = text.indexOf('<<', start); at >= 0 && at < end; at = text.indexOf('<<', at + 2)) {
    HEREDOC.lastIndex = at;
    if (HEREDOC.exec(text)?.[1] === word) return true;
  }
  return false;
}

/**
 * Lines that hold one name and nothing else, by that name: where heredocs can end. By the name and a `)`: those where closing
 * brackets follow on the same line, which is an error. Read once, so that no search is in vain.
 */
function wordLinesOf(text: string): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    const word = lineWord(text, start, next);
    if (word !== undefined) {
      const known = lines.get(word);
      if (known) known.push(start);
      else lines.set(word, [start]);
    }
    start = next;
  }
  return lines;
}

/** The word of a line that holds no other, with a `)` where closing brackets stand behind it. */
function lineWord(text: string, start: number, next: number): string | undefined {
  let at = start;
  while (at < next && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  if (!isNameStart(text.charCodeAt(at))) return undefined;
  let to = at;
  while (to < next && isNamePart(text.charCodeAt(to))) to++;
  if (to - at >= LONGEST_WORD || !isClosing(text, to, next)) return undefined;
  const word = text.slice(at, to);
  return isWordLine(text, start, next, word) ? word : `${word})`;
}

/** Whether only white space, closing brackets and commas stand there. */
function isClosing(text: string, from: number, next: number): boolean {
  for (let at = from; at < next; at++) if (!' \t\r\n)]},'.includes(text.charAt(at))) return false;
  return true;
}

export function isNameStart(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || code === 95 || code > 127;
}

function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 48 && code <= 57) || code === 45;
}
