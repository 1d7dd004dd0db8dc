import type { Span } from '../../base/span.ts';
import { applyEdits, type TextEdit } from '../text/index.ts';
import { type CommentSyntax, readComments } from './comments.ts';
import { readDirectives } from './directives.ts';
import { lineAt } from './lines.ts';

/** What a comment says. */
export interface Said {
  readonly rule: string;
  readonly reason: string;
  readonly until?: string;
}

/**
 * The edit that writes a comment above the value at an offset. It is checked: the comment is read back as it was meant, and every
 * value stays what it was. `undefined` where no comment can stand.
 */
export function ignoreComment(text: string, syntax: CommentSyntax, offset: number, said: Said): TextEdit | undefined {
  if (syntax === 'json') return undefined;
  const { values } = readComments(text, syntax);
  const around = values.find(({ start, end }) => start <= offset && offset < end);
  const line = lineAt(text, around?.start ?? offset);
  const start = line.start === 0 && text.startsWith('\uFEFF') ? 1 : line.start;
  const indent = /^[ \t]*/.exec(text.slice(start, line.end))?.[0] ?? '';
  const edit = { start, end: start, text: `${indent}${commentOf(said)}${lineBreakOf(text)}` };
  return isRight(text, syntax, edit, offset, said, values) ? edit : undefined;
}

function commentOf({ rule, reason, until }: Said): string {
  const day = until === undefined ? '' : ` until ${until}`;
  return `# genesys-secrets-ignore-next-line ${rule} -- ${reason}${day}`;
}

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  const feed = text.indexOf('\n');
  return feed > 0 && text.charAt(feed - 1) === '\r' ? '\r\n' : '\n';
}

function isRight(
  text: string,
  syntax: CommentSyntax,
  edit: TextEdit,
  offset: number,
  { rule, reason, until }: Said,
  before: readonly Span[],
): boolean {
  const edited = applyEdits(text, [edit]);
  const moved = (at: number): number => (at < edit.start ? at : at + edit.text.length);
  const commented = readComments(edited, syntax);
  const same =
    commented.values.length === before.length &&
    before.every(({ start, end }, i) => {
      const value = commented.values[i];
      return value?.start === moved(start) && value.end === (end <= edit.start ? end : moved(end));
    });
  if (!same) return false;
  return readDirectives(edited, commented).some(
    (each) =>
      each.rules.length === 1 &&
      each.rules[0] === rule &&
      each.reason === reason &&
      each.until === until &&
      each.target.start <= moved(offset) &&
      moved(offset) < each.target.end,
  );
}
