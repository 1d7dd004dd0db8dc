import type { Span } from '../../base/span.ts';

/** A token of an Architect expression. A `name` may be dotted; whitespace and what nothing knows are left out. */
export interface ExpressionToken extends Span {
  readonly kind: 'string' | 'name' | 'number' | 'operator' | 'punctuation';
  /** As it is written; empty for a string. */
  readonly value: string;
}

const TOKEN =
  /("[^"\\]*(?:\\[\s\S]?[^"\\]*)*(?:"|$))|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(\d[\w.]*)|([()[\]{},.])|==|!=|<>|<=|>=|&&|\|\||[=<>+\-*/%!&|]/g;

/** Splits an expression. A string that is not closed reaches to the end. */
export function expressionTokens(text: string): readonly ExpressionToken[] {
  const tokens: ExpressionToken[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const kind = kindOf(match);
    tokens.push({ kind, value: kind === 'string' ? '' : match[0], start: match.index, end: TOKEN.lastIndex });
  }
  return tokens;
}

function kindOf([, string, name, number, punctuation]: RegExpExecArray): ExpressionToken['kind'] {
  if (string !== undefined) return 'string';
  if (name !== undefined) return 'name';
  if (number !== undefined) return 'number';
  return punctuation === undefined ? 'operator' : 'punctuation';
}
