/** A line that gives a key a value: inside a quoted text it says that the closing quote is missing. */
const KEY_LINE = /^[ \t]*(?:- +)?[\w.-]+:(?:[ \t\r\n]|$)/m;
/** No text in quotes goes over more lines. */
const MOST_LINES = 200;

/**
 * Makes one line of what YAML allows to go on at the column of its key, and js-yaml refuses: a flow collection that closes there, a
 * quoted text that goes on there. Tabs beside flow collections become spaces. The length stays the same, and values are read from
 * the original; the same text comes back where there is nothing to do. Linear.
 */
export function flattenFlow(text: string): string {
  return new Flattener(text).run();
}

/** What is open in a flow collection that is being read. */
interface Flow {
  /** The closing brackets it waits for. */
  readonly open: number[];
  /** Where the comment of this line begins; -1 without one. */
  comment: number;
  mayQuote: boolean;
}

class Flattener {
  readonly #text: string;
  /** Stretches that become spaces. */
  readonly #masked: number[] = [];
  /** The column of the key or dash that what comes next belongs to; -1 at the beginning. */
  #parent = -1;
  /** Characters that may still be looked at in vain. */
  #patience: number;

  constructor(text: string) {
    this.#text = text;
    this.#patience = 4 * text.length;
  }

  run(): string {
    for (let at = 0; at < this.#text.length && this.#patience > 0; ) at = this.#line(at);
    return spaced(this.#text, this.#masked);
  }

  /** Reads a line of block structure, and what begins on it. @returns where the next line begins */
  #line(start: number): number {
    const text = this.#text;
    let at = skipSpaces(text, start);
    if (text.startsWith('---', start)) [this.#parent, at] = [-1, skipSpaces(text, start + 3)];
    let mayNest = true;
    for (;;) {
      const code = text.charCodeAt(at);
      if (isEnd(code) || code === SIGN) return nextLine(text, at);
      const next = text.charCodeAt(at + 1);
      if (mayNest && (code === DASH || code === QUESTION) && isBlank(next)) {
        this.#parent = at - start;
        at = skipSpaces(text, at + 1);
        continue;
      }
      if (code === PIPE || code === ANGLE) return this.#block(nextLine(text, at));
      const end = this.#token(at, code);
      if (end < 0) return nextLine(text, at);
      const colon = skipSpaces(text, end);
      if (text.charCodeAt(colon) === COLON && (isBlank(text.charCodeAt(colon + 1)) || code === DOUBLE)) {
        if (at >= start) this.#parent = at - start;
        at = this.#behind(colon + 1);
      } else if (PROPERTY.has(code)) at = colon;
      else return nextLine(text, end);
      mayNest = PROPERTY.has(code);
    }
  }

  /** Behind a colon: tabs before a flow collection are spaces. */
  #behind(from: number): number {
    const text = this.#text;
    let at = from;
    while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
    if (OPENS.has(text.charCodeAt(at))) this.#maskTabs(from, at);
    return at;
  }

  #maskTabs(from: number, to: number): void {
    for (let at = from; at < to; at++) if (this.#text.charCodeAt(at) === TAB) this.#masked.push(at, at + 1);
  }

  /** The end of what begins at an offset: a quoted or plain text, a collection, an anchor or a tag; -1 where it has none. */
  #token(at: number, code: number): number {
    if (code === DOUBLE || code === SINGLE) return this.#quoted(at, code);
    if (OPENS.has(code)) return this.#flow(at);
    const text = this.#text;
    let end = at;
    for (; !isEnd(text.charCodeAt(end)); end++) {
      const here = text.charCodeAt(end);
      if (PROPERTY.has(code) && isBlank(here)) break;
      if (here === COLON && isBlank(text.charCodeAt(end + 1))) break;
      if (here === SIGN && isBlank(text.charCodeAt(end - 1))) break;
    }
    return end;
  }

  /** Skips the lines of a block scalar. */
  #block(from: number): number {
    const text = this.#text;
    let at = from;
    while (at < text.length) {
      const first = skipSpaces(text, at);
      if (!isEnd(text.charCodeAt(first)) && first - at <= this.#parent) break;
      at = nextLine(text, at);
    }
    return at;
  }

  /** A text in quotes: one that goes on too far to the left becomes one line, if it seems to be meant so. */
  #quoted(start: number, quote: number): number {
    const text = this.#text;
    const end = quoteEnd(text, start, quote);
    if (end < 0) return this.#inVain(text.length - start);
    const inside = text.slice(start, end);
    if (!inside.includes('\n')) return end;
    const lines = inside.split('\n');
    const isMeant = lines.length <= MOST_LINES && !KEY_LINE.test(lines.slice(1).join('\n')) && isLast(text, end);
    if (!isMeant) return this.#inVain(end - start);
    if (lines.slice(1).some((line) => line.trim() !== '' && indentOf(line) <= this.#parent)) {
      for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
        this.#maskBreak(at);
    }
    return end;
  }

