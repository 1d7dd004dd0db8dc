import type { Span } from '../../../base/span.ts';
import type { Codec, MappedText } from '../../text/index.ts';
import { LazyScalar, MAX_DEPTH, type ParseProblem, type ScalarStyle, type SourceNode } from '../../tree/index.ts';
import { callNode } from './hclCalls.ts';
import { HclOperands } from './hclOperands.ts';
import { HclScanner, isNameStart, type StringSpan } from './hclScanner.ts';
import { hclBareCodec, hclHeredocCodec, hclReferenceCodec, hclStringCodec } from './hclStringCodec.ts';
import { composedText, directiveBodies } from './hclTexts.ts';

/** A text with more problems is not HCL at all. */
const MAX_PROBLEMS = 100;

/** Inside brackets an expression goes over line breaks. */
export type Lines = 'within' | 'across';

/** Reads expressions by recursive descent: every value that one can have, whatever the operators between them mean. */
export class HclExpressions {
  readonly scanner: HclScanner;
  readonly problems: ParseProblem[] = [];
  /** Every text in quotes and every heredoc that was read in the place of a value. */
  readonly strings: StringSpan[] = [];
  /** A scalar written in quotes. */
  readonly string: ScalarStyle;
  /** A name, a number, one of the words that stand for themselves. */
  readonly word: ScalarStyle;
  readonly #heredoc: ScalarStyle;
  readonly #reference: ScalarStyle;
  readonly #bare: ScalarStyle;
  readonly #readBraces: () => SourceNode;
  #templates = 0;

  /** @param readBraces reads the object whose brace stands at the scanner's offset */
  constructor(source: MappedText, readBraces: () => SourceNode) {
    const style = (codec: Codec, type: ScalarStyle['type']): ScalarStyle => ({ source, codec, type });
    this.scanner = new HclScanner(source.text);
    this.string = style(hclStringCodec, 'string');
    this.word = style(hclStringCodec, 'other');
    this.#heredoc = style(hclHeredocCodec, 'string');
    this.#reference = style(hclReferenceCodec, 'other');
    this.#bare = style(hclBareCodec, 'string');
    this.#readBraces = readBraces;
  }

  /** Reads what a bracket at `at` opens; skips it where that is too deep. */
  nested(read: (start: number) => SourceNode): SourceNode {
    const scanner = this.scanner;
    const start = scanner.at;
    scanner.at++;
    if (scanner.depth >= MAX_DEPTH) {
      this.#skipNested();
      this.problem(start, 'too-deep');
      return new LazyScalar(this.#reference, start, scanner.at);
    }
    scanner.depth++;
    const node = read(start);
    scanner.depth--;
    return node;
  }

  #skipNested(): void {
    const scanner = this.scanner;
    for (let open = 1; open > 0 && scanner.at < scanner.end; ) {
      scanner.skip('across');
      const { code } = scanner;
      if (scanner.isCut) return;
      if (code === QUOTE) scanner.string();
      else scanner.at++;
      if (code === OPEN_BRACE || code === OPEN_BRACKET || code === OPEN_PAREN) open++;
      if (code === CLOSE_BRACE || code === CLOSE_BRACKET || code === CLOSE_PAREN) open--;
    }
  }

  /** Whether the arrow of a `for` stands here. */
  isArrow(): boolean {
    return this.scanner.text.startsWith('=>', this.scanner.at);
  }

