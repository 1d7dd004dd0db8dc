import type { Span } from '../../base/span.ts';

/** Replace the characters of `start..end` (UTF-16, end exclusive) of a document by `text`. */
export interface TextEdit extends Span {
  readonly text: string;
}

/**
 * Applies edits that all refer to the same original text.
 * @throws RangeError when two edits overlap or an edit leaves the text: both are bugs of the caller.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError('edits overlap or leave the text');
    }
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
