import type { Span } from '../../base/span.ts';
import { type Codec, type Decoded, HOLE, type Run } from './codec.ts';
import { edge, firstRunEndingAfter, mergeAdjacent } from './runs.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * A decoded string that knows where every character came from. Offsets are UTF-16, ends exclusive. Slicing, decoding and
 * joining give another MappedText; nothing is computed before it is asked for.
 */
export abstract class MappedText {
  abstract readonly text: string;

  get length(): number {
    return this.text.length;
  }

  /** A length that it does not exceed, known before it is decoded. */
  get atMost(): number {
    return this.length;
  }

  /** The stretches of `ancestor` that `start..end` came from, in order; `undefined` when `ancestor` is not below this text. */
  abstract rangesIn(ancestor: MappedText, start?: number, end?: number): Span[] | undefined;

  /** The exact characters of the document that `start..end` came from: several spans where a value is concatenated. */
  abstract spans(start?: number, end?: number): Span[];

  /**
   * The edit of the document after which this text reads `replacement` where `start..end` stood and is unchanged elsewhere.
   * Escapes outward through every layer and checks each by reading it back.
   */
  abstract edit(start: number, end: number, replacement: string): TextEdit | 'not-editable';

  slice(start: number, end: number = this.length): MappedText {
    return start === 0 && end === this.length ? this : new Slice(this, start, end);
  }

  decode(codec: Codec): MappedText {
    return new Layer(this, 0, -1, codec);
  }

  /**
   * The same as `slice` and `decode`, with one object less: for the scalars of a document.
   * @param quotes how many characters at either end are quotes, where it is known that all else stands for itself
   */
  decodeSlice(start: number, end: number, codec: Codec, quotes?: 0 | 1): MappedText {
    return quotes === undefined
      ? new Layer(this, start, end, codec)
      : new PlainLayer(this, { start, end, quotes }, codec);
  }

  /** Whether something dynamic stands in it. */
  get hasHoles(): boolean {
    return this.text.includes(HOLE);
  }
}

/** The document itself: where every MappedText begins. */
export function documentText(source: string): MappedText {
  return new Root(source);
}

class Root extends MappedText {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override rangesIn(ancestor: MappedText, start = 0, end = this.length): Span[] | undefined {
    return ancestor === this ? [{ start, end }] : undefined;
  }

  override spans(start = 0, end = this.length): Span[] {
    return [{ start, end }];
  }

  override edit(start: number, end: number, replacement: string): TextEdit {
    return { start, end, text: replacement };
  }
}

class Slice extends MappedText {
  readonly #of: MappedText;
  readonly #start: number;
  readonly #end: number;
  #text: string | undefined;

  constructor(of: MappedText, start: number, end: number) {
    super();
    const inner = of instanceof Slice;
    this.#of = inner ? of.#of : of;
    this.#start = inner ? of.#start + start : start;
    this.#end = inner ? of.#start + end : end;
  }

  override get text(): string {
    this.#text ??= this.#of.text.slice(this.#start, this.#end);
    return this.#text;
  }

  override get length(): number {
    return this.#end - this.#start;
  }

  override rangesIn(ancestor: MappedText, start = 0, end = this.length): Span[] | undefined {
    if (ancestor === this) return [{ start, end }];
    return this.#of.rangesIn(ancestor, this.#start + start, this.#start + end);
  }

  override spans(start = 0, end = this.length): Span[] {
    return this.#of.spans(this.#start + start, this.#start + end);
  }

  override edit(start: number, end: number, replacement: string): TextEdit | 'not-editable' {
    return this.#of.edit(this.#start + start, this.#start + end, replacement);
  }
}

class Layer extends MappedText {
  readonly #of: MappedText;
  /** The stretch of `#of` that is decoded; an end of -1 stands for all of it. */
  readonly #start: number;
  readonly #end: number;
  readonly #codec: Codec;
  #decoded: Decoded | undefined;

  constructor(of: MappedText, start: number, end: number, codec: Codec) {
    super();
    this.#of = of;
    this.#start = start;
    this.#end = end;
    this.#codec = codec;
  }

