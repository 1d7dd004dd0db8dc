import type { Span } from '../../../base/span.ts';
import type { MapNode, ParseProblem } from '../../tree/index.ts';
import type { StringSpan } from './hclScanner.ts';

/** A file in HCL's own syntax, in the shape its JSON syntax has. Usable in spite of its problems. */
export interface HclFile {
  /**
   * Arguments are entries, and so are blocks: `resource "a" "b" { … }` reads like `resource: {a: {b: {…}}}`. Names repeat where
   * blocks do. A value without a name, in a broken text, stands under an empty key.
   */
  readonly root: MapNode;
  /** Comments with their signs, without the line break that ends them. */
  readonly comments: readonly Span[];
  /** Every text in quotes and every heredoc in the place of a value, an outer one behind those in its interpolations or before. */
  readonly strings: readonly StringSpan[];
  /**
   * Heredocs that HCL reads to their end, and this reader does not: their word seems to be that of another. Nothing in them may be
   * edited as code.
   */
  readonly doubtful: readonly Span[];
  readonly problems: readonly ParseProblem[];
  /** Whether something is not as HCL has it, a problem or a quote, bracket or heredoc left open: names may be pieces of values. */
  readonly isBroken: boolean;
}
