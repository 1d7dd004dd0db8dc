import type { Span } from '../../base/span.ts';
import { passes } from './checks.ts';
import type { TokenFormat } from './tokenFormat.ts';

/** A token that stands in a text. */
export interface TokenMatch extends Span {
  readonly format: TokenFormat;
  /** Whether its checksum is right, where its format has one. */
  readonly verified: boolean;
}

/** Finds the tokens of one format. Compiled when first needed: most formats never are. */
export class TokenPattern {
  readonly format: TokenFormat;
  #expression: RegExp | undefined;

  constructor(format: TokenFormat) {
    this.format = format;
  }

  /** The token that begins at `at`, or around `at` for formats whose keyword stands inside them. */
  *matches(text: string): Generator<TokenMatch> {
    this.#expression ??= new RegExp(boundedSource(this.format), 'g');
    const expression = this.#expression;
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      const found = this.#accept(match);
      if (found) yield found;
    }
  }

  #accept(match: RegExpExecArray): TokenMatch | undefined {
    const { format } = this;
    const token = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(token);
    if (format.decodes && !passes(format.decodes, token)) return undefined;
    const verified = format.check === undefined || passes(format.check, token);
    return { start, end: start + token.length, format, verified };
  }
}

/** The source of the expression with its word boundaries: a token is not a part of a longer word of its own alphabet. */
export function boundedSource(format: TokenFormat): string {
  const before = format.before ?? `A-Za-z0-9${symbolsBefore(format)}`;
  const after = format.after ?? `A-Za-z0-9${symbolsOf(classesOf(format.pattern).at(-1))}`;
  const head = before === '' ? '' : `(?<![${before}])`;
  const tail = after === '' ? '' : `(?![${after}])`;
  return `${head}${format.pattern}${tail}`;
}

/** Longer tokens are not looked for inside runs of their own alphabet: there every character could begin one. */
const LONG = 300;

function symbolsBefore({ pattern, keywords }: TokenFormat): string {
  const first = classesOf(pattern)[0];
  const begins = keywords.some((keyword) => pattern.startsWith(keyword.slice(0, 1)));
  return begins && longestRepeat(pattern) < LONG ? '' : symbolsOf(first);
}

function classesOf(pattern: string): string[] {
  return pattern.match(/\[[^\]]*\]/g) ?? [];
}

/** The symbols of an alphabet that join words: those that end a sentence do not. */
function symbolsOf(alphabet = ''): string {
  const plain = alphabet.replace(/[A-Za-z0-9]-[A-Za-z0-9]/g, '');
  const symbols = ['+', '/', '_', '-'].filter((symbol) => plain.includes(symbol));
  return symbols.join('');
}

function longestRepeat(pattern: string): number {
  const counts = [...pattern.matchAll(/\{[0-9]*,?([0-9]+)\}/g)].map((match) => Number(match[1]));
  return Math.max(0, ...counts);
}
