import type { Span } from '../../../base/span.ts';
import type { Literal } from '../../../engine/detect/contract/index.ts';
import { readComments } from '../../../engine/suppression/index.ts';
import { documentText, joinTexts } from '../../../engine/text/index.ts';
import type { FileText } from '../fileKind.ts';

/** What may be a comment with a credential: a sign at the beginning or behind a space, and on its line a long word. */
const MAYBE = /#[^\n]*[^\s"'#]{6}/y;
const BEFORE_SIGN = /[\s\uFEFF]/;

/**
 * The comments of an Architect flow, those on lines that follow each other as one: a value that is switched off stands below its
 * name. Flows that Architect wrote have none, and are not read a second time for them.
 */
export function flowComments({ text }: FileText): readonly Literal[] {
  if (!mayHaveComments(text)) return [];
  const document = documentText(text);
  return blocksOf(text, readComments(text, 'yaml').comments).map((lines) => ({
    text: joinTexts(lines.map(({ start, end }) => document.slice(Math.min(start + 1, end), end))),
    role: 'comment',
    path: undefined,
    owner: { document: 'architect-flow' },
  }));
}

/** Comments with nothing but a line break and spaces between them; the line break belongs to the one before it. */
function blocksOf(text: string, comments: readonly Span[]): Span[][] {
  const blocks: Span[][] = [];
  let end = -1;
  for (const comment of comments) {
    const block = blocks.at(-1);
    const last = block?.at(-1);
    if (block && last && block.length < MOST_LINES && isLineBreak(text, end, comment.start)) {
      block[block.length - 1] = { start: last.start, end: comment.start };
      block.push(comment);
    } else blocks.push([comment]);
    end = comment.end;
  }
  return blocks;
}

/** Longer blocks are read in parts. */
const MOST_LINES = 100;
const LINE_BREAK = /\r?\n[ \t]{0,200}/y;

function isLineBreak(text: string, start: number, end: number): boolean {
  LINE_BREAK.lastIndex = start;
  return LINE_BREAK.test(text) && LINE_BREAK.lastIndex === end;
}

/** Looks at the signs alone: nearly every flow has few of them. Each line is read once. */
function mayHaveComments(text: string): boolean {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    if (at > 0 && !BEFORE_SIGN.test(text.charAt(at - 1))) continue;
    MAYBE.lastIndex = at;
    if (MAYBE.test(text)) return true;
    const lineEnd = text.indexOf('\n', at);
    if (lineEnd < 0) return false;
    at = lineEnd;
  }
  return false;
}
