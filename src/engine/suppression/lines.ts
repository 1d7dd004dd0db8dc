import type { Span } from '../../base/span.ts';

/** The line an offset stands in, without its line break. */
export function lineAt(text: string, at: number): Span {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  return { start, end: endOfLine(text, at) };
}

/** Behind the last character of the line an offset stands in, in front of its line break. */
export function endOfLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  return end > at && text.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** Behind the end of a block comment. @param at where it begins */
export function endOfBlock(text: string, at: number): number {
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}
