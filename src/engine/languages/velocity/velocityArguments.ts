import type { ReferenceName, VelocityString } from './velocityParts.ts';
import { stringEnd } from './velocityStrings.ts';

/** What the strings of an argument list belong to. */
export interface Callee {
  readonly name: string;
  readonly use: VelocityString['use'];
}

/** A reference that begins at a `$`, and what stands inside it. */
export interface ScannedReference extends ReferenceName {
  readonly end: number;
  readonly closed: boolean;
  readonly alternate: boolean;
}

/** Lists nested deeper than this are not read as arguments. */
const DEEPEST = 24;
/** Chains of properties and calls longer than this are not read to their end. */
const LONGEST_PATH = 64;
/** Argument lists that never close, each costing a look at the rest of the template, before calls are no longer believed. */
const MOST_FAILURES = 16;

const NAME = /[A-Za-z_][\w-]*/y;
const INDEX = /\[\s*(?=[-$"'0-9])/y;
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const COMPARING = /^(?:equals|equalsIgnoreCase|contains|startsWith|endsWith|matches|indexOf|lastIndexOf)$/;

/** Reads references and argument lists of one template, collecting the strings and references inside. */
export class VelocityScanner {
  readonly #template: string;
  readonly #interpolated: (written: string) => readonly ReferenceName[];
  #failures = 0;
  #strings: VelocityString[] = [];
  #references: ReferenceName[] = [];

  /** `interpolated` gives the references inside a double-quoted string, which comes with its quotes. */
  constructor(template: string, interpolated: (written: string) => readonly ReferenceName[]) {
    this.#template = template;
    this.#interpolated = interpolated;
  }

  /** What was collected since the last time. */
  take(): { readonly strings: readonly VelocityString[]; readonly references: readonly ReferenceName[] } {
    const taken = { strings: this.#strings, references: this.#references };
    this.#strings = [];
    this.#references = [];
    return taken;
  }

  /** The reference at the `$` at `start`; `undefined` where it is a character like others. */
  reference(start: number, depth = 0): ScannedReference | undefined {
    let at = start + 1;
    const silent = this.#template[at] === '!';
    if (silent) at++;
    const formal = this.#template[at] === '{';
    if (formal) at++;
    const root = this.name(at);
    if (root === '') return undefined;
    const tail = this.#path(root, at + root.length, depth);
    const name = { path: tail.path, ...(tail.callee === undefined ? {} : { callee: tail.callee }), silent, formal };
    if (!formal) return { ...name, end: tail.end, closed: true, alternate: false };
    return { ...name, ...this.#closing(tail.end, root, depth) };
  }

  /** The end of the list whose opening bracket stands at `start`; `undefined` where it does not close. */
  list(start: number, callee: Callee, depth = 0): number | undefined {
    if (this.#failures >= MOST_FAILURES || depth > DEEPEST) return undefined;
    const kept = { strings: this.#strings.length, references: this.#references.length };
    const end = this.#listEnd(start, callee, depth);
    if (end !== undefined) return end;
    this.#failures++;
    this.#strings.length = kept.strings;
    this.#references.length = kept.references;
    return undefined;
  }

  name(at: number): string {
    NAME.lastIndex = at;
    return NAME.exec(this.#template)?.[0] ?? '';
  }

  #closing(at: number, root: string, depth: number): Pick<ScannedReference, 'end' | 'closed' | 'alternate'> {
    if (this.#template[at] === '}') return { end: at + 1, closed: true, alternate: false };
    // The list of an alternate value opens at its bar, as if that were the brace.
    const end = this.#template[at] === '|' ? this.list(at, { name: root, use: 'argument' }, depth + 1) : undefined;
    return end === undefined ? { end: at, closed: false, alternate: false } : { end, closed: true, alternate: true };
  }

  #path(root: string, from: number, depth: number): { path: string[]; callee?: string; end: number } {
    const names = [root];
    let plain = 1;
    let callee: string | undefined;
    let end = from;
    while (names.length < LONGEST_PATH) {
      const step = this.#property(names, end, depth) ?? this.#index(names, end, depth);
      if (!step) break;
      names.push(step.name);
      if (step.called) callee = names.join('.');
      else if (callee === undefined) plain = names.length;
      end = step.end;
    }
    return { path: names.slice(0, plain), ...(callee === undefined ? {} : { callee }), end };
  }

  #property(before: readonly string[], at: number, depth: number) {
    if (this.#template[at] !== '.') return undefined;
    const name = this.name(at + 1);
    if (name === '') return undefined;
    const end = at + 1 + name.length;
    if (this.#template[end] !== '(') return { name, end, called: false };
    const use = COMPARING.test(name) ? 'comparison' : 'argument';
    const close = this.list(end, { name: [...before, name].join('.'), use }, depth + 1);
    return close === undefined ? { name, end, called: false } : { name, end: close, called: true };
  }

  #index(before: readonly string[], at: number, depth: number) {
    INDEX.lastIndex = at;
    const open = INDEX.exec(this.#template);
    const end = open ? this.list(at, { name: before.join('.'), use: 'argument' }, depth + 1) : undefined;
    if (end === undefined) return undefined;
    const inside = this.#template.slice(at + 1, end - 1).trim();
    return { name: inside.replace(/^(["'])(.*)\1$/s, '$2'), end, called: false };
  }

  #listEnd(start: number, callee: Callee, depth: number): number | undefined {
    const open: Bracket[] = [{ closer: CLOSERS[this.#template[start] ?? ''] ?? '}' }];
    const list: List = { callee, depth, open, position: -1, isBetween: true };
    let at = start + 1;
    while (at < this.#template.length) {
      const char = this.#template.charAt(at);
      if (char === open.at(-1)?.closer) {
        open.pop();
        at++;
        if (open.length === 0) return at;
      } else {
        if (open.length === 1) count(list, char);
        const next = this.#skip(char, at, list);
        if (next === undefined) return undefined;
        at = next;
      }
    }
    return undefined;
  }

  #skip(char: string, at: number, list: List): number | undefined {
    const { depth, open } = list;
    switch (char) {
      case '"':
      case "'":
        return this.#string(char, at, list);
      case '$': {
        if (depth > DEEPEST) return undefined;
        const nested = this.reference(at, depth + 1);
        if (nested) this.#references.push(referenceName(nested));
        return nested?.end ?? at + 1;
      }
      case '(':
      case '[':
      case '{':
        open.push({ closer: CLOSERS[char] ?? '' });
        return open.length > DEEPEST ? undefined : at + 1;
      case ')':
      case ']':
      case '}':
        return undefined;
      case ',':
        open[open.length - 1] = { closer: open.at(-1)?.closer ?? '' };
        return at + 1;
      default:
        return at + 1;
    }
  }

  #string(quote: '"' | "'", start: number, { callee, open, position }: List): number | undefined {
    const end = stringEnd(this.#template, start);
    if (end === undefined) return undefined;
    const bracket = open.at(-1);
    if (bracket?.closer === '}' && isFollowedBy(this.#template, end, COLON)) {
      open[open.length - 1] = { closer: '}', key: this.#template.slice(start + 1, end - 1) };
    }
    const key = open.findLast((each) => each.key !== undefined)?.key;
    const inMap = key === undefined ? {} : { key };
    this.#strings.push({ start, end, quote, callee: callee.name, use: callee.use, position, ...inMap });
    if (quote === '"') {
      for (const name of this.#interpolated(this.#template.slice(start, end))) this.#references.push(name);
    }
    return end;
  }
}

/** A bracket that is open, and the key of the entry that is read in a map. */
interface Bracket {
  readonly closer: string;
  readonly key?: string;
}

/** A list of arguments while it is read. */
interface List {
  readonly callee: Callee;
  readonly depth: number;
  readonly open: Bracket[];
  /** Which argument is read, from 0. */
  position: number;
  isBetween: boolean;
}

/** Arguments of a directive stand apart by blanks, others by commas. */
function count(list: List, char: string): void {
  const isBetween = /[\s,]/.test(char);
  if (list.isBetween && !isBetween) list.position++;
  list.isBetween = isBetween;
}

const COLON = /\s{0,20}:/y;

function isFollowedBy(text: string, at: number, pattern: RegExp): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Only what a reference is called. */
export function referenceName({ path, callee, silent, formal }: ReferenceName): ReferenceName {
  return { path, ...(callee === undefined ? {} : { callee }), silent, formal };
}
