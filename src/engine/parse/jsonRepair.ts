import { type Layout, layoutOf, withTrueIndents } from './jsonLayout.ts';
import { isHole, type LooseToken, readLooseTokens } from './jsonLooseTokens.ts';
import type { JsonToken } from './jsonTokens.ts';

interface Open {
  readonly kind: '{' | '[';
  /** Of the line it opened on. */
  readonly indent: number;
  readonly line: number;
  /** What comes next in a map: a key, the colon behind it, the value behind that, or what separates entries. */
  slot: 'key' | 'colon' | 'value' | 'after';
}

/**
 * Gives the tokens of broken JSON with brackets and separators as they were most likely meant, so that an error in one place
 * does not move what stands elsewhere. Indentation decides where the text is indented, else what is missing or too many in
 * all. Spans are those of the text; an implied bracket is empty. Linear.
 */
export function repairJson(text: string, take: (token: JsonToken) => boolean): void {
  new Repair(text, take).run();
}

class Repair {
  readonly #text: string;
  readonly #take: (token: JsonToken) => boolean;
  readonly #tokens: readonly LooseToken[];
  readonly #isIndented: boolean;
  readonly #surplus: { '{': number; '[': number };
  readonly #open: Open[] = [];
  #goesOn = true;
  /** Behind the last closing brackets and commas that were looked at. */
  #closingRunEnd = 0;

  constructor(text: string, take: (token: JsonToken) => boolean) {
    this.#text = text;
    this.#take = take;
    const tokens = readLooseTokens(text);
    const layout: Layout = layoutOf(tokens);
    this.#isIndented = layout.isIndented;
    this.#tokens = layout.isIndented ? withTrueIndents(tokens) : tokens;
    this.#surplus = { '{': layout.braces, '[': layout.brackets };
  }

  run(): void {
    for (let i = 0; i < this.#tokens.length && this.#goesOn; i++) {
      const token = this.#tokens[i];
      if (token) this.#token(token, i);
    }
  }

  #token(token: LooseToken, i: number): void {
    const closes = token.kind === '}' || token.kind === ']';
    if (token.isFirst && this.#isIndented && !closes) this.#leaveLevels(token);
    if (closes) this.#close(token, i);
    else if (token.kind === '{' || token.kind === '[') this.#begin(token, i);
    else if (token.kind === ':') this.#colon(token, i);
    else if (token.kind === ',') this.#comma(token, i);
    else this.#scalar(token, i);
  }

