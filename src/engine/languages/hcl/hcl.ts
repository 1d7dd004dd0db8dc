import { documentText, type MappedText } from '../../text/index.ts';
import type { SourceNode } from '../../tree/index.ts';
import type { HclFile } from './hclFile.ts';
import { HclReader } from './hclReader.ts';

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
