import { type CommentSyntax, readComments } from './comments.ts';
import { type Directive, mayHoldDirectives, readDirectives } from './directives.ts';

/**
 * Which comments of a text stood in an earlier version of it already: the same comment about the very same lines. A comment that
 * was added, moved to other lines, or now stands about a changed value is none of them.
 */
export function knownDirectives(
  text: string,
  before: string | undefined,
  syntax: CommentSyntax,
): (directive: Directive) => boolean {
  const known = new Set(before !== undefined && mayHoldDirectives(before) ? keysOf(before, syntax) : []);
  return (directive) => known.has(keyOf(text, directive));
}

function keysOf(text: string, syntax: CommentSyntax): string[] {
  return readDirectives(text, readComments(text, syntax)).map((directive) => keyOf(text, directive));
}

function keyOf(text: string, { start, end, target }: Directive): string {
  return JSON.stringify([text.slice(start, end), text.slice(target.start, target.end)].map(withPlainBreaks));
}

function withPlainBreaks(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
