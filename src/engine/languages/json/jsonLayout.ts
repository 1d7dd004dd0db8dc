import type { LooseToken } from './jsonLooseTokens.ts';

/** What the layout of a JSON text tells about its structure. */
export interface Layout {
  /** Whether indentation can be trusted: nearly every collection over several lines has its members deeper than itself. */
  readonly isIndented: boolean;
  /** How many more opening than closing brackets there are; below 0, how many closing ones are too many. */
  readonly braces: number;
  readonly brackets: number;
}

/** A text is indented where at most one collection in so many says otherwise. */
const ODD_ONES = 4;

export function layoutOf(tokens: readonly LooseToken[]): Layout {
  let braces = 0;
  let brackets = 0;
  let deeper = 0;
  let odd = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === '}') braces--;
    else if (token.kind === ']') brackets--;
    else if (token.kind === '{' || token.kind === '[') {
      if (token.kind === '{') braces++;
      else brackets++;
      const next = tokens[i + 1];
      if (!next?.isFirst || next.kind === '}' || next.kind === ']') continue;
      if (next.indent > token.indent) deeper++;
      else odd++;
    }
  }
  return { isIndented: deeper > odd * ODD_ONES, braces, brackets };
}

/**
 * The tokens with the indent each line would have without a stray character in front of it: a word or bracket that is
 * followed by a wide gap or a tab.
 */
export function withTrueIndents(tokens: readonly LooseToken[], text: string): LooseToken[] {
  let line = -1;
  let indent = 0;
  return tokens.map((token, i) => {
    if (token.isFirst || token.line !== line) {
      line = token.line;
      indent = trueIndent(token, tokens[i + 1], text);
    }
    return indent === token.indent ? token : { ...token, indent };
  });
}

function trueIndent(first: LooseToken, next: LooseToken | undefined, text: string): number {
  if (first.kind === 'string' || !next || next.isFirst) return first.indent;
  const gap = next.start - first.end;
  return gap < 2 && text[first.end] !== '\t' ? first.indent : first.indent + gap;
}
