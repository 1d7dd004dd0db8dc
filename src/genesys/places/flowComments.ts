import { readComments } from '../../engine/config/comments.ts';
import type { Literal } from '../../engine/detect/literal.ts';
import { documentText } from '../../engine/text/mappedText.ts';
import type { FileText } from '../kinds/fileKind.ts';

/** What may be a comment with a credential: a sign at the beginning or behind a space, and on its line a long word. */
const MAYBE = /(?:^|[ \t\uFEFF])#[^\n]*[^\s"'#]{6}/m;

/** The comments of an Architect flow. Flows that Architect wrote have none, and are not read a second time for them. */
export function flowComments({ text }: FileText): readonly Literal[] {
  if (!MAYBE.test(text)) return [];
  const document = documentText(text);
  return readComments(text, 'yaml').comments.map(({ start, end }) => ({
    text: document.slice(Math.min(start + 1, end), end),
    role: 'comment',
    path: undefined,
    owner: { document: 'architect-flow' },
  }));
}
