import { lowerBound } from '../../../base/lowerBound.ts';
/** A flow cut into what stands around its lists and the items of these lists, each a few lines of their own. */
export interface FlowSplit {
  /** The lines that are no part of an item. */
  readonly skeleton: string;
  /** Where an offset of the skeleton stands in the document. */
  toDocument(offset: number): number;
  readonly lists: readonly FlowList[];
}

/** The items of one list. */
export interface FlowList {
  /** Where it was cut out, as an offset of the skeleton. */
  readonly at: number;
  /** How far its items are indented. */
  readonly indent: number;
  /** Offsets of the document, whole lines, one behind the other. */
  readonly items: readonly { readonly start: number; readonly end: number }[];
}

interface OpenList {
  readonly at: number;
  readonly indent: number;
  readonly starts: number[];
}

const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const SIGN = 35;
const DASH = 45;

/**
 * Cuts a flow by its lines alone: whether the cuts are right is for the caller to check, by reading the skeleton. `undefined`
 * where most of the text is in no list.
 */
export function splitFlow(text: string): FlowSplit | undefined {
  const kept: { readonly start: number; readonly end: number; readonly at: number }[] = [];
  const lists: FlowList[] = [];
  let open: OpenList | undefined;
  let keptFrom = 0;
  let length = 0;
  const close = (end: number): void => {
    if (!open) return;
    const { starts } = open;
    lists.push({ ...open, items: starts.map((start, i) => ({ start, end: starts[i + 1] ?? end })) });
    open = undefined;
    keptFrom = end;
  };
  for (let start = 0, end = 0; start < text.length; start = end) {
    const lineEnd = text.indexOf('\n', start);
    end = lineEnd < 0 ? text.length : lineEnd + 1;
    const first = firstOf(text, start);
    const code = text.charCodeAt(first);
    if (first >= end || code === LINE_FEED || code === RETURN || code === SIGN) continue;
    const indent = first - start;
    const isItem = isItemAt(text, first);
    if (open && isItem && indent === open.indent) open.starts.push(start);
    else if (open && indent <= open.indent && endsList(text, first, end) && !goesOn(text, end, indent, open.indent))
      close(start);
    if (open || !isItem) continue;
    kept.push({ start: keptFrom, end: start, at: length });
    length += start - keptFrom;
    open = { at: length, indent, starts: [start] };
  }
  close(text.length);
  kept.push({ start: keptFrom, end: text.length, at: length });
  length += text.length - keptFrom;
  if (lists.length === 0 || length > text.length / 2) return undefined;
  return {
    skeleton: kept.map((piece) => text.slice(piece.start, piece.end)).join(''),
    toDocument: (offset) => {
      const piece = kept[Math.max(0, lowerBound(kept, ({ at }) => at <= offset) - 1)];
      return piece ? piece.start + offset - piece.at : offset;
    },
    lists,
  };
}

/** Whether a line that is not deeper than a list is a key or a marker; anything else is an error of the item above it. */
function endsList(text: string, first: number, end: number): boolean {
  const colon = text.indexOf(':', first);
  return (
    (colon >= 0 && colon < end) ||
    text.startsWith('---', first) ||
    text.startsWith('...', first) ||
    isItemAt(text, first)
  );
}

/** What belongs to a key is at most so much deeper. */
const MOST_STEP = 4;
/** So many blank lines are skipped to look ahead. */
const MOST_BLANK = 20;

/** Whether the line below one that would end a list goes on in its items: that one was moved to the margin, and ends nothing. */
function goesOn(text: string, from: number, indent: number, listIndent: number): boolean {
  let start = from;
  for (let blank = 0; blank < MOST_BLANK && start < text.length; blank++) {
    const first = firstOf(text, start);
    const code = text.charCodeAt(first);
    const next = first - start;
    if (code !== LINE_FEED && code !== RETURN && code !== SIGN) return next > listIndent && next - indent > MOST_STEP;
    const lineEnd = text.indexOf('\n', first);
    if (lineEnd < 0) return false;
    start = lineEnd + 1;
  }
  return false;
}

function isItemAt(text: string, first: number): boolean {
  return text.charCodeAt(first) === DASH && isItemSign(text, first + 1);
}

function firstOf(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

function isItemSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || code === LINE_FEED || code === RETURN || at === text.length;
}
