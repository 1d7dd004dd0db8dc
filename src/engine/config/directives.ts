import type { Span } from '../../base/span.ts';
import type { Commented } from './commented.ts';
import { lineAt } from './lines.ts';

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

/** The directives among the comments of a text, in document order. */
export function readDirectives(text: string, { comments, values }: Commented): Directive[] {
  return comments.flatMap((comment, i) => {
    const said = read(contentOf(text.slice(comment.start, comment.end)));
    if (!said) return [];
    const { where, ...rest } = said;
    const line = where === 'same-line' ? lineAt(text, comment.start) : lineBelow(text, comments, i);
    return [{ ...comment, ...rest, target: withValues(line, values) }];
  });
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

/** The line below a comment, passing over lines that hold nothing but another comment. */
function lineBelow(text: string, comments: readonly Span[], index: number): Span {
  for (let i = index; ; i++) {
    const end = comments[i]?.end ?? text.length;
    const feed = text.indexOf('\n', end);
    if (feed < 0) return { start: text.length, end: text.length };
    const next = comments[i + 1];
    const line = lineAt(text, feed + 1);
    const isComment = next && next.start <= line.end && text.slice(line.start, next.start).trim() === '';
    if (!isComment || next.end < line.end) return line;
  }
}

/** A line with the rest of the values that begin in it: a block scalar or a heredoc is spoken of as a whole. */
function withValues(line: Span, values: readonly Span[]): Span {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle]?.start ?? 0) < line.start) low = middle + 1;
    else high = middle;
  }
  let { end } = line;
  for (let i = low; (values[i]?.start ?? line.end) < line.end; i++) end = Math.max(end, values[i]?.end ?? 0);
  return { start: line.start, end };
}
