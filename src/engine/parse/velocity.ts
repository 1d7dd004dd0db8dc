import { type Callee, referenceName, VelocityScanner } from './velocityArguments.ts';
import type { ReferenceName, VelocityPart } from './velocityParts.ts';

export type { ReferenceName, VelocityPart, VelocityString } from './velocityParts.ts';

/**
 * Reads a Velocity template. Takes what is half typed, or no template at all: a `$` or `#` that begins nothing is text.
 * Never throws; linear in the length. `depth` counts strings inside strings and is for the reader itself.
 */
export function parseVelocity(template: string, depth = 0): readonly VelocityPart[] {
  return MAY_HAVE_SIGNS.test(template) ? new Reader(template, depth).read() : allText(template);
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

const MAY_HAVE_SIGNS = /[$#]/;
const FORMAL = /\$!?\{[A-Za-z_]/y;
const BEFORE_GLUED = /[A-Za-z0-9$!@%^*~?+_]/;
const DEFINITION = /#(?:set|foreach|macro|define)\s{0,9}\([^)]{0,200}/g;
const NAMES = /\$!?\{?([A-Za-z_][\w-]*)/g;
const BARE = /\{(?:else|end)\}|(?:else|end|break)\b/y;
const WITH_ARGUMENTS = /@?([A-Za-z_][\w-]*)[ \t]*(?=\()/y;
const KNOWN: ReadonlySet<string> = new Set(['set', 'if', 'elseif', 'foreach', 'macro', 'define', 'noescape']);
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

  constructor(template: string, depth: number) {
    this.#template = template;
    this.#scanner = new VelocityScanner(template, (content) => interpolated(content, depth + 1));
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
   * what is defined when the request is made: we take it so before a brace, where nobody writes a `$` that is only a character.
   */
  #dollar(start: number): number | undefined {
    const slashes = this.#slashes(start);
    const formal = matchAt(FORMAL, this.#template, start) !== null;
    if (slashes % 2 === 1) {
      if (formal) this.#unescape(start, slashes);
      return undefined;
    }
    const reference = this.#scanner.reference(start);
    if (!reference || this.#isGlued(start, reference)) return undefined;
    if (formal) this.#unescape(start, slashes);
    const { end, closed, alternate } = reference;
    this.#push(
      { kind: 'reference', start, end, ...referenceName(reference), closed, alternate, ...this.#scanner.take() },
      end,
    );
    return end;
  }

  /**
   * Whether `$name` ends a word, as in a password: a plain name that the template itself does not define. The engine would
   * print it as it stands.
   */
  #isGlued(start: number, { path, callee, silent, formal }: ReferenceName): boolean {
    const [name = '', ...others] = path;
    if (formal || silent || callee !== undefined || others.length > 0) return false;
    return start > this.#from && BEFORE_GLUED.test(this.#template.charAt(start - 1)) && !this.#defined().has(name);
  }

  #defined(): ReadonlySet<string> {
    this.#names ??= new Set(
      Array.from(this.#template.matchAll(DEFINITION), ([definition]) => definition).flatMap((definition) =>
        Array.from(definition.matchAll(NAMES), ([, name = '']) => name),
      ),
    );
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
        return this.#directive(start);
    }
  }

  #lineComment(start: number): number | undefined {
    if (this.#escaped(start)) return undefined;
    const lineEnd = this.#template.indexOf('\n', start);
    const end = lineEnd < 0 ? this.#template.length : lineEnd;
    this.#push({ kind: 'comment', start, end, ...NOTHING }, this.#behindLine(end));
    return this.#from;
  }

  #blockComment(start: number): number | undefined {
    const end = this.#endOf('*#', start + 3);
    if (end === undefined || this.#escaped(start)) return undefined;
    this.#push({ kind: 'comment', start, end, ...NOTHING }, this.#behindLine(end));
    return this.#from;
  }

  /** `#[[…]]#`: its content is text. */
  #literal(start: number): number | undefined {
    const end = this.#template[start + 2] === '[' ? this.#endOf(']]#', start + 4) : undefined;
    if (end === undefined || this.#escaped(start)) return undefined;
    this.#text(start);
    this.#from = start + 3;
    this.#text(end - 3);
    this.#from = end;
    return end;
  }

  #directive(start: number): number | undefined {
    const bare = matchAt(BARE, this.#template, start + 1);
    if (bare) {
      if (this.#escaped(start)) return undefined;
      return this.#directivePart(start, start + 1 + bare[0].length, bare[0].replace(/[{}]/g, ''));
    }
    const call = matchAt(WITH_ARGUMENTS, this.#template, start + 1);
    if (!call) return undefined;
    const name = call[1] ?? '';
    const slashes = this.#slashes(start);
    if (slashes % 2 === 1) {
      if (KNOWN.has(name)) this.#unescape(start, slashes);
      return undefined;
    }
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

  /** Whether a sign is text because of the backslashes before it, which are read on the way. */
  #escaped(sign: number): boolean {
    const slashes = this.#slashes(sign);
    this.#unescape(sign, slashes);
    return slashes % 2 === 1;
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

function interpolated(content: string, depth: number): readonly ReferenceName[] {
  if (depth > DEEPEST_STRING || !content.includes('$')) return [];
  return parseVelocity(content.replaceAll('\\"', '"'), depth).flatMap((part) =>
    part.kind === 'reference' ? [referenceName(part), ...part.references] : part.references,
  );
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
