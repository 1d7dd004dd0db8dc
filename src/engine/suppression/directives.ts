import { lowerBound } from '../../base/lowerBound.ts';
import type { Span } from '../../base/span.ts';
import type { Commented } from './commented.ts';
import { endOfLine, lineAt } from './lines.ts';

/** What a comment says about silencing. */
export interface Directive extends Span {
  /** The rules it names; empty for the marks of other tools, which name none. */
  readonly rules: readonly string[];
  /** As it is written; absent where none is. */
  readonly reason?: string;
  /** The last day it counts, as it is written. */
  readonly until?: string;
  readonly origin: 'own' | 'other-tool';
  /** The characters it speaks of: a line, and the whole of every value that begins in it. */
  readonly target: Span;
}

/** Whether a text can hold a directive at all: a search for words, so that most texts are never read for comments. */
export function mayHoldDirectives(text: string): boolean {
  return text.includes(OWN_MARK) || text.includes('gitleaks:allow') || text.includes('pragma:');
}

/** The directives among the comments of a text, in document order. Linear. */
export function readDirectives(text: string, { comments, values }: Commented): Directive[] {
  const found: Directive[] = [];
  const lines = new TargetLines(text, values);
  let below: Span = { start: text.length, end: text.length };
  // From the last one on: a comment that is alone in its line speaks of the line that the next one speaks of.
  for (let i = comments.length - 1; i >= 0; i--) {
    const comment = comments[i] ?? below;
    const next = comments[i + 1];
    if (!next || !lines.isAloneBelow(comment, next)) below = lines.below(comment);
    const said = read(contentOf(text.slice(comment.start, comment.end)));
    if (!said) continue;
    const { where, ...rest } = said;
    const target = lines.withValues(where === 'same-line' ? lines.at(comment.start) : below);
    found.push({ start: comment.start, end: comment.end, ...rest, target });
  }
  return found.reverse();
}

type Said = Omit<Directive, 'target' | keyof Span> & { readonly where: 'same-line' | 'next-line' };

const OWN_MARK = 'genesys-secrets-ignore';
const OWN = /^genesys-secrets-ignore(-next-line)?(?=$|[\s:,-])[\s:]*/;
const OTHER = /gitleaks:allow|pragma:[ \t]{0,4}(?:allow|white)list[ \t]{1,4}(nextline[ \t]{1,4})?secret/i;

function read(content: string): Said | undefined {
  const own = OWN.exec(content);
  if (own) return { ...readOwn(content.slice(own[0].length)), where: own[1] ? 'next-line' : 'same-line' };
  const other = OTHER.exec(content);
  return other ? { rules: [], origin: 'other-tool', where: other[1] ? 'next-line' : 'same-line' } : undefined;
}

/** `rule, rule -- reason until 2027-01-31`; the day may stand in brackets. */
function readOwn(said: string): Pick<Directive, 'rules' | 'reason' | 'until' | 'origin'> {
  const dashes = said.search(/(?:^|\s)--(?:\s|$)/);
  const rules = (dashes < 0 ? said : said.slice(0, dashes)).split(/[\s,]+/).filter((word) => word !== '');
  if (dashes < 0) return { rules, origin: 'own' };
  const behind = said.slice(dashes).trimStart().slice(2).trim();
  const day = behind.lastIndexOf('until ');
  const until = day < 0 ? undefined : UNTIL.exec(behind.slice(day))?.[1];
  const isDated = until !== undefined && (day === 0 || /[\s[]/.test(behind.charAt(day - 1)));
  const reason = (isDated ? behind.slice(0, day).replace(/\[$/, '') : behind).trim();
  return { rules, origin: 'own', ...(reason === '' ? {} : { reason }), ...(isDated ? { until } : {}) };
}

/** A day, or what was meant to be one: it begins with a digit. */
const UNTIL = /^until +(\d[^\s\]]{0,20})\]?$/;

/** What a comment says, without its signs. */
function contentOf(comment: string): string {
  const block = comment.startsWith('/*');
  const bare = block ? comment.slice(2).replace(/\*\/$/, '') : comment.replace(/^(?:#+|\/\/+)/, '');
  return bare.trim();
}

/** Finds the lines that comments speak of, from the end of a text to its beginning; what was just found is not looked for again. */
class TargetLines {
  readonly #text: string;
  readonly #values: readonly Span[];
  #line: Span = { start: -1, end: -1 };
  #below: Span = this.#line;
  #whole: { readonly line: Span; readonly target: Span } | undefined;

  constructor(text: string, values: readonly Span[]) {
    this.#text = text;
    this.#values = values;
  }

  at(offset: number): Span {
    if (offset < this.#line.start || offset > this.#line.end) this.#line = lineAt(this.#text, offset);
    return this.#line;
  }

  below({ end }: Span): Span {
    const feed = this.#text.indexOf('\n', this.at(end).end);
    const { length } = this.#text;
    if (feed < 0) return { start: length, end: length };
    if (this.#below.start !== feed + 1) this.#below = lineAt(this.#text, feed + 1);
    return this.#below;
  }

  /** Whether nothing but the next comment stands in the line below a comment. */
  isAloneBelow(comment: Span, next: Span): boolean {
    const between = this.#text.slice(comment.end, next.start);
    if (between.trim() !== '' || between.split('\n', 3).length !== 2) return false;
    return next.end >= endOfLine(this.#text, next.start);
  }

  /** A line with the rest of the values that begin in it: a block scalar or a heredoc is spoken of as a whole. */
  withValues(line: Span): Span {
    if (this.#whole?.line.start === line.start) return this.#whole.target;
    const values = this.#values;
    let first = lowerBound(values, ({ start }) => start < line.start);
    let { end } = line;
    for (; (values[first]?.start ?? line.end) < line.end; first++) end = Math.max(end, values[first]?.end ?? 0);
    const target = { start: line.start, end };
    this.#whole = { line, target };
    return target;
  }
}
