import type { MappedText } from '../../text/index.ts';
import { LazyScalar, type MapEntry, type MapNode, type ScalarNode, type SourceNode } from '../../tree/index.ts';
import { HclExpressions } from './hclExpressions.ts';
import type { HclFile } from './hclFile.ts';
import { type HclScanner, isNameStart } from './hclScanner.ts';

/** Reads bodies. Blocks and objects are read alike: where one is broken, it need not be known which it was. */
export class HclReader {
  readonly #expressions: HclExpressions;
  readonly #scanner: HclScanner;

  constructor(source: MappedText) {
    this.#expressions = new HclExpressions(source, () => this.#braces());
    this.#scanner = this.#expressions.scanner;
  }

  file(): HclFile {
    const root: MapNode = { kind: 'map', start: 0, end: this.#scanner.end, entries: this.#items('root') };
    const { problems, strings } = this.#expressions;
    const { comments, doubtful, isLeftOpen } = this.#scanner;
    return { root, comments, strings, doubtful, problems, isBroken: problems.length > 0 || isLeftOpen };
  }

  alone(): SourceNode | undefined {
    return this.#expressions.expression('across');
  }

  /** Arguments, blocks and the entries of objects, up to the closing brace (the end of the text at the root). */
  #items(where: 'root' | 'braces'): MapEntry[] {
    const scanner = this.#scanner;
    const entries: MapEntry[] = [];
    for (;;) {
      scanner.skip('across');
      if (scanner.isCut) {
        if (where === 'braces') return entries;
        scanner.isCut = false;
      }
      const { at, code } = scanner;
      if (at >= scanner.end) {
        scanner.isLeftOpen ||= where === 'braces';
        return entries;
      }
      if (code === CLOSE_BRACE) {
        scanner.at++;
        if (where === 'braces') return entries;
        this.#expressions.problem(at);
      } else if (code === COMMA) scanner.at++;
      else if (code === QUOTE || isNameStart(code)) this.#item(entries);
      else this.#unnamed(entries, at);
      if (scanner.at === at) scanner.at++;
    }
  }

  /** What begins with a name or a string. */
  #item(entries: MapEntry[]): void {
    const scanner = this.#scanner;
    const keys = [this.#key()];
    scanner.skip('within');
    while (keys.length <= MOST_LABELS && (scanner.code === QUOTE || isNameStart(scanner.code))) {
      if (this.#isForExpression(keys)) break;
      keys.push(this.#key());
      scanner.skip('within');
    }
    if (this.#isForExpression(keys)) this.#forExpression(keys, entries);
    else if (this.#isAssignment(scanner.code)) this.#argument(keys, entries);
    else if (scanner.code === OPEN_BRACE) this.#block(keys, entries);
    else this.#halfItem(keys, entries);
  }

  /** The word and a name behind it: an argument or a block can have the same name. */
  #isForExpression(keys: readonly ScalarNode[]): boolean {
    const { text, code } = this.#scanner;
    const [first] = keys;
    if (!first || keys.length > 1 || first.end - first.start !== 3 || !isNameStart(code)) return false;
    return text.startsWith('for', first.start);
  }

  #isAssignment(code: number): boolean {
    if (code === COLON) return true;
    return code === EQUALS && this.#scanner.text.charCodeAt(this.#scanner.at + 1) !== EQUALS;
  }

  #argument(keys: readonly ScalarNode[], entries: MapEntry[]): void {
    const scanner = this.#scanner;
    const key = keys.at(-1);
    if (keys.length > 1) this.#expressions.problem(scanner.at);
    scanner.at++;
    if (scanner.code === GREATER) scanner.at++;
    if (key) entries.push({ key, value: this.#expressions.expression('within') });
  }

  #block(keys: readonly ScalarNode[], entries: MapEntry[]): void {
    const [type, ...labels] = keys;
    if (!type) return;
    const { start } = type;
    let value: SourceNode = this.#braces();
    for (const key of labels.reverse()) {
      value = { kind: 'map', start, end: value.end, entries: [{ key, value }] };
    }
    entries.push({ key: type, value });
  }

  /** `{for k, v in x : k => v}`: its values, without names. */
  #forExpression(keys: readonly ScalarNode[], entries: MapEntry[]): void {
    const [key] = keys;
    const scanner = this.#scanner;
    for (;;) {
      const value = this.#expressions.expression('across');
      if (key && value) entries.push({ key: this.#empty(value.start), value });
      if (scanner.isCut || scanner.at >= scanner.end || scanner.code === CLOSE_BRACE) return;
      scanner.at += this.#expressions.isArrow() ? 2 : 1;
    }
  }

  /** A name without a value, or a value without a name: the equals sign is missing, or not typed yet. */
  #halfItem(keys: readonly ScalarNode[], entries: MapEntry[]): void {
    const [first, ...others] = keys;
    if (!first) return;
    this.#expressions.problem(first.start);
    const values = others.filter(({ type }) => type === 'string');
    if (values.length === 0 && first.type === 'string') entries.push({ key: this.#empty(first.start), value: first });
    for (const value of values) entries.push({ key: first, value });
  }

  /** A value where a name should stand. */
  #unnamed(entries: MapEntry[], at: number): void {
    const scanner = this.#scanner;
    const value = this.#expressions.expression('within');
    scanner.skip('within');
    if (value && this.#isAssignment(scanner.code)) {
      const key = value.kind === 'scalar' ? value : this.#empty(at);
      this.#argument([key], entries);
      return;
    }
    this.#expressions.problem(at);
    if (value) entries.push({ key: this.#empty(at), value });
  }

  /** A name, with dots in it where somebody wrote some, or a string. */
  #key(): ScalarNode {
    const scanner = this.#scanner;
    const { at: start, text } = scanner;
    if (scanner.code === QUOTE) {
      const { end } = scanner.string();
      return new LazyScalar(this.#expressions.string, start, end);
    }
    let end = scanner.nameEnd(start);
    while (text.charCodeAt(end) === DOT && isNameStart(text.charCodeAt(end + 1))) end = scanner.nameEnd(end + 1);
    scanner.at = end;
    return new LazyScalar(this.#expressions.word, start, end);
  }

  #empty(at: number): ScalarNode {
    return new LazyScalar(this.#expressions.word, at, at);
  }

  #braces(): SourceNode {
    return this.#expressions.nested((start) => {
      const entries = this.#items('braces');
      return { kind: 'map', start, end: this.#scanner.at, entries };
    });
  }
}

/** A block has two at most; more are no labels. */
const MOST_LABELS = 4;

const QUOTE = 34;
const COMMA = 44;
const DOT = 46;
const COLON = 58;
const EQUALS = 61;
const GREATER = 62;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
