import type { Span } from '../../base/span.ts';

/** A text as far as silencing looks at it: offsets of the text (UTF-16, end exclusive), in document order. */
export interface Commented {
  /** Real comments with their signs, without the line break that ends them. Never text inside a value. */
  readonly comments: readonly Span[];
  /** Values: strings, block scalars, heredocs. */
  readonly values: readonly Span[];
}
