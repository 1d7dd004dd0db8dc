import { type Callee, referenceName, VelocityScanner } from './velocityArguments.ts';
import { DIRECTIVES } from './velocityDirectives.ts';
import type { ReferenceName, VelocityPart } from './velocityParts.ts';
import { isKnownRoot, signNamed } from './velocityRoots.ts';
import { stringContent } from './velocityStrings.ts';

export type { ReferenceName, VelocityPart, VelocityString } from './velocityParts.ts';

/** How a template is read. */
export interface VelocityReading {
  /** Strings that this one stands in: for the reader itself. */
  readonly depth?: number;
  /** Names that mean something because what stands around it defines them. */
  readonly defined?: ReadonlySet<string>;
  /** `any`: names that the template does not define mean something, too, as in the template of an answer. */
  readonly roots?: 'any';
  /** `text`: comments in the middle of a word, and those that nothing ends, are read as what stands there. */
  readonly gluedComments?: 'text';
}

/**
 * Reads a Velocity template. Takes what is half typed, or no template at all: a `$` or `#` that begins nothing is text, and
 * so is `$name` without braces where nothing has that name. Never throws; linear in the length.
 */
export function parseVelocity(template: string, reading: VelocityReading = {}): readonly VelocityPart[] {
  return MAY_HAVE_SIGNS.test(template) ? new Reader(template, reading).read() : allText(template);
}

function allText({ length }: string): readonly VelocityPart[] {
  return length === 0 ? [] : [{ kind: 'text', start: 0, end: length, ...NOTHING }];
}

/** Every reference of a template, also those inside arguments and interpolated strings. */
export function velocityReferences(template: string): readonly ReferenceName[] {
  return parseVelocity(template).flatMap((part) =>
    part.kind === 'reference' ? [part, ...part.references] : part.references,
  );
}

/** The names that a template's own directives define: variables, parameters, blocks. */
export function definedNames(template: string): ReadonlySet<string> {
  const names = Array.from(template.matchAll(VARIABLE), ([, name = '']) => name);
  for (const [macro] of template.matchAll(MACRO)) {
    for (const [, name = ''] of macro.matchAll(NAMES)) names.push(name);
  }
  return new Set(names);
}

