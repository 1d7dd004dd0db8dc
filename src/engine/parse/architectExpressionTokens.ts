import type { Span } from '../../base/span.ts';

/** A token of an Architect expression. A `name` may be dotted; whitespace and what nothing knows are left out. */
export interface ExpressionToken extends Span {
  readonly kind: 'string' | 'name' | 'number' | 'operator' | 'punctuation';
}

const TOKEN =
  /"[^"\\]*(?:\\[\s\S]?[^"\\]*)*(?:"|$)|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|\d[\w.]*|==|!=|<>|<=|>=|&&|\|\||[=<>+\-*/%!&|]|[()[\]{},.]/g;

/** Splits an expression. A string that is not closed reaches to the end. */
export function expressionTokens(text: string): readonly ExpressionToken[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({
    kind: kindOf(token),
    start: index,
    end: index + token.length,
  }));
}

function kindOf(token: string): ExpressionToken['kind'] {
  if (token.startsWith('"')) return 'string';
  if (/^[A-Za-z_]/.test(token)) return 'name';
  if (/^\d/.test(token)) return 'number';
  return /^[()[\]{},.]/.test(token) ? 'punctuation' : 'operator';
}
