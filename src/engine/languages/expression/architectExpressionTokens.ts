import type { Span } from '../../../base/span.ts';

/** A token of an Architect expression. A `name` may be dotted; whitespace and what nothing knows are left out. */
export interface ExpressionToken extends Span {
  readonly kind: 'string' | 'name' | 'number' | 'operator' | 'punctuation';
  /** As it is written; empty for a string. */
  readonly value: string;
}

const NAME = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y;
const NUMBER = /\d[\w.]*/y;
const PUNCTUATION = '()[]{},.';
const PAIRS: ReadonlySet<string> = new Set(['==', '!=', '<>', '<=', '>=', '&&', '||']);
const OPERATORS = '=<>+-*/%!&|';
const QUOTE = 34;
const BACKSLASH = 92;

/** Splits an expression. A string that is not closed reaches to the end. */
export function expressionTokens(text: string): readonly ExpressionToken[] {
  const tokens: ExpressionToken[] = [];
  for (let start = 0; start < text.length; ) {
    const token = tokenAt(text, start);
    if (token) tokens.push(token);
    start = token?.end ?? start + 1;
  }
  return tokens;
}

function tokenAt(text: string, start: number): ExpressionToken | undefined {
  const code = text.charCodeAt(start);
  if (code === QUOTE) return { kind: 'string', value: '', start, end: endOfString(text, start) };
  if (code === 32) return undefined;
  const name = endOf(NAME, text, start);
  if (name !== undefined) return { kind: 'name', value: text.slice(start, name), start, end: name };
  const number = endOf(NUMBER, text, start);
  if (number !== undefined) return { kind: 'number', value: text.slice(start, number), start, end: number };
  const char = text.charAt(start);
  if (PUNCTUATION.includes(char)) return { kind: 'punctuation', value: char, start, end: start + 1 };
  if (!OPERATORS.includes(char)) return undefined;
  const pair = text.slice(start, start + 2);
  const value = PAIRS.has(pair) ? pair : char;
  return { kind: 'operator', value, start, end: start + value.length };
}

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}
