import type { Span } from '../../base/span.ts';
import { type HclFile, hclStringCodec, parseHcl } from '../../engine/languages/hcl/index.ts';
import { applyEdits, documentText, HOLE, type MappedText, type TextEdit } from '../../engine/text/index.ts';

/** The edit that writes a reference, and what the variable holds in its place: as HCL reads the stretch that goes. */
export interface VariableReference {
  readonly edit: TextEdit;
  readonly value: string;
}

/**
 * The stretch of a text from the first to the last of several spans, where only indentation stands between them, as in a key over
 * several lines of a heredoc.
 */
export function hullOf(text: string, spans: readonly Span[]): Span | undefined {
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last) return undefined;
  const isOne = spans.every(({ start }, i) => {
    const before = spans[i - 1];
    return !before || (start > before.end && /^[ \t]+$/.test(text.slice(before.end, start)));
  });
  return isOne ? { start: first.start, end: last.end } : undefined;
}

/**
 * Plans `var.x` in the place of a stretch of one quoted text or heredoc: instead of the whole text where the stretch is all of it,
 * else as an interpolation. What the variable has to hold is the difference between the text as HCL reads it before and after.
 * `undefined` where something dynamic stands in the stretch, where anything else would read differently, and in what HCL takes for
 * the content of a heredoc while it looks like code.
 */
export function variableReference(text: string, { start, end }: Span, variable: string): VariableReference | undefined {
  const before = parseHcl(text);
  const token = before.strings.findLast((each) => each.start < start && end <= each.end);
  if (!token || before.doubtful.some((each) => each.start <= start && start < each.end)) return undefined;
  const isWhole = text.charAt(token.start) === '"' && start === token.start + 1 && end === token.end - 1;
  const edit = isWhole
    ? { start: token.start, end: token.end, text: `var.${variable}` }
    : { start, end, text: `\${var.${variable}}` };
  const after = applyEdits(text, [edit]);
  if (!isSameElsewhere(before, parseHcl(after), token, edit, isWhole)) return undefined;
  const old = decoded(text, token);
  const grown = edit.text.length - (end - start);
  const value = isWhole ? old.text : replaced(old.text, decoded(after, { ...token, end: token.end + grown }), edit);
  return value === undefined || value === '' || value.includes(HOLE) ? undefined : { edit, value };
}

function decoded(text: string, { start, end }: Span): MappedText {
  return documentText(text).slice(start, end).decode(hclStringCodec);
}

/** What stood where the reference stands now. */
function replaced(before: string, after: MappedText, edit: TextEdit): string | undefined {
  const { text } = after;
  for (let at = text.indexOf(HOLE); at >= 0; at = text.indexOf(HOLE, at + 1)) {
    const [span] = after.spans(at, at + 1);
    if (span?.start !== edit.start || span.end !== edit.start + edit.text.length) continue;
    const tail = text.slice(at + 1);
    const isAround = before.length >= at + tail.length && before.startsWith(text.slice(0, at)) && before.endsWith(tail);
    return isAround ? before.slice(at, before.length - tail.length) : undefined;
  }
  return undefined;
}

/** Whether all other texts and comments stay where they are, and nothing is broken that was whole. */
function isSameElsewhere(before: HclFile, after: HclFile, token: Span, edit: TextEdit, isWhole: boolean): boolean {
  const moved = (at: number): number => (at >= edit.end ? at + edit.text.length - (edit.end - edit.start) : at);
  const stays = (old: readonly Span[], now: readonly Span[]): boolean =>
    old.length === now.length &&
    old.every((each, i) => moved(each.start) === now[i]?.start && moved(each.end) === now[i]?.end);
  const strings = isWhole ? before.strings.filter(({ start }) => start !== token.start) : before.strings;
  return (
    stays(strings, after.strings) &&
    stays(before.comments, after.comments) &&
    stays(before.doubtful, after.doubtful) &&
    before.problems.length === after.problems.length
  );
}