  get #raw(): MappedText {
    return this.#end < 0 ? this.#of : this.#of.slice(this.#start, this.#end);
  }

  get #read(): Decoded {
    if (this.#decoded === undefined) {
      const source = this.#of.text;
      this.#decoded = this.#codec.decode(this.#end < 0 ? source : source.slice(this.#start, this.#end));
    }
    return this.#decoded;
  }

  override get text(): string {
    return this.#read.text;
  }

  /** No codec makes more characters than it reads, but a hole of nothing. */
  override get atMost(): number {
    return Math.max(1, this.#end < 0 ? this.#of.atMost : this.#end - this.#start);
  }

  override rangesIn(ancestor: MappedText, start = 0, end = this.length): Span[] | undefined {
    if (ancestor === this) return [{ start, end }];
    const ranges: Span[] = [];
    for (const raw of this.#rawRanges(start, end)) {
      const below = this.#raw.rangesIn(ancestor, raw.start, raw.end);
      if (!below) return undefined;
      for (const range of below) ranges.push(range);
    }
    return mergeAdjacent(ranges);
  }

  override spans(start = 0, end = this.length): Span[] {
    return mergeAdjacent(this.#rawRanges(start, end).flatMap((raw) => this.#raw.spans(raw.start, raw.end)));
  }

  override edit(start: number, end: number, replacement: string): TextEdit | 'not-editable' {
    const expected = this.text.slice(0, start) + replacement + this.text.slice(end);
    const inPlace = this.#editInPlace(start, end, replacement, expected);
    if (inPlace !== 'not-editable') return inPlace;
    const rewritten = this.#codec.rewrite?.(expected);
    if (rewritten === undefined || this.#codec.decode(rewritten).text !== expected) return 'not-editable';
    return this.#raw.edit(0, this.#raw.length, rewritten);
  }

  #editInPlace(start: number, end: number, replacement: string, expected: string): TextEdit | 'not-editable' {
    if (this.#codec.opaque && (start !== 0 || end !== this.length)) return 'not-editable';
    const range = this.#hull(start, end);
    const escaped = this.#codec.escape(replacement);
    if (!range || escaped === undefined) return 'not-editable';
    const raw = this.#raw.text;
    if (this.#codec.decode(raw.slice(0, range.start) + escaped + raw.slice(range.end)).text !== expected) {
      return 'not-editable';
    }
    return this.#raw.edit(range.start, range.end, escaped);
  }

  /** The raw range from the first to the last character of `start..end`; `undefined` where it would cut a unit. */
  #hull(start: number, end: number): Span | undefined {
    const { runs } = this.#read;
    if (!runs) return { start, end };
    if (start === end) return this.#insertionPoint(start, runs);
    const from = edge(runs, start, 'start');
    const to = edge(runs, end, 'end');
    return from === undefined || to === undefined ? undefined : { start: from, end: to };
  }

  #insertionPoint(at: number, runs: readonly Run[]): Span | undefined {
    const point =
      edge(runs, at, 'end') ?? edge(runs, at, 'start') ?? (runs.length === 0 ? this.#emptyPoint() : undefined);
    return point === undefined ? undefined : { start: point, end: point };
  }

  /** Where the first character of an empty value would stand: found by writing one and reading it back. */
  #emptyPoint(): number | undefined {
    const raw = this.#raw.text;
    for (let at = 0; at <= raw.length; at++) {
      if (this.#codec.decode(`${raw.slice(0, at)}x${raw.slice(at)}`).text === 'x') return at;
    }
    return undefined;
  }

  /** The raw stretches behind `start..end`; a unit that is only touched counts whole. */
  #rawRanges(start: number, end: number): Span[] {
    const { runs } = this.#read;
    if (!runs) return [{ start, end }];
    const ranges: Span[] = [];
    for (let i = firstRunEndingAfter(runs, start); i < runs.length; i++) {
      const run = runs[i];
      if (!run || run.at >= end) break;
      if (run.kind !== 'copy') ranges.push({ start: run.from, end: run.to });
      else {
        const cutStart = Math.max(start, run.at) - run.at;
        const cutEnd = Math.min(end, run.at + run.length) - run.at;
        ranges.push({ start: run.from + cutStart, end: run.from + cutEnd });
      }
    }
    return mergeAdjacent(ranges);
  }
}

/** A text that is read without decoding it; whatever else is asked of it is a layer's. */
class PlainLayer extends Layer {
  readonly #source: MappedText;
  readonly #from: number;
  readonly #to: number;
  #text: string | undefined;

  constructor(of: MappedText, { start, end, quotes }: Span & { readonly quotes: 0 | 1 }, codec: Codec) {
    super(of, start, end, codec);
    this.#source = of;
    this.#from = start + quotes;
    this.#to = end - quotes;
  }

  override get text(): string {
    this.#text ??= this.#source.text.slice(this.#from, this.#to);
    return this.#text;
  }

  override get length(): number {
    return this.#to - this.#from;
  }

  override get atMost(): number {
    return this.#to - this.#from;
  }
}
