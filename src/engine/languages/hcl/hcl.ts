import type { Span } from '../../../base/span.ts';
import { documentText, type MappedText } from '../../text/index.ts';
import type { MapNode, ParseProblem, SourceNode } from '../../tree/index.ts';
import { HclReader } from './hclReader.ts';
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

/**
 * Reads Terraform's configuration language: `.tf`, `.tfvars`, half-typed anywhere. Texts are scalars with holes for what is
 * dynamic; numbers and words have the type `other`, references are one hole; functions and conditionals are `HclCall`s.
 * Linear; never throws; what is nested deeper than 500 levels is left out.
 */
export function parseHcl(text: string): HclFile {
  return parseHclText(documentText(text));
}

/** The same for a text inside another, such as a comment. Spans are offsets of that text. */
export function parseHclText(source: MappedText): HclFile {
  return new HclReader(source).file();
}

/** Reads one expression, such as the inside of `"${…}"` in the JSON syntax; `undefined` where there is none. */
export function parseHclExpression(source: MappedText): SourceNode | undefined {
  return new HclReader(source).alone();
}
