import { LooseTokens } from './jsonAhead.ts';
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
  readonly #tokens: LooseTokens;
  readonly #isIndented: boolean;
  readonly #surplus: { '{': number; '[': number };
  readonly #open: Open[] = [];
  #goesOn = true;

  constructor(text: string, take: (token: JsonToken) => boolean) {
    this.#text = text;
    this.#take = take;
    const tokens = readLooseTokens(text);
    const layout: Layout = layoutOf(tokens);
    this.#isIndented = layout.isIndented;
    this.#tokens = new LooseTokens(layout.isIndented ? withTrueIndents(tokens, text) : tokens);
    this.#surplus = { '{': layout.braces, '[': layout.brackets };
  }

  run(): void {
    for (let i = 0; i < this.#tokens.count; i++) {
      if (!this.#goesOn) return;
      const token = this.#tokens.at(i);
      if (token) this.#token(token, i);
    }
  }

  #token(token: LooseToken, i: number): void {
    const closes = this.#tokens.closes(i);
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
    const isEntry = this.#tokens.isEntry(i + 1);
    const atKey = top?.kind === '{' && (top.slot === 'key' || top.slot === 'after');
    if (top?.slot === 'colon' && this.#tokens.kind(i + 1) === ':') return;
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
    const next = this.#tokens.at(i + 1);
    if (next?.kind === '{' && !next.isFirst) return true;
    if (top?.kind !== '{') return false;
    const isLoneValue = next?.kind === 'string' && !next.isFirst && this.#tokens.kind(i + 2) === ',';
    if (!atKey && isLoneValue && this.#tokens.kind(i + 3) === 'string' && this.#tokens.kind(i + 4) === ':') return true;
    if (this.#isIndented && next?.isFirst) return false;
    if (this.#surplus['{'] <= 0) return false;
    const isLone = next?.kind === 'string' && (this.#tokens.kind(i + 2) === ',' || this.#tokens.closes(i + 2));
    return next?.kind === ',' || (atKey ? isEntry : isLone);
  }

  #scalar(token: LooseToken, i: number): void {
    const isKey = this.#tokens.kind(i + 1) === ':';
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
    } else if (top.slot === 'after' && this.#tokens.isScalar(i - 1) && this.#tokens.valueFollows(i)) {
      top.slot = 'value';
      this.#give(token);
    }
  }

  /** Entries below a key, deeper than it: the brace between them is missing. */
  #impliedOpening(before: LooseToken, i: number): boolean {
    let at = i + 1;
    while (this.#tokens.kind(at) === ':' || this.#tokens.kind(at) === ',') at++;
    const next = this.#tokens.at(at);
    if (next?.kind !== 'string' || this.#tokens.kind(at + 1) !== ':') return false;
    const isMissing = this.#isIndented ? next.isFirst && next.indent > before.indent : this.#surplus['{'] < 0;
    if (!isMissing) return false;
    this.#surplus['{']++;
    this.#push('{', before, { ...next, end: next.start });
    return true;
  }

  #comma(token: LooseToken, i: number): void {
    const top = this.#top;
    const isColon = top?.slot === 'colon' && this.#tokens.isValueAlone(i + 1);
    if (top?.kind === '{') {
      if (top.slot === 'colon' && this.#tokens.kind(i + 1) === ':') return;
      if (top.slot === 'value' && this.#tokens.isValueAlone(i + 1)) return;
      top.slot = isColon ? 'value' : 'key';
    }
    this.#give(isColon ? { ...token, kind: ':' } : token);
  }

  #close(token: LooseToken, i: number): void {
    const kind = token.kind === '}' ? '{' : '[';
    const top = this.#top;
    if (!top) return;
    if (this.#standsInEntry(top, i)) return;
    if (top.slot === 'value' && this.#isIndented && this.#impliedOpening(token, i)) return;
    const level = this.#isIndented ? this.#levelByIndent(token, i, kind) : this.#levelByCount(kind);
    if (level < 0 || (level === 0 && this.#rootGoesOn(i))) {
      this.#surplus[kind]++;
      return;
    }
    while (this.#open.length > level + 1) this.#pop(token.start, token.start);
    this.#pop(token.start, token.end);
  }

  /** Whether a bracket stands between a key and its value, or where only a comma or nothing can. */
  #standsInEntry(top: Open, i: number): boolean {
    if (top.slot === 'colon' && this.#tokens.kind(i + 1) === ':') return true;
    if ((top.slot === 'colon' || top.slot === 'value') && this.#tokens.valueStandsAt(i + 1)) return true;
    const isEntry = this.#tokens.isScalar(i + 1) && this.#tokens.kind(i + 2) === ':';
    return isEntry && !this.#isIndented && this.#surplus[this.#tokens.kind(i) === '}' ? '{' : '['] < 0;
  }

  /** Whether what follows the end of the root belongs to it. */
  #rootGoesOn(i: number): boolean {
    if (this.#open[0]?.kind !== '{') return false;
    const next = this.#tokens.afterClosings(i);
    return this.#tokens.isScalar(next) && this.#tokens.kind(next + 1) === ':';
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
    if (top.line === token.line) return this.#leavesDeeperLine(top, i) ? -1 : this.#levelOnLine(token, kind);
    if (this.#staysInside(top, token, i)) return -1;
    if (!token.isFirst) return top.kind === kind ? last : this.#open.findLastIndex((each) => each.kind === kind);
    const level = this.#open.findLastIndex((each) => each.indent <= token.indent);
    const found = this.#open[level];
    if (!found || found.indent === token.indent || level === last) return Math.max(level, 0);
    return level;
  }

  /** Whether the next line is deeper than a collection that would end on its own line. */
  #leavesDeeperLine(top: Open, i: number): boolean {
    const next = this.#tokens.at(this.#tokens.afterClosings(i));
    return next?.isFirst === true && next.indent > top.indent;
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
    const hasComma = this.#tokens.kind(at) === ',';
    while (this.#tokens.kind(at) === ',') at++;
    const next = this.#tokens.at(at);
    if (!next) return false;
    if (next.line === token.line) {
      if (this.#tokens.closes(at)) return token.isFirst && token.indent !== top.indent;
      return !(hasComma && (next.kind === '{' || next.kind === '['));
    }
    if (this.#tokens.closes(at)) return next.indent >= top.indent && token.indent !== top.indent;
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
}
