import { ArgumentReader } from './argumentReader.ts';
import { type Dialect, Unsure } from './dialect.ts';
import type { Expression, Reference, Template, TemplateNode } from './nodes.ts';
import type { Signs } from './signs.ts';

/** `#set(` and `#{set}(`: the only directive that blanks before it belong to. */
export const SET: Readonly<Record<Dialect, RegExp>> = {
  '1.7': /#(?:set|\{set\}) *\(/y,
  '2': /#(?:set|\{set\})[ \t]*\(/y,
};
const LINE_END = /[ \t]*(?:\r\n|\n|\r)/y;
const MACRO = /#\{?macro\}?\s*\(\s*([A-Za-z_@]\w*)/g;
/** 1.7 takes a word directly behind a bracket for the beginning of something, and loses what follows it. */
const BEHIND_BRACKET = /^(?:(?:true|false)(?![\w-])|[A-Za-z_][\w-]{0,59}(?:$|\.[A-Za-z]|[[{]|#[#*[]|\\*\$!?[.[]))/;
/** Characters looked at behind a reference. */
const AHEAD = 60;

/** Where the reading of a template stands, and what came of it. */
export class TemplateCursor {
  readonly source: string;
  readonly dialect: Dialect;
  /** The macros that the template defines anywhere. */
  readonly macros: ReadonlySet<string>;
  readonly #arguments: ArgumentReader;
  /** The next character. */
  at = 0;
  /** Signs that are printed with the text that comes next, or never. */
  signs = '';
  /** 2.x: whether a directive here would have its line for itself. */
  isLineStart = true;
  /** Whether a reference without braces is not over although others follow it. */
  #isOpen = false;
  #nodes: TemplateNode[] = [];

  /** `interpolated` reads the content of a double-quoted string that has signs in it. */
  constructor(source: string, dialect: Dialect, interpolated: (content: string) => Expression) {
    this.source = source;
    this.dialect = dialect;
    this.#arguments = new ArgumentReader(source, dialect, interpolated);
    this.macros = new Set(Array.from(source.matchAll(MACRO), ([, name = '']) => name));
  }

  get isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  get next(): string {
    return this.source.charAt(this.at);
  }

  /** The characters from here on. */
  ahead(length = AHEAD): string {
    return this.source.slice(this.at, this.at + length);
  }

  /** Takes what a sticky expression matches here. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  isAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.source);
  }

  /** Takes blanks and a line end, where nothing else stands before it. */
  restOfLine(): string {
    const rest = this.take(LINE_END);
    if (rest !== undefined) this.isLineStart = true;
    return rest ?? '';
  }

  /** A text, with the signs that wait for one. */
  text(text: string): void {
    if (text !== '' || this.signs !== '') this.push({ kind: 'text', text: this.signs + text });
  }

  /** Signs before anything but a text are lost. */
  push(node: TemplateNode): void {
    this.signs = '';
    this.#nodes.push(node);
  }

  /** What `read` pushes, apart from what was pushed before. */
  collect(read: () => void): Template {
    const around = this.#nodes;
    this.#nodes = [];
    read();
    const nodes = this.#nodes;
    this.#nodes = around;
    return nodes;
  }

  /** Reads with the reader of arguments from here on. */
  inBrackets<T>(read: (reader: ArgumentReader) => T): T {
    this.#arguments.at = this.at;
    const result = read(this.#arguments);
    this.at = this.#arguments.at;
    return result;
  }

  /** The reference that begins with these signs. */
  reference(signs: Signs): Reference {
    const reference = this.inBrackets((reader) => reader.reference(signs));
    this.closeBehind(signs.formal ? undefined : reference);
    return reference;
  }

  /**
   * A reference without braces ends where its engine says, which is not always where one would think: what could continue
   * it is left alone. To be called behind everything that does not end what was before it.
   */
  closeBehind(shorthand?: Reference): void {
    const ahead = this.ahead();
    if (shorthand && this.#continues(shorthand, ahead)) throw new Unsure();
    if (/^[ \t]*#(?:set|\{set\})[ \t]*\(/.test(ahead)) this.#isOpen ||= shorthand !== undefined;
    // The first of two reaches over the second, up to a character that ends both.
    else if (/^\\*\$/.test(ahead)) this.#isOpen ||= (shorthand?.steps.length ?? 0) > 0;
    else if (this.#isOpen && /^[\w[\]({})|.#\\-]/.test(ahead)) throw new Unsure();
    else this.#isOpen = false;
  }

  #continues({ literal }: Reference, ahead: string): boolean {
    if (/^(?:\{|\[|#[#*[]|\\*\$!?[.[])/.test(ahead)) return true;
    return this.dialect === '1.7' && /[)\]]$/.test(literal) && BEHIND_BRACKET.test(ahead);
  }
}