  /** Values between commas, up to a closing bracket or parenthesis. */
  #list(closer: number): SourceNode[] {
    const scanner = this.scanner;
    const items: SourceNode[] = [];
    for (;;) {
      const item = this.expression('across');
      if (item) items.push(item);
      const { code } = scanner;
      if (scanner.isCut || scanner.at >= scanner.end || code === CLOSE_BRACE) return items;
      scanner.at += this.isArrow() ? 2 : 1;
      if (code === closer) return items;
    }
  }

  /** Reads an expression up to what cannot belong to it; that is left. `undefined` where none is there. */
  expression(lines: Lines): SourceNode | undefined {
    const { scanner } = this;
    const start = scanner.at;
    const operands = new HclOperands();
    for (;;) {
      scanner.skip(lines);
      if (scanner.isCut || scanner.at >= scanner.end) break;
      const { code } = scanner;
      if (ENDS.has(code)) break;
      const operand = this.#operand(code);
      if (operand) operands.add(operand);
      else if (!this.#operator(code, operands)) break;
    }
    return operands.node({ start, end: scanner.at });
  }

  /** Reads over an operator, or over a character that is nothing; false where the expression ends before it. */
  #operator(code: number, operands: HclOperands): boolean {
    const { scanner } = this;
    if (code === QUESTION) operands.question();
    else if (code === COLON) {
      if (!operands.colon()) return false;
    } else if (code === EQUALS || code === LESS || code === GREATER || code === EXCLAMATION) {
      const isDouble = scanner.text.charCodeAt(scanner.at + 1) === EQUALS;
      if (code === EQUALS && !isDouble) return false;
      if (code !== EXCLAMATION || isDouble) operands.compare();
      if (isDouble) scanner.at++;
    }
    scanner.at++;
    return true;
  }

  /** One operand, read over; `undefined` where the character is an operator, or nothing at all. */
  #operand(code: number): SourceNode | undefined {
    const scanner = this.scanner;
    if (code === QUOTE) return this.#text(scanner.string(), this.string);
    if (code === APOSTROPHE) return this.#apostrophes();
    if (code === LESS) {
      const heredoc = scanner.heredoc();
      return heredoc && this.#text(heredoc, this.#heredoc);
    }
    if (code === OPEN_BRACE) return this.#readBraces();
    if (code === OPEN_BRACKET || code === OPEN_PAREN) return this.#behind(this.#bracketed(code));
    const isDigit = code >= 48 && code <= 57;
    if (!isDigit && !isNameStart(code)) return undefined;
    return this.#unquoted() ?? (isDigit ? this.#number() : this.#named());
  }

  /** A long word with digits that goes on with nothing: no name, but a value whose quotes are not typed yet. */
  #unquoted(): SourceNode | undefined {
    const { scanner } = this;
    const { at: start, text } = scanner;
    UNQUOTED.lastIndex = start;
    const word = UNQUOTED.exec(text)?.[0];
    if (word === undefined || start + word.length > scanner.end || !/\d/.test(word) || !/[A-Za-z]/.test(word))
      return undefined;
    this.problem(start);
    scanner.at = start + word.length;
    return new LazyScalar(this.#bare, start, scanner.at);
  }

  #bracketed(code: number): SourceNode {
    const isTuple = code === OPEN_BRACKET;
    return this.nested((start) => {
      const items = this.#list(isTuple ? CLOSE_BRACKET : CLOSE_PAREN);
      const [only] = items;
      if (!isTuple && only && items.length === 1) return only;
      return { kind: 'seq', start, end: this.scanner.at, items };
    });
  }

  /** Not HCL, but what an author used to other languages types first. */
  #apostrophes(): SourceNode | undefined {
    const scanner = this.scanner;
    const { at: start, text } = scanner;
    const line = text.indexOf('\n', start);
    const close = text.indexOf("'", start + 1);
    if (close < 0 || close >= scanner.end || (line >= 0 && line < close)) return undefined;
    this.problem(start);
    scanner.at = close + 1;
    return new LazyScalar({ ...this.word, type: 'string' }, start + 1, close);
  }

  #number(): SourceNode {
    const scanner = this.scanner;
    const start = scanner.at;
    NUMBER.lastIndex = start;
    NUMBER.test(scanner.text);
    scanner.at = Math.min(scanner.end, Math.max(NUMBER.lastIndex, start + 1));
    return new LazyScalar(this.word, start, scanner.at);
  }

  /** A function call, a reference, or one of the words that stand for themselves. */
  #named(): SourceNode {
    const scanner = this.scanner;
    const start = scanner.at;
    let end = scanner.nameEnd(start);
    while (scanner.text.startsWith('::', end)) end = scanner.nameEnd(end + 2);
    scanner.at = end;
    if (scanner.code === OPEN_PAREN) {
      const callee = scanner.text.slice(start, end);
      return this.#behind(this.nested(() => callNode(callee, this.#list(CLOSE_PAREN), { start, end: scanner.at })));
    }
    if (WORDS.has(scanner.text.slice(start, Math.min(end, start + 6)))) return new LazyScalar(this.word, start, end);
    this.#accessors();
    return new LazyScalar(this.#reference, start, scanner.at);
  }

  /** A value with what is taken out of it, as in `{a = "x"}["a"]`: the whole still counts. */
  #behind(node: SourceNode): SourceNode {
    this.#accessors();
    return node;
  }

  /** Reads over `.name`, `.0`, `.*` and `[…]`. */
  #accessors(): void {
    const scanner = this.scanner;
    for (;;) {
      const { code, at } = scanner;
      if (code === DOT) {
        const name = scanner.nameEnd(at + 1);
        ACCESS.lastIndex = at + 1;
        scanner.at = Math.min(
          scanner.end,
          name > at + 1 ? name : ACCESS.test(scanner.text) ? ACCESS.lastIndex : at + 1,
        );
      } else if (code === OPEN_BRACKET) this.#bracketed(code);
      else return;
    }
  }

  /** A string or heredoc: the expression in it where it is nothing else, with the values in its interpolations. */
  #text(read: StringSpan, style: ScalarStyle): SourceNode {
    this.strings.push(read);
    const { start, end, interpolations } = read;
    const [first] = interpolations;
    if (first && style === this.string && first.start === start + 1 && first.end === end - 1) {
      const inner = this.#isDirective(first) ? undefined : this.#inside(first);
      return inner ?? new LazyScalar(this.#reference, start, end);
    }
    const whole = new LazyScalar(style, start, end);
    if (interpolations.length === 0) return whole;
    const bodies = directiveBodies(whole, interpolations, (each) => this.#isDirective(each));
    if (bodies) return bodies;
    return interpolations.some(({ holdsString }) => holdsString)
      ? composedText(whole, interpolations, (each) => (this.#isDirective(each) ? undefined : this.#inside(each)))
      : whole;
  }

  #isDirective({ start }: Span): boolean {
    return this.scanner.text.charCodeAt(start) === PERCENT;
  }

  /** The expression of an interpolation. */
  #inside({ start, end }: Span): SourceNode | undefined {
    const scanner = this.scanner;
    const { at, end: limit } = scanner;
    if (scanner.depth >= MAX_DEPTH || this.#templates >= DEEPEST_TEMPLATE) return undefined;
    scanner.depth++;
    this.#templates++;
    scanner.at = start + 2;
    scanner.end = end - 1;
    const node = this.expression('across');
    scanner.at = at;
    scanner.end = limit;
    scanner.isCut = false;
    scanner.depth--;
    this.#templates--;
    return node;
  }

  problem(offset: number, code: ParseProblem['code'] = 'syntax'): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ code, offset });
  }
}

/** Interpolations in strings in interpolations are looked into this often. */
const DEEPEST_TEMPLATE = 12;
/** Shorter words are names. */
const UNQUOTED = /[\w-]{16,4096}(?![\w.([:-])/y;
const NUMBER = /\d[\d.]*(?:[eE][+-]?\d+)?/y;
const ACCESS = /\d+|\*/y;
const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

const LINE_FEED = 10;
const QUOTE = 34;
const PERCENT = 37;
const APOSTROPHE = 39;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const COMMA = 44;
const DOT = 46;
const EXCLAMATION = 33;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
/** A line break (read over where the expression may have some), a comma, a closing bracket. */
const ENDS: ReadonlySet<number> = new Set([LINE_FEED, COMMA, CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE]);
