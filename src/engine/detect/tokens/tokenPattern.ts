import type { Span } from '../../../base/span.ts';
import { isIllustration } from '../judge/index.ts';
import { claims, passes } from './checks.ts';
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
  /** Whether every token begins with one of the keywords, so that it can be looked for just there. */
  readonly beginsWithKeyword: boolean;
  #expression: RegExp | undefined;

  constructor(format: TokenFormat) {
    this.format = format;
    this.beginsWithKeyword = beginsWithKeyword(format);
  }

  /** The token that begins at `at`. */
  at(text: string, at: number): TokenMatch | undefined {
    const expression = this.#compiled;
    expression.lastIndex = at;
    const match = expression.exec(text);
    return match ? this.#accept(match) : undefined;
  }

  /** Every token in the text. */
  allIn(text: string): TokenMatch[] {
    return [...text.matchAll(this.#compiled)].flatMap((match) => this.#accept(match) ?? []);
  }

  get #compiled(): RegExp {
    this.#expression ??= new RegExp(boundedSource(this.format), this.beginsWithKeyword ? 'y' : 'g');
    return this.#expression;
  }

  #accept(match: RegExpExecArray): TokenMatch | undefined {
    const { format } = this;
    const token = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(token);
    if (format.decodes && !passes(format.decodes, token)) return undefined;
    if (format.claim && !claims(token, format.claim)) return undefined;
    if (isIllustration(token.slice(prefixLength(format, token)))) return undefined;
    const verified = format.check === undefined || passes(format.check, token);
    return { start, end: start + token.length, format, verified };
  }
}

function prefixLength({ prefixes }: TokenFormat, token: string): number {
  return prefixes.find((prefix) => token.startsWith(prefix))?.length ?? 0;
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

function symbolsBefore(format: TokenFormat): string {
  const [first] = classesOf(format.pattern);
  return beginsWithKeyword(format) && longestRepeat(format.pattern) < LONG ? '' : symbolsOf(first);
}

function beginsWithKeyword({ keywords, prefixes }: TokenFormat): boolean {
  return keywords.length > 0 && keywords === prefixes;
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