  get #top(): Open | undefined {
    return this.#open.at(-1);
  }

  /** A line that is not deeper than a collection does not belong to it: its closing bracket is missing. */
  #leaveLevels(token: LooseToken): void {
    for (let top = this.#top; top && top.line < token.line && token.indent <= top.indent; top = this.#top) {
      if (this.#open.length === 1) return;
      this.#pop(token.start, token.start);
    }
  }

  #begin(token: LooseToken, i: number): void {
    const top = this.#top;
    const isEntry = this.#kind(i + 1) === 'string' && this.#kind(i + 2) === ':';
    const atKey = top?.kind === '{' && (top.slot === 'key' || top.slot === 'after');
    if (token.kind === '[' && isEntry) {
      if (!atKey) this.#push('{', token, token);
      return;
    }
    if (token.kind === '{' && this.#isStrayBrace(i, isEntry, atKey)) {
      this.#surplus['{']--;
      return;
    }
    this.#push(token.kind === '[' ? '[' : '{', token, token);
  }

  /** A brace before a lone value, or between the entries of a map. */
  #isStrayBrace(i: number, isEntry: boolean, atKey: boolean): boolean {
    const top = this.#top;
    if (top?.kind !== '{') return false;
    const next = this.#tokens[i + 1];
    const isLoneValue = next?.kind === 'string' && !next.isFirst && this.#kind(i + 2) === ',';
    if (!atKey && isLoneValue && this.#kind(i + 3) === 'string') return true;
    if (this.#isIndented && next?.isFirst) return false;
    if (this.#surplus['{'] <= 0) return false;
    return (atKey && isEntry) || (!atKey && next?.kind === 'string' && this.#kind(i + 2) !== ':');
  }

  #scalar(token: LooseToken, i: number): void {
    const isKey = this.#kind(i + 1) === ':';
    if (isKey) this.#makeRoomForKey(token);
    const top = this.#top;
    if (top?.kind === '{' && !isHole(this.#text, token)) {
      if (top.slot === 'key' || (top.slot === 'after' && isKey)) top.slot = 'colon';
      else top.slot = 'after';
    }
    this.#give(token);
  }

  /** A key where only values can stand: the list around it was not closed, or the brace before it is missing. */
  #makeRoomForKey(token: LooseToken): void {
    if (this.#open.length === 0) this.#push('{', token, { ...token, end: token.start });
    if (this.#top?.kind !== '[') return;
    const inMap = this.#open.some(({ kind }) => kind === '{');
    const braceIsMissing = this.#isIndented ? token.indent > (this.#top?.indent ?? 0) : this.#surplus['{'] < 0;
    if (inMap && !(braceIsMissing && this.#top.line <= token.line && this.#isPlausibleItem(token))) {
      while (this.#top?.kind === '[') this.#pop(token.start, token.start);
    } else {
      this.#surplus['{']++;
      this.#push('{', { ...token, indent: Math.max(0, token.indent - 1) }, { ...token, end: token.start });
    }
  }

  /** In an indented text an item stands on a line below its list. */
  #isPlausibleItem(token: LooseToken): boolean {
    return !this.#isIndented || (this.#top !== undefined && this.#top.line < token.line);
  }

  #colon(token: LooseToken, i: number): void {
    const top = this.#top;
    if (top?.kind !== '{') return;
    if (top.slot === 'colon') {
      top.slot = 'value';
      this.#give(token);
      this.#impliedOpening(token, i);
    } else if (top.slot === 'after' && this.#isScalar(i - 1) && this.#valueFollows(i)) {
      top.slot = 'value';
      this.#give(token);
    }
  }

  /** Whether the colon behind a value makes it a key: not where an entry or nothing follows. */
  #valueFollows(i: number): boolean {
    const next = this.#kind(i + 1);
    if (next === '{' || next === '[') return true;
    return this.#isScalar(i + 1) && this.#kind(i + 2) !== ':';
  }

  /** Entries below a key, deeper than it: the brace between them is missing. */
  #impliedOpening(colon: LooseToken, i: number): void {
    const next = this.#tokens[i + 1];
    if (next?.kind !== 'string' || this.#kind(i + 2) !== ':') return;
    const isMissing = this.#isIndented ? next.isFirst && next.indent > colon.indent : this.#surplus['{'] < 0;
    if (!isMissing) return;
    this.#surplus['{']++;
    this.#push('{', colon, { ...next, end: next.start });
  }

  #comma(token: LooseToken, i: number): void {
    const top = this.#top;
    const isColon = top?.slot === 'colon' && this.#isValueAlone(i + 1);
    if (top?.kind === '{') {
      if (top.slot === 'colon' && this.#kind(i + 1) === ':') return;
      if (top.slot === 'value' && this.#isScalar(i + 1) && this.#kind(i + 2) !== ':') return;
      top.slot = isColon ? 'value' : 'key';
    }
    this.#give(isColon ? { ...token, kind: ':' } : token);
  }

  /** A value on the same line, with nothing that would make it a key. */
  #isValueAlone(i: number): boolean {
    const value = this.#tokens[i];
    if (!value || value.isFirst) return false;
    const after = this.#kind(i + 1);
    return (
      this.#isScalar(i) && (after === ',' || after === '}' || after === ']' || this.#tokens[i + 1]?.isFirst === true)
    );
  }

  #close(token: LooseToken, i: number): void {
    const kind = token.kind === '}' ? '{' : '[';
    const top = this.#top;
    if (!top) return;
    if (top.kind === '{' && top.slot === 'colon' && this.#isScalar(i - 1) && this.#isScalar(i + 1)) return;
    const level = this.#isIndented ? this.#levelByIndent(token, i, kind) : this.#levelByCount(kind);
    if (level < 0 || (level === 0 && this.#rootGoesOn(i))) {
      this.#surplus[kind]++;
      return;
    }
    while (this.#open.length > level + 1) this.#pop(token.start, token.start);
    this.#pop(token.start, token.end);
  }

  /** Whether what follows the end of the root belongs to it. */
  #rootGoesOn(i: number): boolean {
    if (this.#open[0]?.kind !== '{') return false;
    let next = Math.max(i + 1, this.#closingRunEnd);
    while (this.#kind(next) === ',' || this.#kind(next) === '}' || this.#kind(next) === ']') next++;
    this.#closingRunEnd = next;
    return this.#isScalar(next) && this.#kind(next + 1) === ':';
  }

  #levelByCount(kind: '{' | '['): number {
    const last = this.#open.length - 1;
    const top = this.#top;
    if (!top || top.kind === kind) return last;
    const isReplaced = this.#surplus[kind] < 0 && this.#surplus[top.kind] > 0;
    if (isReplaced) {
      this.#surplus[kind]++;
      this.#surplus[top.kind]--;
      return last;
    }
    if (this.#surplus[kind] < 0) return -1;
    return this.#open.findLastIndex((each) => each.kind === kind);
  }

  /** The collection that a bracket closes by where it stands; -1 for a stray one. */
  #levelByIndent(token: LooseToken, i: number, kind: '{' | '['): number {
    const last = this.#open.length - 1;
    const top = this.#top;
    if (!top) return -1;
    if (top.line === token.line) return this.#levelOnLine(token, kind);
    if (this.#staysInside(top, token, i)) return -1;
    if (!token.isFirst) return top.kind === kind ? last : this.#open.findLastIndex((each) => each.kind === kind);
    const level = this.#open.findLastIndex((each) => each.indent <= token.indent);
    const found = this.#open[level];
    if (!found || found.indent === token.indent || level === last) return Math.max(level, 0);
    return level;
  }

  /** Among what opened on the same line; another kind of bracket closes the innermost where that is not closed itself. */
  #levelOnLine(token: LooseToken, kind: '{' | '['): number {
    const last = this.#open.length - 1;
    const same = this.#open.findLastIndex((each) => each.kind === kind && each.line === token.line);
    if (same >= 0) return same;
    return this.#open[last]?.kind === '{' && this.#open[last]?.slot === 'value' ? -1 : last;
  }

  /** Whether what comes behind a closing bracket still stands inside the collection it would close. */
  #staysInside(top: Open, token: LooseToken, i: number): boolean {
    let at = i + 1;
    const hasComma = this.#kind(at) === ',';
    while (this.#kind(at) === ',') at++;
    const next = this.#tokens[at];
    if (!next) return false;
    if (next.line === token.line) {
      if (next.kind === '}' || next.kind === ']') return token.isFirst && token.indent !== top.indent;
      return !(hasComma && (next.kind === '{' || next.kind === '['));
    }
    if (next.kind === '}' || next.kind === ']') return next.indent >= top.indent && token.indent !== top.indent;
    return next.indent > top.indent;
  }

  #push(kind: Open['kind'], place: LooseToken, token: JsonToken): void {
    const top = this.#top;
    if (top?.kind === '{') top.slot = 'after';
    this.#open.push({ kind, indent: place.indent, line: place.line, slot: 'key' });
    this.#give({ ...token, kind });
  }

  #pop(start: number, end: number): void {
    const open = this.#open.pop();
    if (open) this.#give({ kind: open.kind === '{' ? '}' : ']', start, end, broken: false });
  }

  #give(token: JsonToken): void {
    if (!this.#take(token)) this.#goesOn = false;
  }

  #kind(i: number): LooseToken['kind'] | undefined {
    return this.#tokens[i]?.kind;
  }

  #isScalar(i: number): boolean {
    const kind = this.#kind(i);
    return kind === 'string' || kind === 'literal' || kind === 'bare';
  }
}
