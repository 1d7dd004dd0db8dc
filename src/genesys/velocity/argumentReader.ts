import { stringContent, stringEnd } from '../../engine/languages/velocity/index.ts';
import { Broken, type Dialect, Unsure } from './dialect.ts';
import type { Expression, Reference, Step } from './nodes.ts';
import { LEVELS } from './operators.ts';
import { type Signs, signsAt } from './signs.ts';

/** Arguments nested deeper than this are not read. */
const DEEPEST = 40;

const NAME: Readonly<Record<Dialect, RegExp>> = { '1.7': /[A-Za-z_][\w-]*/y, '2': /[A-Za-z_]\w*/y };
const BLANKS = /[ \t\r\n]*/y;
const DECIMAL = /-?(?:\d+\.(?!\.)\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)/y;
const INTEGER = /-?\d+/y;
const WORD = /(?:true|false)(?![\w])/y;

const NOT = /!|not(?![\w])/y;

/** Reads references, strings and everything else between the brackets of a template. */
export class ArgumentReader {
  readonly source: string;
  readonly dialect: Dialect;
  /** Where reading goes on. */
  at = 0;
  readonly #interpolated: (content: string) => Expression;
  #depth = 0;

  /** `interpolated` reads the content of a double-quoted string that has signs in it. */
  constructor(source: string, dialect: Dialect, interpolated: (content: string) => Expression) {
    this.source = source;
    this.dialect = dialect;
    this.#interpolated = interpolated;
  }

  /** The reference that begins with these signs, where a name follows them; reading goes on behind it. */
  reference(signs: Signs): Reference {
    this.at = signs.end;
    const root = this.#name() ?? '';
    if (root === 'true' || root === 'false') throw new Unsure();
    const steps = this.#steps();
    const alternate = signs.formal ? this.#closing() : undefined;
    const { slashes, before, silent } = signs;
    const literal = this.source.slice(signs.from, this.at);
    return { kind: 'reference', root, steps, silent, literal, slashes, before, ...(alternate ? { alternate } : {}) };
  }

  /** What a bracket holds, up to and with its closing one: `Expression() ")"`. */
  expressionInBrackets(): Expression {
    const expression = this.expression();
    this.expect(')');
    return expression;
  }

  expression(): Expression {
    return this.#nested(() => this.#level(0));
  }

  /** One argument, of a directive or (1.7) a method: no operators. */
  argument(): Expression {
    return this.#nested(() => this.#primary());
  }

  blanks(): void {
    this.take(BLANKS);
  }

  expect(text: string): void {
    if (!this.source.startsWith(text, this.at)) throw new Unsure();
    this.at += text.length;
  }

  /** Takes what an expression matches here. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  #nested(read: () => Expression): Expression {
    if (++this.#depth > DEEPEST) throw new Unsure();
    const expression = read();
    this.#depth--;
    return expression;
  }

  #name(): string | undefined {
    return this.take(NAME[this.dialect]);
  }

  #steps(): Step[] {
    const steps: Step[] = [];
    for (;;) {
      const step = this.#property() ?? this.#index();
      if (!step) return steps;
      if (steps.push(step) > DEEPEST) throw new Unsure();
    }
  }

  #property(): Step | undefined {
    if (!/^\.[A-Za-z]/.test(this.source.slice(this.at, this.at + 2))) {
      // In 2.x a property may begin with a line.
      if (this.dialect === '2' && this.source.startsWith('._', this.at)) throw new Unsure();
      return undefined;
    }
    this.at++;
    const name = this.#name() ?? '';
    if (this.source[this.at] !== '(') return { kind: 'property', name };
    this.at++;
    return { kind: 'method', name, args: this.#arguments() };
  }

  #arguments(): Expression[] {
    const args: Expression[] = [];
    this.blanks();
    if (this.source[this.at] !== ')') {
      do {
        args.push(this.dialect === '2' ? this.expression() : this.argument());
        this.blanks();
      } while (this.#has(','));
    }
    this.expect(')');
    return args;
  }

  #index(): Step | undefined {
    if (!this.#has('[')) return undefined;
    const at = this.dialect === '2' ? this.expression() : this.argument();
    if (at.kind === 'map' || at.kind === 'list' || (at.kind === 'number' && at.isDecimal)) throw new Unsure();
    this.blanks();
    this.expect(']');
    return { kind: 'index', at };
  }

  /** The end of `${…}`, with the alternate value of 2.x. */
  #closing(): Expression | undefined {
    if (this.#has('}')) return undefined;
    if (this.dialect !== '2' || this.source[this.at] !== '|') throw new Broken();
    if (this.source[this.at + 1] === '|') throw new Unsure();
    this.at++;
    const alternate = this.expression();
    this.expect('}');
    return alternate;
  }

