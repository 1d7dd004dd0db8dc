import { readComments } from '../../engine/config/comments.ts';
import type { Literal } from '../../engine/detect/literal.ts';
import { documentText } from '../../engine/text/mappedText.ts';
import type { FileText } from '../kinds/fileKind.ts';

/** What may be a comment with a credential: a sign at the beginning or behind a space, and on its line a long word. */
const MAYBE = /#[^\n]*[^\s"'#]{6}/y;
const BEFORE_SIGN = /[\s\uFEFF]/;

/** The comments of an Architect flow. Flows that Architect wrote have none, and are not read a second time for them. */
export function flowComments({ text }: FileText): readonly Literal[] {
  if (!mayHaveComments(text)) return [];
  const document = documentText(text);
  return readComments(text, 'yaml').comments.map(({ start, end }) => ({
    text: document.slice(Math.min(start + 1, end), end),
    role: 'comment',
    path: undefined,
    owner: { document: 'architect-flow' },
  }));
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