const MAY_HAVE_SIGNS = /[$#]/;
/** `$!` before what begins no reference; before a line end and at the end engines differ. */
const LOST_BANG = /\$\\*!(?=[^\w{[$#}.\\\s]|\d|\\(?:[^\\$#]|$)|[ \t]+(?:[^ \t\r\n]|$))/y;
const LOST_SIGN = /(?:\$!?|#)\\\\(?!\\*\$)/y;
const GLUED = /^\S##\S$/;
const VARIABLE = /#\{?(?:set|foreach|define)\}?\s{0,9}\(\s{0,9}\$!?\{?([A-Za-z_][\w-]*)/g;
const MACRO = /#\{?macro\}?\s{0,9}\([^)]{0,400}/g;
const NAMES = /\$!?\{?([A-Za-z_][\w-]*)/g;
const BARE = /\{(?:else|end)\}|(?:else|end|break|stop)\b/y;
const WITH_ARGUMENTS = /@?([A-Za-z_][\w-]*)[ \t]*(?=\()/y;
const KNOWN: ReadonlySet<string> = new Set(['set', 'if', 'elseif', 'foreach', 'macro', 'define', 'noescape']);
/** The language's own words: a backslash before one of them makes it text. */
const ESCAPABLE: ReadonlySet<string> = new Set([...DIRECTIVES, 'noescape']);
const WORD = /([A-Za-z_@][\w@]*)|\{[A-Za-z_]\w*\}/y;
const ASSIGNED = /\(\s*\$!?\{?([A-Za-z_][\w.-]*)/y;
const LINE_END = /[ \t]*\r?\n/y;
/** Strings inside strings are looked into this often. */
const DEEPEST_STRING = 3;
const NOTHING = { strings: [], references: [] } as const;

class Reader {
  readonly #template: string;
  readonly #scanner: VelocityScanner;
  readonly #parts: VelocityPart[] = [];
  /** Where the text that is not yet a part begins. */
  #from = 0;
  /** Where an end marker was last found; -1 when it does not come any more. */
  readonly #markers = new Map<string, number>();
  /** What the template's own directives define, once it was asked for. */
  #names: ReadonlySet<string> | undefined;

  readonly #reading: VelocityReading;

  constructor(template: string, reading: VelocityReading) {
    this.#template = template;
    this.#reading = reading;
    this.#scanner = new VelocityScanner(template, (written) =>
      interpolated(written, { ...reading, defined: this.#defined() }),
    );
  }

  read(): readonly VelocityPart[] {
    const signs = /[$#]/g;
    for (let sign = signs.exec(this.#template); sign; sign = signs.exec(this.#template)) {
      const next = sign[0] === '$' ? this.#dollar(sign.index) : this.#hash(sign.index);
      signs.lastIndex = next ?? sign.index + 1;
    }
    this.#text(this.#template.length);
    return this.#parts;
  }

  /**
   * Reads what begins at a `$`; the offset to go on from, `undefined` where it is text. Whether a backslash escapes depends on
   * what is defined when the request is made: we take it so for names that mean something, and before a brace, where nobody
   * writes a `$` that is only a character.
   */
  #dollar(start: number): number | undefined {
    const slashes = this.#slashes(start);
    const reference = this.#scanner.reference(start);
    if (!reference || this.#isText(reference)) {
      this.#scanner.take();
      return this.#lostAt(start);
    }
    const isDefined = reference.formal || this.#isDefined(reference.path[0] ?? '');
    if (isDefined) this.#unescape(start, slashes);
    if (slashes % 2 === 1) {
      this.#scanner.take();
      return undefined;
    }
    const { end, closed, alternate } = reference;
    const printed = closed && !alternate && !this.#defined().has('esc') ? signNamed(reference) : undefined;
    if (printed !== undefined) {
      this.#push({ kind: 'text', start, end, printed, ...this.#scanner.take() }, end);
      return end;
    }
    this.#push(
      { kind: 'reference', start, end, ...referenceName(reference), closed, alternate, ...this.#scanner.take() },
      end,
    );
    return end;
  }

  /** Whether a name without braces and without a call means nothing: the engine prints it as it stands. */
  #isText({ path, callee, silent, formal }: ReferenceName): boolean {
    return !(formal || silent || callee !== undefined || this.#isDefined(path[0] ?? ''));
  }

  #isDefined(name: string): boolean {
    const { roots, defined } = this.#reading;
    return roots === 'any' || isKnownRoot(name) || defined?.has(name) === true || this.#defined().has(name);
  }

  /** What engines lose around a sign that begins nothing: the `!` behind a `$`, and a sign before two backslashes. */
  #lostAt(sign: number): number | undefined {
    const pair = this.#slashes(sign) === 0 ? matchAt(LOST_SIGN, this.#template, sign) : undefined;
    const lost = matchAt(LOST_BANG, this.#template, sign) ?? pair;
    if (!lost) return undefined;
    const [written] = lost;
    const end = sign + written.length;
    const printed = written.endsWith('!') ? '$' : written.slice(-2);
    this.#push({ kind: 'text', start: sign, end, printed, ...NOTHING }, end);
    return end;
  }

  #defined(): ReadonlySet<string> {
    this.#names ??= definedNames(this.#template);
    return this.#names;
  }

  #hash(start: number): number | undefined {
    switch (this.#template.charAt(start + 1)) {
      case '#':
        return this.#lineComment(start);
      case '*':
        return this.#blockComment(start);
      case '[':
        return this.#literal(start);
      default:
        return this.#directive(start) ?? this.#lostAt(start);
    }
  }

  /** No backslash escapes a comment. */
  #lineComment(start: number): number | undefined {
    if (this.#isGlued(start)) return undefined;
    const lineEnd = this.#template.indexOf('\n', start);
    const end = lineEnd < 0 ? this.#template.length : lineEnd;
    this.#push({ kind: 'comment', start, end, ...NOTHING }, this.#behindLine(end));
    return this.#from;
  }

  /** One that nothing ends takes everything behind it. */
  #blockComment(start: number): number | undefined {
    const closed = this.#endOf('*#', start + 2);
    const end = closed ?? this.#template.length;
    const { gluedComments, depth = 0 } = this.#reading;
    const isText = gluedComments === 'text' || (end === start + 2 && depth === 0);
    if (closed === undefined && isText) return undefined;
    this.#push({ kind: 'comment', start, end, ...NOTHING }, end);
    return end;
  }

  /** Whether `##` stands in the middle of a word, and is to be read as what stands there. */
  #isGlued(start: number): boolean {
    return (
      this.#reading.gluedComments === 'text' && start > 0 && GLUED.test(this.#template.slice(start - 1, start + 3))
    );
  }

  /** `#[[…]]#`: its content is text. */
  #literal(start: number): number | undefined {
    const end = this.#template[start + 2] === '[' ? this.#endOf(']]#', start + 4) : undefined;
    if (end === undefined) return undefined;
    this.#text(start);
    this.#from = start + 3;
    this.#text(end - 3);
    this.#from = end;
    return end;
  }

  #directive(start: number): number | undefined {
    const slashes = this.#slashes(start);
    if (slashes % 2 === 1) {
      const [whole, name = whole?.slice(1, -1)] = matchAt(WORD, this.#template, start + 1) ?? [];
      if (name !== undefined && ESCAPABLE.has(name)) this.#unescape(start, slashes);
      return undefined;
    }
    const bare = matchAt(BARE, this.#template, start + 1);
    if (bare) {
      this.#unescape(start, slashes);
      return this.#directivePart(start, start + 1 + bare[0].length, bare[0].replace(/[{}]/g, ''));
    }
    const call = matchAt(WITH_ARGUMENTS, this.#template, start + 1);
    if (!call) return undefined;
    const name = call[1] ?? '';
    const open = start + 1 + call[0].length;
    const end = this.#scanner.list(open, this.#calleeOf(name, open));
    if (end === undefined) return undefined;
    if (KNOWN.has(name)) this.#unescape(start, slashes);
    return this.#directivePart(start, end, name);
  }

  #directivePart(start: number, end: number, name: string): number {
    const known = KNOWN.has(name) || !this.#template.slice(start, end).includes('(');
    this.#push(
      { kind: 'directive', start, end, name, known, ...this.#scanner.take() },
      known ? this.#behindLine(end) : end,
    );
    return this.#from;
  }

  #calleeOf(name: string, open: number): Callee {
    if (name === 'if' || name === 'elseif') return { name, use: 'comparison' };
    if (name !== 'set') return { name, use: 'argument' };
    return { name: `set:${matchAt(ASSIGNED, this.#template, open)?.[1] ?? ''}`, use: 'assignment' };
  }

  /** How many backslashes stand before a sign. */
  #slashes(sign: number): number {
    let count = 0;
    while (sign - count > this.#from && this.#template[sign - count - 1] === '\\') count++;
    return count;
  }

  /** Each pair of backslashes before a sign with a meaning is one; an odd one is nothing. */
  #unescape(sign: number, slashes: number): void {
    if (slashes === 0) return;
    this.#text(sign - slashes + Math.floor(slashes / 2));
    this.#from = sign;
  }

  #push(next: VelocityPart, from: number): void {
    this.#text(next.start);
    this.#parts.push(next);
    this.#from = from;
  }

  #text(end: number): void {
    if (end > this.#from) this.#parts.push({ kind: 'text', start: this.#from, end, ...NOTHING });
  }

  #endOf(marker: string, from: number): number | undefined {
    let at = this.#markers.get(marker) ?? 0;
    if (at >= 0 && at < from) at = this.#template.indexOf(marker, from);
    this.#markers.set(marker, at);
    return at < 0 ? undefined : at + marker.length;
  }

  /** A directive or comment takes the end of its line with it. */
  #behindLine(end: number): number {
    return end + (matchAt(LINE_END, this.#template, end)?.[0].length ?? 0);
  }
}

function interpolated(written: string, { depth = 0, ...reading }: VelocityReading): readonly ReferenceName[] {
  if (depth >= DEEPEST_STRING || !written.includes('$')) return [];
  return parseVelocity(stringContent(written), { ...reading, depth: depth + 1 }).flatMap((part) =>
    part.kind === 'reference' ? [referenceName(part), ...part.references] : part.references,
  );
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