  #has(char: string): boolean {
    if (this.source[this.at] !== char) return false;
    this.at++;
    return true;
  }

  #level(level: number): Expression {
    const entry = LEVELS[level];
    if (!entry) return this.#unary();
    const [pattern, operators] = entry;
    let left = this.#level(level + 1);
    for (;;) {
      this.blanks();
      const operator = operators.get(this.take(pattern) ?? '');
      if (!operator) return left;
      left = { kind: 'operation', operator, left, right: this.#level(level + 1) };
    }
  }

  #unary(): Expression {
    this.blanks();
    if (this.take(NOT) !== undefined) return { kind: 'not', of: this.#nested(() => this.#unary()) };
    if (this.source[this.at] !== '-' || /^-\.?\d/.test(this.source.slice(this.at, this.at + 3))) return this.#primary();
    if (this.dialect !== '2') throw new Unsure();
    this.at++;
    return { kind: 'negative', of: this.#primary() };
  }

  #primary(): Expression {
    this.blanks();
    const expression = this.#operand();
    this.blanks();
    return expression;
  }

  #operand(): Expression {
    const char = this.source[this.at];
    if (char === '"' || char === "'") return this.#string();
    if (char === '$' || char === '\\') return this.#nestedReference();
    if (char === '(') {
      this.at++;
      return this.expressionInBrackets();
    }
    if (char === '[') return this.#list();
    if (char === '{') return this.#map();
    const decimal = this.take(DECIMAL);
    if (decimal !== undefined) return { kind: 'number', value: Number(decimal), isDecimal: true };
    const integer = this.take(INTEGER);
    if (integer !== undefined) return { kind: 'number', value: whole(integer), isDecimal: false };
    const word = this.take(WORD);
    if (word === undefined) throw new Unsure();
    return { kind: 'boolean', value: word === 'true' };
  }

  #string(): Expression {
    const end = stringEnd(this.source, this.at);
    if (end === undefined) throw new Unsure();
    const written = this.source.slice(this.at, end);
    this.at = end;
    // The engine does not look before it reads a number.
    if (written.startsWith('"') && /\\u(?![0-9A-Fa-f]{4})/.test(written)) throw new Unsure();
    const text = stringContent(written);
    return written.startsWith('"') && /[$#]/.test(written) ? this.#interpolated(text) : { kind: 'string', text };
  }

  #nestedReference(): Reference {
    const signs = signsAt(this.source, this.at);
    // Between brackets only a plain reference is one without a doubt.
    if (signs?.next !== 'name' || signs.slashes > 0 || signs.before !== '') throw new Unsure();
    const reference = this.reference(signs);
    // What the engine's reader makes of this depends on what it has read so far.
    if (/[{#|]/.test(this.source[this.at] ?? '') && this.source[this.at - 1] !== '}') throw new Unsure();
    return reference;
  }

  #list(): Expression {
    this.at++;
    const items: Expression[] = [];
    this.blanks();
    if (this.#has(']')) return { kind: 'list', items };
    const [from] = [this.argument()];
    this.blanks();
    if (this.source.startsWith('..', this.at)) return this.#range(from);
    items.push(from);
    while (this.#has(',')) {
      items.push(this.argument());
      this.blanks();
    }
    this.expect(']');
    return { kind: 'list', items };
  }

  #range(from: Expression): Expression {
    this.at += 2;
    const to = this.argument();
    this.blanks();
    this.expect(']');
    for (const end of [from, to]) {
      if (end.kind !== 'reference' && (end.kind !== 'number' || end.isDecimal)) throw new Unsure();
    }
    return { kind: 'range', from, to };
  }

  #map(): Expression {
    this.at++;
    const entries: [Expression, Expression][] = [];
    this.blanks();
    if (this.#has('}')) return { kind: 'map', entries };
    do {
      const key = this.argument();
      this.blanks();
      this.expect(':');
      const value = this.argument();
      this.blanks();
      entries.push([key, value]);
    } while (this.#has(','));
    this.expect('}');
    return { kind: 'map', entries };
  }
}

function whole(digits: string): number {
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) throw new Unsure();
  return value;
}
