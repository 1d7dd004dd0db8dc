import type { Codec, MappedText } from '../text/index.ts';
import type { ScalarNode } from './node.ts';

/** What the scalars of one style in one source have in common: how their text is read, and what they are. */
export interface ScalarStyle {
  readonly source: MappedText;
  readonly codec: Codec;
  readonly type: 'string' | 'other';
  /** How many characters at either end are quotes, where all else is known to stand for itself. */
  readonly quotes?: 0 | 1;
}

/**
 * A scalar of a source that makes its mapped text when it is asked for, and a new one each time: nearly all are asked for
 * once, and what a tree keeps, the garbage collector copies. Kept small, because there are tens of thousands.
 */
export class LazyScalar implements ScalarNode {
  readonly start: number;
  readonly end: number;
  readonly #style: ScalarStyle;
  #value: string | undefined;

  constructor(style: ScalarStyle, start: number, end: number) {
    this.start = start;
    this.end = end;
    this.#style = style;
  }

  get kind(): 'scalar' {
    return 'scalar';
  }

  get type(): 'string' | 'other' {
    return this.#style.type;
  }

  get text(): MappedText {
    const { source, codec, quotes } = this.#style;
    return source.decodeSlice(this.start, this.end, codec, quotes);
  }

  get value(): string {
    if (this.#value === undefined) {
      const { source, codec, quotes } = this.#style;
      this.#value =
        quotes === undefined
          ? codec.decode(source.text.slice(this.start, this.end)).text
          : source.text.slice(this.start + quotes, this.end - quotes);
    }
    return this.#value;
  }
}
