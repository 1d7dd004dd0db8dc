import type { Codec } from '../text/codec.ts';
import type { MappedText } from '../text/mappedText.ts';
import type { ScalarNode } from './node.ts';

/** What the scalars of one style in one source have in common: how their text is read, and what they are. */
export interface ScalarStyle {
  readonly source: MappedText;
  readonly codec: Codec;
  readonly type: 'string' | 'other';
  /** Everything but the quotes is known to stand for itself. */
  readonly isPlain?: true;
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
    const { source, codec, isPlain } = this.#style;
    return source.decodeSlice(this.start, this.end, codec, isPlain);
  }

  get value(): string {
    if (this.#value === undefined) {
      const { source, codec, isPlain } = this.#style;
      this.#value = isPlain
        ? source.text.slice(this.start + 1, this.end - 1)
        : codec.decode(source.text.slice(this.start, this.end)).text;
    }
    return this.#value;
  }
}
