import type { Codec } from '../text/codec.ts';
import type { MappedText } from '../text/mappedText.ts';
import type { ScalarNode } from './node.ts';

/** A scalar of a source that makes its mapped text when it is first asked for: most scalars never are. */
export class LazyScalar implements ScalarNode {
  readonly kind = 'scalar';
  readonly start: number;
  readonly end: number;
  readonly type: 'string' | 'other';
  readonly #source: MappedText;
  readonly #codec: Codec;
  #text: MappedText | undefined;

  constructor(source: MappedText, start: number, end: number, codec: Codec, type: 'string' | 'other') {
    this.start = start;
    this.end = end;
    this.type = type;
    this.#source = source;
    this.#codec = codec;
  }

  get text(): MappedText {
    this.#text ??= this.#source.slice(this.start, this.end).decode(this.#codec);
    return this.#text;
  }
}
