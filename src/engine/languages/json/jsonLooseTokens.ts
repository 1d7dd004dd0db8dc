import { HOLE } from '../../text/index.ts';
import { substitutionEnd } from '../../tree/index.ts';
import { type LooseString, readLooseString, readSingleQuoted } from './jsonLooseStrings.ts';
import type { JsonToken } from './jsonTokens.ts';

/** A token of broken JSON, with where it stands: layout tells what brackets no longer do. */
export interface LooseToken extends JsonToken {
  /** Counted from 0. */
  readonly line: number;
  /** Whether nothing stands before it on its line. */
  readonly isFirst: boolean;
  /** How far its line is indented, in characters. */
  readonly indent: number;
}

const LINE_FEED = 10;
const QUOTE = 34;
const APOSTROPHE = 39;
const BYTE_ORDER_MARK = 0xfeff;
const KINDS: Readonly<Record<string, JsonToken['kind']>> = {
  '{': '{',
  '}': '}',
  '[': '[',
  ']': ']',
  ':': ':',
  ',': ',',
};
const CONFLICT_MARKER = /(?:<{7}|={7}|>{7}|\|{7})(?:[ \t][^\n]*)?\r?(?=\n|$)/y;
const LINE_COMMENT = /\/\/[^\r\n]*/y;
const MAY_PRECEDE_COMMENT = /[\s,{}[\]"]/;
const WORD = /[^\s{}[\],:"\0]+/y;
/** The rest of an address that has lost its opening quote. */
const ADDRESS_REST = /:\/\/[^\s",]*/y;
const LITERAL = /^(?:true|false|null|-?\d[\d.eE+-]*)$/;
const ENDS_VALUE = /[ \t]*(?:[,:}\]\r\n]|$)/y;

/**
 * The tokens of a JSON text in which quotes, comments or characters may be broken. Quotes that are missing, too many or not
 * escaped cost the string they stand in, not the rest of the text. Linear.
 */
export function readLooseTokens(text: string): LooseToken[] {
  return new Reader(text).read();
}

class Reader {
  readonly #text: string;
  readonly #tokens: LooseToken[] = [];
  #at = 0;
  /** Whether any end of a block comment may still come: looked for once in vain, not again. */
  #mayEndComment = true;
  #line = 0;
  #lineStart = 0;
  /** Characters of the line that are left out although they are no space. */
  #skipped = 0;
  /** The line and the indent of the last token. */
  #lastLine = -1;
  #indent = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): LooseToken[] {
    const text = this.#text;
    this.#skipConflictMarker();
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (code === LINE_FEED) this.#newLine();
      else if (isSpace(code)) this.#skip(code);
      else if (!this.#skipComment()) this.#token(code);
    }
    return this.#tokens;
  }

  #newLine(): void {
    this.#line++;
    this.#lineStart = ++this.#at;
    this.#skipped = 0;
    this.#skipConflictMarker();
  }

  #skip(code: number): void {
    this.#at++;
    if (code !== 32 && code !== 9) this.#skipped++;
  }

  #skipConflictMarker(): void {
    const end = endOf(CONFLICT_MARKER, this.#text, this.#at);
    if (end !== undefined) this.#at = end;
  }

  #skipComment(): boolean {
    const at = this.#at;
    if (this.#text[at] !== '/' || (at > 0 && !MAY_PRECEDE_COMMENT.test(this.#text.charAt(at - 1)))) return false;
    const end = endOf(LINE_COMMENT, this.#text, at) ?? this.#blockCommentEnd(at);
    if (end === undefined) return false;
    for (let i = at; i < end; i++) if (this.#text.charCodeAt(i) === LINE_FEED) this.#line++;
    this.#at = end;
    return true;
  }

  /** A comment that does not end is none. */
  #blockCommentEnd(at: number): number | undefined {
    if (!this.#mayEndComment || !this.#text.startsWith('/*', at)) return undefined;
    const end = this.#text.indexOf('*/', at + 2);
    this.#mayEndComment = end >= 0;
    return end < 0 ? undefined : end + 2;
  }

  #token(code: number): void {
    const at = this.#at;
    const string = this.#stringAt(code, at);
    const kind = KINDS[this.#text.charAt(at)];
    if (string) this.#string(string);
    else if (kind && (kind !== '{' || substitutionEnd(this.#text, at) === undefined)) {
      this.#at++;
      this.#add(kind, at, at + 1);
    } else this.#word();
  }

  #stringAt(code: number, at: number): LooseString | undefined {
    if (code === QUOTE) return readLooseString(this.#text, at);
    return code === APOSTROPHE ? readSingleQuoted(this.#text, at) : undefined;
  }

  #string({ span, next }: LooseString): void {
    this.#at = next;
    if (span) this.#add('string', span.start, span.end);
    else this.#skipped++;
  }

  /** Words and substitutions that touch are one; the quote that closes a word has lost its partner. */
  #word(): void {
    let start = this.#at;
    let end = start;
    for (let to = this.#wordPartEnd(end); to !== undefined; to = this.#wordPartEnd(end)) end = to;
    if (end === start) end++;
    const orphan = this.#text.charCodeAt(end) === QUOTE && endOf(ENDS_VALUE, this.#text, end + 1) !== undefined;
    this.#at = orphan ? end + 1 : end;
    if (this.#text.charCodeAt(start) === APOSTROPHE && (orphan || end === start + 1)) start++;
    if (start === end) this.#skipped++;
    else this.#add(LITERAL.test(this.#text.slice(start, Math.min(end, start + 64))) ? 'literal' : 'bare', start, end);
  }

  #wordPartEnd(at: number): number | undefined {
    const substitution = substitutionEnd(this.#text, at);
    if (substitution !== undefined) return substitution;
    if (at > this.#at && this.#text[at] === ':') return endOf(ADDRESS_REST, this.#text, at);
    const end = endOf(WORD, this.#text, at);
    if (end === undefined || !this.#text.startsWith('${', end - 1)) return end;
    return end - 1 > at && substitutionEnd(this.#text, end - 1) !== undefined ? end - 1 : end;
  }

  #add(kind: JsonToken['kind'], start: number, end: number): void {
    const isFirst = this.#line !== this.#lastLine;
    if (isFirst) this.#indent = Math.max(0, start - this.#lineStart - this.#skipped);
    this.#lastLine = this.#line;
    this.#tokens.push({ kind, start, end, broken: false, line: this.#line, isFirst, indent: this.#indent });
  }
}

/** Whether a token is nothing but holes: what a template writes there is not known. */
export function isHole(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  if (end === start) return false;
  for (let at = start; at < end; at++) if (text[at] !== HOLE) return false;
  return true;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 127 || code === 160 || code === BYTE_ORDER_MARK;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
