import { bySpan, type Span } from '../base/span.ts';

/** In the place of each credential. No file has it. */
const MARK = '\u0000\uFFFF';

/**
 * A text with one mark in the place of each stretch that detections cover, so that its length tells nothing of a value. What the
 * detections do not cover is as it was.
 */
export function markedText(text: string, detections: readonly { readonly spans: readonly Span[] }[]): string {
  let marked = '';
  let at = 0;
  let covered = -1;
  for (const { start, end } of detections.flatMap(({ spans }) => spans).sort(bySpan)) {
    if (start > covered) marked += text.slice(at, start) + MARK;
    covered = Math.max(covered, end);
    at = covered;
  }
  return marked + text.slice(at);
}
