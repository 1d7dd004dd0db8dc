import type { Span } from '../../src/base/span.ts';

/** A planted value stands between these while its file is written: no notation escapes them, so its place is known in the end. */
const START = '\uE000';
const END = '\uE001';
/** Around more that may be reported as well: `user:password` where the password is the planted value. */
const WIDER_START = '\uE002';
const WIDER_END = '\uE003';

/** A text that holds a planted value between marks. */
export type Marked = string;

export function mark(value: string): Marked {
  return START + value + END;
}

export function markWider(text: Marked): Marked {
  return WIDER_START + text + WIDER_END;
}

/** Applies `change` to the characters between marks only (`inside`), or to everything but the marks. */
export function mapMarked(text: Marked, change: (part: string, isValue: boolean) => string): Marked {
  let isValue = false;
  return text
    .split(/([\uE000-\uE003])/)
    .map((part) => {
      if (part === START) isValue = true;
      else if (part === END) isValue = false;
      return part.length === 1 && part >= START && part <= WIDER_END ? part : change(part, isValue);
    })
    .join('');
}

/** Two halves of a marked text, divided in the middle of its value. */
export function halves(text: Marked): [Marked, Marked] {
  if (!text.includes(START)) return [text.slice(0, text.length >> 1), text.slice(text.length >> 1)];
  const start = text.indexOf(START) + 1;
  const end = text.indexOf(END);
  const middle = text.slice(0, start + Math.ceil((end - start) / 2));
  const isHalfPair = /[\uD800-\uDBFF]$/.test(middle);
  const at = middle.length + (isHalfPair ? 1 : 0);
  return [text.slice(0, at) + END, START + text.slice(at)];
}

/** Where the last value ends, behind its mark. */
export function endOfValue(text: Marked): number {
  return text.lastIndexOf(END) + 1;
}

/** A text cut off at `end`, with its marks closed. */
export function cutAt(text: Marked, end: number): Marked {
  const cut = text.slice(0, end);
  return cut.includes(WIDER_START) && !cut.includes(WIDER_END) ? cut + WIDER_END : cut;
}

export function startOfValue(text: Marked): number {
  return text.indexOf(START);
}

export interface Unmarked {
  readonly text: string;
  /** The characters of the planted value, in order; empty where none was planted. */
  readonly spans: readonly Span[];
  /** More that may be reported just as well. */
  readonly wider: readonly Span[];
}

/** Takes the marks out and says where they stood. */
export function unmark(marked: Marked): Unmarked {
  const spans: Span[] = [];
  const wider: Span[] = [];
  let text = '';
  let start = 0;
  let widerStart = 0;
  for (const part of marked.split(/([\uE000-\uE003])/)) {
    if (part === START) start = text.length;
    else if (part === END) spans.push({ start, end: text.length });
    else if (part === WIDER_START) widerStart = text.length;
    else if (part === WIDER_END) wider.push({ start: widerStart, end: text.length });
    else text += part;
  }
  return { text, spans, wider };
}
