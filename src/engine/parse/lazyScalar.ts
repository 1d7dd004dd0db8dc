import type { Codec } from '../text/codec.ts';
import type { MappedText } from '../text/mappedText.ts';
import type { ScalarNode } from './node.ts';

/** What the scalars of one style in one source have in common: how their text is read, and what they are. */
export interface ScalarStyle {
  readonly source: MappedText;
  readonly codec: Codec;
  readonly type: 'string' | 'other';
}

/**
 * A scalar of a source that makes its mapped text when it is first asked for: most scalars never are. Kept small, because
 * there are tens of thousands.
 */
export class LazyScalar implements ScalarNode {
  readonly start: number;
  readonly end: number;
  readonly #style: ScalarStyle;
  #text: MappedText | undefined;
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
    this.#text ??= this.#style.source.decodeSlice(this.start, this.end, this.#style.codec);
    return this.#text;
  }

  get value(): string {
    if (this.#value === undefined) {
      const { source, codec } = this.#style;
      this.#value = this.#text ? this.#text.text : codec.decode(source.text.slice(this.start, this.end)).text;
    }
    return this.#value;
  }
}
