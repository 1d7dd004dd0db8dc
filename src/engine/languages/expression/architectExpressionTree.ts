import type { Span } from '../../../base/span.ts';
import { type ExpressionToken, expressionTokens } from './architectExpressionTokens.ts';

/** What an expression consists of, as far as its strings are concerned. Spans are offsets of the expression. */
export type Expression =
  /** A string literal with its quotes. */
  | (Span & { readonly kind: 'string' })
  /** A variable: `Flow.x`. */
  | (Span & { readonly kind: 'reference'; readonly name: string })
  | (Span & { readonly kind: 'call'; readonly name: string; readonly parts: readonly Expression[] })
  /** Joined by `+`: two parts or more. */
  | (Span & { readonly kind: 'concatenation'; readonly parts: readonly Expression[] })
  | (Span & { readonly kind: 'comparison'; readonly parts: readonly Expression[] })
  /** Anything else, with what stands in it. */
  | (Span & { readonly kind: 'other'; readonly parts: readonly Expression[] });

/** Brackets nested deeper than this are not read as such; the strings in them are still found. */
const DEEPEST = 100;

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<>', '<=', '>=', '<', '>', '=']);
const LOGIC: ReadonlySet<string> = new Set(['&&', '||', '&', '|', 'and', 'or', 'And', 'Or', 'AND', 'OR']);
const ARITHMETIC: ReadonlySet<string> = new Set(['-', '*', '/', '%']);
const PLUS: ReadonlySet<string> = new Set(['+']);
/** What joins operands, from what binds least. */
const RANKS: readonly {
  readonly operators: ReadonlySet<string>;
  readonly kind: 'other' | 'comparison' | 'concatenation';
}[] = [
  { operators: LOGIC, kind: 'other' },
  { operators: COMPARISONS, kind: 'comparison' },
  { operators: PLUS, kind: 'concatenation' },
  { operators: ARITHMETIC, kind: 'other' },
];
const PREFIXES: ReadonlySet<string> = new Set(['-', '!', '+', 'not', 'Not', 'NOT']);
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Reads an Architect expression. Takes half of one, or none at all: what does not fit is stepped over. Never throws;
 * linear in the length.
 */
export function parseExpression(text: string): Expression {
  return new Parser(text).parse();
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly ExpressionToken[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = expressionTokens(text);
  }

  parse(): Expression {
    const parts: Expression[] = [];
    while (this.#at < this.#tokens.length) {
      const before = this.#at;
      parts.push(this.#any());
      if (this.#at === before) this.#at++;
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: 'other', parts, start: 0, end: this.#text.length };
  }

  #any(): Expression {
    return this.#chain(0);
  }

  /** Operands between operators of one rank, each of the ranks below; a missing one is left out. */
  #chain(rank: number): Expression {
    const level = RANKS[rank];
    if (!level) return this.#prefixed();
    const start = this.#offset();
    const first = this.#chain(rank + 1);
    if (!level.operators.has(this.#next())) return first;
    const parts = [first];
    while (level.operators.has(this.#next())) {
      this.#at++;
      parts.push(this.#chain(rank + 1));
    }
    return { kind: level.kind, parts, start, end: Math.max(start, this.#endOfLast()) };
  }

  #prefixed(): Expression {
    const start = this.#offset();
    let prefixed = false;
    while (PREFIXES.has(this.#next())) {
      this.#at++;
      prefixed = true;
    }
    const inner = this.#postfixed();
    return prefixed ? { kind: 'other', parts: [inner], start, end: Math.max(start, this.#endOfLast()) } : inner;
  }

  /** A value with what follows it: `.member`, `[index]`, and members that are called. */
  #postfixed(): Expression {
    const start = this.#offset();
    const parts = [this.#primary()];
    for (let next = this.#next(); next === '.' || next === '['; next = this.#next()) {
      if (next === '[') for (const part of this.#bracketed()) parts.push(part);
      else {
        this.#at++;
        if (this.#kind() === 'name') parts.push(this.#primary());
      }
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: 'other', parts, start, end: this.#endOfLast() };
  }

  #primary(): Expression {
    const token = this.#tokens[this.#at];
    if (!token) return { kind: 'other', parts: [], start: this.#text.length, end: this.#text.length };
    const { start, end } = token;
    switch (token.kind) {
      case 'string':
        this.#at++;
        return { kind: 'string', start, end };
      case 'name':
        this.#at++;
        return this.#named(token.value, start, end);
      case 'punctuation':
        return this.#bracket(start, end);
      case 'number':
        this.#at++;
        return { kind: 'other', parts: [], start, end };
      case 'operator':
        // It belongs to whoever reads the chain; at the very end of a chain it is stepped over there.
        return { kind: 'other', parts: [], start, end: start };
    }
  }

  #named(name: string, start: number, end: number): Expression {
    if (this.#next() !== '(' || this.#depth >= DEEPEST) return { kind: 'reference', name, start, end };
    return { kind: 'call', name, parts: this.#bracketed(), start, end: this.#endOfLast() };
  }

  #bracket(start: number, end: number): Expression {
    const closer = CLOSERS[this.#next()];
    if (closer === undefined) return { kind: 'other', parts: [], start, end: start };
    if (this.#depth >= DEEPEST) {
      this.#at++;
      return { kind: 'other', parts: [], start, end };
    }
    const parts = this.#bracketed();
    const [only] = parts;
    // Round brackets around one value mean nothing.
    if (closer === ')' && parts.length === 1 && only) return only;
    return { kind: 'other', parts, start, end: this.#endOfLast() };
  }

  /** The values between the brackets that open here, separated by commas; a missing bracket closes at the end. */
  #bracketed(): Expression[] {
    const closer = CLOSERS[this.#next()];
    const parts: Expression[] = [];
    this.#at++;
    this.#depth++;
    while (this.#at < this.#tokens.length && this.#next() !== closer) {
      if (this.#next() === ',') this.#at++;
      const before = this.#at;
      if (this.#next() !== closer) parts.push(this.#any());
      if (this.#at === before && this.#next() !== closer && this.#next() !== ',') this.#at++;
    }
    this.#at++;
    this.#depth--;
    return parts;
  }

  #next(): string {
    return this.#tokens[this.#at]?.value ?? '';
  }

  #kind(): ExpressionToken['kind'] | undefined {
    return this.#tokens[this.#at]?.kind;
  }

  #offset(): number {
    return this.#tokens[this.#at]?.start ?? this.#text.length;
  }

  #endOfLast(): number {
    return this.#tokens[Math.min(this.#at, this.#tokens.length) - 1]?.end ?? 0;
  }
}