  #maskBreak(feed: number): void {
    this.#masked.push(this.#text.charCodeAt(feed - 1) === RETURN ? feed - 1 : feed, feed + 1);
  }

  /** A flow collection: the line breaks before closing brackets at the column of the key become spaces. */
  #flow(start: number): number {
    const { length: before } = this.#masked;
    const flow: Flow = { open: [], comment: -1, mayQuote: false };
    for (let at = start; at >= 0 && at < this.#text.length; ) {
      at = this.#inFlow(at, flow);
      if (at >= 0 && flow.open.length === 0) return at;
    }
    this.#masked.length = before;
    return this.#inVain(this.#text.length - start);
  }

  /** Reads one character of a flow collection, or a text in quotes, a comment, a line break. @returns -1 where it is broken */
  #inFlow(at: number, flow: Flow): number {
    const text = this.#text;
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) {
      const goesOn = this.#goesOn(at, flow.comment);
      flow.comment = -1;
      return goesOn ? indentEnd(text, at + 1) : -1;
    }
    if (code === SIGN && isBlank(text.charCodeAt(at - 1))) {
      flow.comment = at;
      return endOfLine(text, at);
    }
    if (isSpace(code)) {
      if (code === TAB) this.#masked.push(at, at + 1);
      return at + 1;
    }
    const isQuoted = flow.mayQuote && (code === DOUBLE || code === SINGLE);
    flow.mayQuote = OPENS.has(code) || code === COMMA || code === COLON;
    if (isQuoted) return quoteEnd(text, at, code);
    if (OPENS.has(code)) flow.open.push(code + 2);
    const closes = code === CLOSE_BRACE || code === CLOSE_BRACKET;
    return !closes || flow.open.pop() === code ? at + 1 : -1;
  }

  /** Whether a flow collection goes on in the next line. Where that closes it at the column of the key, it becomes part of this one. */
  #goesOn(feed: number, comment: number): boolean {
    const text = this.#text;
    const first = skipSpaces(text, feed + 1);
    const code = text.charCodeAt(first);
    const column = first - feed - 1;
    if (isEnd(code) || code === SIGN || column > this.#parent) return true;
    if ((code !== CLOSE_BRACE && code !== CLOSE_BRACKET) || column < this.#parent) return false;
    if (comment >= 0) this.#masked.push(comment, feed);
    this.#maskBreak(feed);
    return true;
  }

  #inVain(length: number): -1 {
    this.#patience -= length;
    return -1;
  }
}

/** A text with spaces in place of some of its characters. @param stretches starts and ends, in order or nearly so */
function spaced(text: string, stretches: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < stretches.length; i += 2) {
    const [start = 0, end = 0] = stretches.slice(i, i + 2);
    if (end <= from) continue;
    parts.push(text.slice(from, Math.max(from, start)), ' '.repeat(end - Math.max(from, start)));
    from = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}

/** Behind the quote that closes; -1 where none does. */
function quoteEnd(text: string, start: number, quote: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote === DOUBLE && code === BACKSLASH) at++;
    else if (code !== quote) continue;
    else if (quote === SINGLE && text.charCodeAt(at + 1) === SINGLE) at++;
    else return at + 1;
  }
  return -1;
}

/** Whether nothing but a comment stands behind an offset in its line. */
function isLast(text: string, at: number): boolean {
  const rest = text.slice(at, endOfLine(text, at)).trim();
  return rest === '' || rest.startsWith('#');
}

function indentOf(line: string): number {
  return skipSpaces(line, 0);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

function indentEnd(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed;
}

function nextLine(text: string, from: number): number {
  return endOfLine(text, from) + 1;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isBlank(code: number): boolean {
  return isSpace(code) || isEnd(code);
}

function isEnd(code: number): boolean {
  return code === LINE_FEED || code === RETURN || Number.isNaN(code);
}

const [TAB, LINE_FEED, RETURN, SPACE, DOUBLE, SIGN, SINGLE, COMMA] = [9, 10, 13, 32, 34, 35, 39, 44];
const [DASH, COLON, ANGLE, QUESTION, BACKSLASH, PIPE] = [45, 58, 62, 63, 92, 124];
const [CLOSE_BRACKET, CLOSE_BRACE] = [93, 125];
const OPENS: ReadonlySet<number> = new Set([91, 123]);
/** Anchors, tags, aliases: what stands before a value, or in place of one. */
const PROPERTY: ReadonlySet<number> = new Set([33, 38, 42]);
