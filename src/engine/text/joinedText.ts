import type { Span } from '../../base/span.ts';
import { type Codec, HOLE } from './codec.ts';
import { MappedText } from './mappedText.ts';
import { mergeAdjacent } from './runs.ts';
import type { TextEdit } from './textEdit.ts';

/** Texts that the program would concatenate. Can be edited only where a range stays inside one part. */
export function joinTexts(parts: readonly MappedText[]): MappedText {
  const [only] = parts;
  return parts.length === 1 && only ? only : new Joined(parts);
}

/** A hole for something dynamic at `text`, to join with literals. */
export function holeFor(text: MappedText): MappedText {
  return text.decode(HOLE_CODEC);
}

const HOLE_CODEC: Codec = {
  name: 'hole',
  decode: (raw) => ({ text: HOLE, runs: [{ kind: 'hole', at: 0, length: 1, from: 0, to: raw.length }] }),
  escape: () => undefined,
};

class Joined extends MappedText {
  readonly #parts: readonly MappedText[];
  #text: string | undefined;

  constructor(parts: readonly MappedText[]) {
    super();
    this.#parts = parts;
  }

  override get text(): string {
    this.#text ??= this.#parts.map(({ text }) => text).join('');
    return this.#text;
  }

  override rangesIn(ancestor: MappedText, start = 0, end = this.length): Span[] | undefined {
    if (ancestor === this) return [{ start, end }];
    const ranges: Span[] = [];
    for (const part of this.#touched(start, end)) {
      const below = part.text.rangesIn(ancestor, part.start, part.end);
      if (!below) return undefined;
      for (const range of below) ranges.push(range);
    }
    return mergeAdjacent(ranges);
  }

  override spans(start = 0, end = this.length): Span[] {
    return mergeAdjacent(this.#touched(start, end).flatMap((part) => part.text.spans(part.start, part.end)));
  }

  override edit(start: number, end: number, replacement: string): TextEdit | 'not-editable' {
    const [only, ...others] = this.#touched(start, end);
    return only && others.length === 0 ? only.text.edit(only.start, only.end, replacement) : 'not-editable';
  }

  #touched(start: number, end: number): { text: MappedText; start: number; end: number }[] {
    const touched: { text: MappedText; start: number; end: number }[] = [];
    let at = 0;
    for (const text of this.#parts) {
      const { length } = text;
      if (at < end && at + length > start) {
        touched.push({ text, start: Math.max(0, start - at), end: Math.min(length, end - at) });
      }
      at += length;
    }
    return touched;
  }
}
