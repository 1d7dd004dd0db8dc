const DOUBLE_QUOTE = 34;
const PERCENT = 37;
const DOLLAR = 36;
const BACKSLASH = 92;
const HASH = 35;
const STAR = 42;
const SLASH = 47;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
/** What each quote or opening bracket waits for, by character code. */
const CLOSERS: Readonly<Record<number, number>> = {
  [DOUBLE_QUOTE]: DOUBLE_QUOTE,
  40: 41,
  91: 93,
  [OPEN_BRACE]: CLOSE_BRACE,
};

/** A line that begins another argument or block: what stands before it was not closed. */
const NEXT_ITEM = /[ \t]*[A-Za-z_][\w-]*[ \t]*(?:=(?![=>])|"|\{)/y;

/** A line that begins a block of a module's top level, whatever is still open before it. */
const TOP_LEVEL =
  /(?:(?:resource|data)[ \t]+"?[\w-]+"?[ \t]+"?[\w-]+"?|(?:variable|provider|output|module)[ \t]+"?[\w-]+"?|locals|terraform)[ \t]*\{/y;

/** Whether a block of the top level begins at a line start. @param at offset behind the line break */
export function beginsTopLevel(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  if (code < 97 || code > 122) return false;
  TOP_LEVEL.lastIndex = at;
  return TOP_LEVEL.test(text);
}

/** What stands at a dollar or percent sign of a template. */
export type TemplateSign = 'interpolation' | 'escape' | 'text';

/** `${` and `%{` begin something dynamic; `$${` and `%%{` are written for `${` and `%{`. */
export function templateSign(text: string, at: number): TemplateSign {
  const code = text.charCodeAt(at);
  if (code !== DOLLAR && code !== PERCENT) return 'text';
  const next = text.charCodeAt(at + 1);
  if (next === OPEN_BRACE) return 'interpolation';
  return next === code && text.charCodeAt(at + 2) === OPEN_BRACE ? 'escape' : 'text';
}

/** Characters that may be looked at in vain before looks ahead become short. */
const PATIENCE = 200_000;
const IMPATIENT_LOOK = 100;

/**
 * Finds where interpolations end: braces, brackets and strings nest in them. One object for each text, because it counts
 * how much was read in vain: that keeps texts made of half interpolations from taking quadratic time.
 */
export class Interpolations {
  readonly #text: string;
  #inVain = 0;
  #sawComment = false;
  #knownBlockEnd = { after: Number.POSITIVE_INFINITY, end: -1 };
  /** Whether a string stands in the interpolation found last. */
  holdsString = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of the interpolation that opens at `at` (its `$` or `%`); -1 where it does not close before `limit`. */
  endOf(at: number, limit = this.#text.length): number {
    const isImpatient = this.#inVain > PATIENCE + this.#text.length;
    const stop = isImpatient ? Math.min(limit, at + IMPATIENT_LOOK) : limit;
    const end = this.#find(at + 2, stop, 'comments');
    if (end >= 0) return end;
    this.#inVain += -end - at;
    // Half typed, or a shell's `${name#…}`: a sign that would begin a comment may be none.
    const again = this.#sawComment ? this.#find(at + 2, stop, 'signs') : -1;
    return again < 0 ? -1 : again;
  }

  /** The end, or where the search was given up, negated. */
  #find(from: number, limit: number, take: 'comments' | 'signs'): number {
    const text = this.#text;
    this.holdsString = false;
    this.#sawComment = false;
    const open: number[] = [CLOSE_BRACE];
    for (let at = from; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (open[open.length - 1] === DOUBLE_QUOTE) {
        const skipped = inString(text, at, open);
        if (skipped < 0) return -at;
        at += skipped;
      } else if (code === LINE_FEED) {
        if (beginsTopLevel(text, at + 1) || (open.length === 1 && beginsItem(text, at + 1))) return -at;
      } else if (code === CLOSE_BRACE) {
        if (closeBrace(open)) return at + 1;
      } else if (take === 'comments' && (code === HASH || code === SLASH)) at = this.#commentEnd(at, code, limit);
      else this.#bracket(code, open);
    }
    return -limit;
  }

  /** The last character of the comment at an offset; the offset itself where none begins. */
  #commentEnd(at: number, code: number, limit: number): number {
    const next = this.#text.charCodeAt(at + 1);
    if (code === SLASH && next === STAR) {
      const close = this.#blockEnd(at + 2);
      if (close < 0 || close + 2 > limit) return at;
      this.#sawComment = true;
      return close + 1;
    }
    if (code === SLASH && next !== SLASH) return at;
    this.#sawComment = true;
    const feed = this.#text.indexOf('\n', at);
    return (feed < 0 || feed > limit ? limit : feed) - 1;
  }

  /** Where the next block comment ends; the last answer is kept, so that no search is in vain twice. */
  #blockEnd(from: number): number {
    const { after, end } = this.#knownBlockEnd;
    if (from < after || (end >= 0 && end < from))
      this.#knownBlockEnd = { after: from, end: this.#text.indexOf('*/', from) };
    return this.#knownBlockEnd.end;
  }

  #bracket(code: number, open: number[]): void {
    if (code === DOUBLE_QUOTE) this.holdsString = true;
    const closer = CLOSERS[code];
    if (closer !== undefined) open.push(closer);
    else if (code === open[open.length - 1]) open.pop();
  }
}

/** Takes a character of a string. @returns how many more belong to it; negative where the string does not go on */
function inString(text: string, at: number, open: number[]): number {
  const code = text.charCodeAt(at);
  if (code === LINE_FEED || code === CARRIAGE_RETURN) return -1;
  if (code === BACKSLASH) return 1;
  if (code === DOUBLE_QUOTE) open.pop();
  const sign = templateSign(text, at);
  if (sign === 'interpolation') open.push(CLOSE_BRACE);
  return sign === 'text' ? 0 : sign === 'escape' ? 2 : 1;
}

/** Closes what the brace closes, and what was left open in it. @returns whether nothing is open any more */
function closeBrace(open: number[]): boolean {
  for (let top = open.pop(); top !== undefined && top !== CLOSE_BRACE; ) top = open.pop();
  return open.length === 0;
}

function beginsItem(text: string, at: number): boolean {
  NEXT_ITEM.lastIndex = at;
  return NEXT_ITEM.test(text);
}
